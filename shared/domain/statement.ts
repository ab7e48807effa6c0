import type { DelegationId, DocumentId, IsoTime } from '../model/ids.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Signature } from '../model/signature.ts';
import type { Passage, Statement } from '../model/statement.ts';
import { canonicalJson } from './canonical-json.ts';
import { type Writer, wasWithdrawn } from './written.ts';
import { type WrongField, wrong } from './wrong-field.ts';

/** What somebody puts into the library. `date` is `YYYY-MM-DD`. Names stay as printed. */
export type WantedStatement = Pick<
  Statement,
  'speaker' | 'delegationId' | 'spokenFor' | 'meeting' | 'passages' | 'written' | 'paragraphs' | 'proposals'
> & { readonly date: string | null };

/** What a statement is judged against. `by`: who puts it in or changes it. */
export interface StatementFacts {
  readonly documentId: DocumentId;
  readonly delegations: ReadonlySet<DelegationId>;
  readonly by: Signature;
}

type Content = Pick<Statement, Exclude<keyof WantedStatement, 'date'> | 'date'>;

/** A new statement, or what is wrong with it. `at` stands before the names of fields, such as `statements.3.`. */
export function decideStatement(
  id: string,
  wanted: WantedStatement,
  { documentId, delegations, by }: StatementFacts,
  at = '',
): Result<Statement, Problem> {
  const content = decideContent(wanted, delegations, at);
  if (!content.ok) return content;
  return ok({ id, documentId, ...content.value, verified: null, withdrawnAt: null, by });
}

/** Who may change or withdraw a statement: who put it in, the head of that delegation, facilitators. */
export interface Keeper extends Writer {
  readonly facilitator: boolean;
}

/**
 * Changes a statement: the earlier wording stays as its own revision. A check holds of the words that were checked, so
 * that any change but of links to paragraphs and proposals drops it (rule Q22).
 */
export function changeStatement(
  before: Statement,
  wanted: WantedStatement,
  { delegations, by }: Omit<StatementFacts, 'documentId'>,
  keeper: Keeper,
): Result<Statement, Problem> {
  const refusal = wasWithdrawn(before) ?? notKept(before, keeper);
  if (refusal !== null) return fail(refusal);
  // A delegation that a statement was taken for before stays known.
  const known = before.delegationId === null ? delegations : new Set([...delegations, before.delegationId]);
  const content = decideContent(wanted, known, '');
  if (!content.ok) return content;
  const after = content.value;
  if (canonicalJson(saidOf(after)) === canonicalJson(saidOf(before)))
    return ok({ ...before, paragraphs: after.paragraphs, proposals: after.proposals });
  return ok({ ...before, ...after, verified: null, editedBy: by });
}

/** What a check is about: everything but the links. */
const saidOf = ({ speaker, delegationId, spokenFor, date, meeting, passages, written }: Content) => ({
  speaker,
  delegationId,
  spokenFor,
  date,
  meeting,
  passages,
  written,
});

/**
 * Somebody has checked a statement against the recording or the written statement: somebody else than whoever wrote it
 * down as it stands, and where there is something to check it against.
 */
export function verifyStatement(before: Statement, by: Signature): Result<Statement, Problem> {
  const gone = wasWithdrawn(before);
  if (gone !== null) return fail(gone);
  if (before.verified !== null)
    return fail(problem('already-exists', `this was checked at ${before.verified.at}`));
  if ((before.editedBy ?? before.by).participantId === by.participantId)
    return fail(
      problem('not-permitted', 'whoever wrote this down does not check it: somebody else has to (own-words)'),
    );
  if (!canBeChecked(before))
    return wrong('statement', 'has neither a recording nor a written statement to be checked against');
  return ok({ ...before, verified: by });
}

/** Takes a check back: whoever made it, or a facilitator. */
export function unverifyStatement(before: Statement, keeper: Keeper): Result<Statement, Problem> {
  const gone = wasWithdrawn(before);
  if (gone !== null) return fail(gone);
  if (before.verified === null) return ok(before);
  if (before.verified.participantId !== keeper.id && !keeper.facilitator)
    return fail(problem('not-permitted', 'only whoever checked this, or a facilitator, takes that back'));
  return ok({ ...before, verified: null });
}

/** Whether there is a recording or a written statement to hold it against. */
export const canBeChecked = ({ written, passages }: Pick<Statement, 'written' | 'passages'>): boolean =>
  written !== null || passages.some(({ recording }) => recording !== null);

/** Takes a statement out of the library. It stays on record, with its words. */
export function withdrawStatement(before: Statement, keeper: Keeper): Result<Statement, Problem> {
  const refusal = wasWithdrawn(before) ?? notKept(before, keeper);
  return refusal === null ? ok({ ...before, withdrawnAt: keeper.now }) : fail(refusal);
}

/** Whether somebody may change and withdraw it. */
export const keepsStatement = (
  { by }: Pick<Statement, 'by'>,
  { id, delegationId, head, facilitator }: Omit<Keeper, 'now'>,
): boolean => facilitator || by.participantId === id || (head && by.delegationId === delegationId);

const notKept = (row: Statement, keeper: Keeper): Problem | null =>
  keepsStatement(row, keeper)
    ? null
    : problem(
        'not-permitted',
        'only whoever put this into the library, the head of that delegation, or a facilitator changes it: comment on it',
      );

function decideContent(
  wanted: WantedStatement,
  delegations: ReadonlySet<DelegationId>,
  at: string,
): Result<Content, Problem> {
  const { delegationId, spokenFor, passages, written, date } = wanted;
  const mistake =
    (delegationId !== null && !delegations.has(delegationId)
      ? wrong(`${at}delegationId`, 'is no delegation of this document')
      : null) ??
    dayMistake(`${at}date`, date) ??
    addressMistake(`${at}written`, written) ??
    passages.map((passage, n) => passageMistake(`${at}passages.${n}.`, passage)).find((one) => one !== null);
  if (mistake) return mistake;
  const aligned = Object.values(spokenFor).some((names) => names.length > 0);
  if (passages.length === 0 && !aligned && written === null)
    return wrong(`${at}passages`, 'must not be empty where neither an alignment nor a text is noted');
  return ok({
    speaker: wanted.speaker,
    delegationId,
    spokenFor,
    date: date === null ? null : (`${date}T00:00:00.000Z` as IsoTime),
    meeting: wanted.meeting,
    passages,
    written,
    paragraphs: [...new Set(wanted.paragraphs)],
    proposals: [...new Set(wanted.proposals)],
  });
}

function dayMistake(field: string, day: string | null): WrongField | null {
  if (day === null) return null;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00.000Z`) : Number.NaN;
  // A day that no month has is read as a later one.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
    ? null
    : wrong(field, 'must be a day such as 2026-10-03');
}

function passageMistake(at: string, { words, recording }: Passage): WrongField | null {
  try {
    Intl.getCanonicalLocales(words.language);
  } catch {
    return wrong(`${at}words.language`, 'must be a language tag such as ar, fr or zh-Hans (BCP 47)');
  }
  return recording === null ? null : addressMistake(`${at}recording.url`, recording.url);
}

const addressMistake = (field: string, address: string | null): WrongField | null =>
  address === null || /^https?:\/\/[^\s/]+\S*$/iu.test(address)
    ? null
    : wrong(field, 'must be an address that begins with https:// or http://');
