import { registerSubject } from '../../shared/domain/register.ts';
import type { EntryOf, RegisterNoun, RegisterRowOf } from '../../shared/model/register.ts';
import type { EventBody, Loaded } from './perform.ts';

/** A row of the register as it was written, in the shape that `perform` records. */
export interface RecordedRow<Noun extends RegisterNoun> {
  readonly entry: EntryOf<Noun>;
  readonly subject: string;
  readonly row: EntryOf<Noun>;
  readonly events: readonly EventBody[];
}

/** Writes a revision of a row into the register. Every command that changes the register does it through here. */
export async function recordRow<Noun extends RegisterNoun>(
  { rows, document, now }: Loaded,
  noun: Noun,
  id: string,
  row: RegisterRowOf[Noun],
): Promise<RecordedRow<Noun>> {
  const entry = await rows.register.append(document.id, noun, id, row, now);
  return {
    entry,
    subject: registerSubject(entry),
    row: entry,
    events: [{ kind: 'register-changed', head: entry.seq }],
  };
}
