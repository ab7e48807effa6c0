import type { Act } from '../../shared/model/audit.ts';
import type { RegisterNoun } from '../../shared/model/register.ts';
import type { Performed } from './perform.ts';
import type { RecordedRow } from './record-row.ts';

/** Several rows that one act wrote: an audit entry each, one event for the last. At least one. */
export function performedRows<Answer, Noun extends RegisterNoun>(
  answer: Answer,
  act: Act,
  written: readonly RecordedRow<Noun>[],
): Performed<Answer> {
  const [first, ...more] = written;
  const last = written.at(-1);
  if (first === undefined || last === undefined) throw new Error(`${act} wrote no row`);
  return {
    answer,
    subject: first.subject,
    row: first.row,
    further: more.map(({ subject, row }) => ({ act, subject, row })),
    events: last.events,
  };
}
