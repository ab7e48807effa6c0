import type { OutcomeDocument } from '../model/document.ts';
import type { OpenPoint, RecordSilence, RecordText } from '../model/record.ts';

/** What keeps a record from being complete (rule V146). */
export function openPoints(
  { adoption }: Pick<OutcomeDocument, 'adoption'>,
  text: Pick<RecordText, 'paragraphs'> | null,
  silences: readonly Pick<RecordSilence, 'outcome'>[],
  undecided: number,
): OpenPoint[] {
  const brackets =
    text?.paragraphs.reduce((sum, { text: words }) => sum + words.split('[').length - 1, 0) ?? 0;
  const running = silences.some(({ outcome }) => outcome === 'running');
  const points: readonly (readonly [OpenPoint['what'], boolean, number])[] = [
    ['no-version', text === null, 0],
    ['not-adopted', text !== null && adoption === undefined, 0],
    ['silence-running', running, 0],
    ['brackets', brackets > 0, brackets],
    ['undecided-inputs', undecided > 0, undecided],
    ['record-open', adoption !== undefined && adoption.recordClosedAt === null, 0],
  ];
  return points.flatMap(([what, isOpen, count]) => (isOpen ? [{ what, count }] : []));
}
