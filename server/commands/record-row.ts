import { registerSubject } from '../../shared/domain/register.ts';
import type { EntryOf, RegisterEntry, RegisterNoun, RegisterRowOf } from '../../shared/model/register.ts';
import type { EventBody, Loaded } from './perform.ts';
import type { KnownRows } from './surroundings.ts';
import { tellOfRow } from './tell-of-row.ts';

/** A row of the register as it was written, in the shape that `perform` records. */
export interface RecordedRow<Noun extends RegisterNoun> {
  readonly entry: EntryOf<Noun>;
  readonly subject: string;
  readonly row: EntryOf<Noun>;
  readonly events: readonly EventBody[];
}

/**
 * Writes a revision of a row into the register, and what it tells people. Every command that changes the register does it
 * through here. `known`: what was read of the register for it.
 */
export async function recordRow<Noun extends RegisterNoun>(
  loaded: Loaded,
  noun: Noun,
  id: string,
  row: RegisterRowOf[Noun],
  known?: KnownRows,
): Promise<RecordedRow<Noun>> {
  const { rows, document, participant, now } = loaded;
  const before = await rows.register.find(document.id, noun, id);
  const entry = await rows.register.append(document.id, noun, id, row, now);
  // Whoever wrote it has seen it. Nobody is told of positions one by one: a matrix shows them.
  if (noun !== 'position') await rows.seen.mark(document.id, participant.id, [{ noun, id, seq: entry.seq }]);
  await tellOfRow(
    loaded,
    entry as unknown as RegisterEntry,
    before as unknown as RegisterEntry | null,
    known,
  );
  return recordedRow(noun, entry);
}

/** What `perform` records of an entry. */
export function recordedRow<Noun extends RegisterNoun>(noun: Noun, entry: EntryOf<Noun>): RecordedRow<Noun> {
  return {
    entry,
    subject: registerSubject(entry),
    row: entry,
    events: [
      { kind: 'register-changed', head: entry.seq, ...(noun === 'position' ? { only: 'positions' } : {}) },
    ],
  };
}
