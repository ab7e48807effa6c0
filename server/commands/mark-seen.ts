import type { DocumentId, ParticipantId } from '../../shared/model/ids.ts';
import type { RegisterNoun } from '../../shared/model/register.ts';
import type { SeenMarks } from '../ports/notices.ts';
import type { CommandContext } from './context.ts';

/** Single marks kept for one person: 60 kB of an answer. What is older than those counts as seen. */
const SINGLE_MARKS = 1_000;

export interface WantedMarks {
  /** Without `seq`: as the row stands now. */
  readonly rows: readonly { readonly noun: RegisterNoun; readonly id: string; readonly seq?: number }[];
  readonly upTo?: number;
}

/**
 * Marks rows of the register as seen by one person. What is not there is passed over, and nothing is marked beyond
 * what there is: a row that comes later is new.
 */
export const markSeen = (
  { store }: Pick<CommandContext, 'store'>,
  documentId: DocumentId,
  participantId: ParticipantId,
  { rows: wanted, upTo }: WantedMarks,
): Promise<SeenMarks> =>
  store.transact(async ({ register, seen }) => {
    const marks: { noun: RegisterNoun; id: string; seq: number }[] = [];
    for (const { noun, id, seq } of wanted) {
      const entry = await register.find(documentId, noun, id);
      if (entry !== null) marks.push({ noun, id, seq: Math.min(seq ?? entry.seq, entry.seq) });
    }
    await seen.mark(documentId, participantId, marks);
    if (upTo !== undefined)
      await seen.raise(documentId, participantId, Math.min(upTo, await register.head(documentId)));
    const { rows } = await seen.find(documentId, participantId);
    const folded = rows.at(-1 - SINGLE_MARKS);
    if (folded !== undefined) await seen.raise(documentId, participantId, folded.seq);
    return await seen.find(documentId, participantId);
  });
