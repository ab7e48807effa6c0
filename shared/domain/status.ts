import type { AgreementStatus, ParagraphStatus } from '../model/disposition.ts';
import type { DocumentId, ParagraphId } from '../model/ids.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Signature } from '../model/signature.ts';

/** Statuses under which words count as agreed, at least for now: a change of them must be seen. */
const SETTLED: readonly AgreementStatus[] = ['suggested-for-closure', 'agreed-ad-referendum', 'agreed'];
export const isSettled = (status: AgreementStatus): boolean => SETTLED.includes(status);

/** Whether the words are others than those the status was given to. An open paragraph may change. */
export const changedSince = ({ status, text }: ParagraphStatus, words: string): boolean =>
  isSettled(status) && text !== words;

export interface WantedStatus {
  readonly paragraphs: readonly ParagraphId[];
  readonly status: AgreementStatus;
  /** The words that were looked at, by paragraph, as far as they are told. */
  readonly words: Readonly<Record<string, string>>;
}

const wrong = (text: string): Problem =>
  problem('invalid-fields', `paragraphs: ${text}`, [{ field: 'paragraphs', problem: text }]);

/** Gives paragraphs a status, with their words at that time. Answers the rows that change. */
export function decideStatuses(
  documentId: DocumentId,
  wanted: WantedStatus,
  text: ReadonlyMap<ParagraphId, string>,
  before: ReadonlyMap<string, ParagraphStatus>,
  by: Signature,
): Result<readonly ParagraphStatus[], Problem> {
  const rows: ParagraphStatus[] = [];
  for (const id of new Set(wanted.paragraphs)) {
    const words = text.get(id);
    if (words === undefined) return fail(wrong(`${id} is no paragraph of the working text`));
    const seen = wanted.words[id];
    if (seen !== undefined && seen !== words)
      return fail(
        problem('text-changed', `paragraph ${id} has changed since you looked: its words are “${words}”`),
      );
    const old = before.get(id);
    const same =
      (old?.status ?? 'open') === wanted.status && (wanted.status === 'open' || old?.text === words);
    if (!same) rows.push({ id, documentId, status: wanted.status, text: words, by });
  }
  if (rows.length === 0) return fail(problem('already-exists', `the status is ${wanted.status} already`));
  return ok(rows);
}
