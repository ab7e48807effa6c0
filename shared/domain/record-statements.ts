import { type DocumentRecord, RECORD_STATEMENTS } from '../model/record.ts';
import type { Statement } from '../model/statement.ts';
import type { RecordNames } from './record-declarations.ts';

/** What was said, by day; withdrawn statements are in the archive. */
export function recordStatements(
  statements: readonly Statement[],
  people: ReadonlyMap<string, string>,
  { cited }: RecordNames,
): Pick<DocumentRecord, 'statements' | 'statementsLeftOut'> {
  const all = statements
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .toSorted((a, b) => ((a.date ?? a.by.at) < (b.date ?? b.by.at) ? -1 : 1));
  return {
    statements: all
      .slice(0, RECORD_STATEMENTS)
      .map(({ id, speaker, spokenFor, date, meeting, passages, written, verified, paragraphs }) => ({
        id,
        speaker,
        onBehalfOf: [...spokenFor.onBehalfOf, ...spokenFor.alsoOnBehalfOf],
        date,
        meeting,
        passages,
        written,
        verifiedBy: verified === null ? null : (people.get(verified.participantId) ?? ''),
        paragraphs: paragraphs.map(cited).filter((label) => label !== ''),
      })),
    statementsLeftOut: Math.max(0, all.length - RECORD_STATEMENTS),
  };
}
