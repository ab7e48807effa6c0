import type { RegisterEntry, RegisterNoun, RegisterRowOf } from '../../shared/model/register.ts';
import type { Loaded } from './perform.ts';
import { type RecordedRow, recordedRow } from './record-row.ts';
import { tellOfRow } from './tell-of-row.ts';

/**
 * Writes revisions of many rows of one noun at once: as `recordRow`, in a handful of statements instead of some for each,
 * since everybody's keystrokes wait while a transaction is open. No two rows have one id.
 */
export async function recordRows<Noun extends RegisterNoun>(
  loaded: Loaded,
  noun: Noun,
  written: readonly (RegisterRowOf[Noun] & { readonly id: string })[],
): Promise<readonly RecordedRow<Noun>[]> {
  const { rows, document, participant, now } = loaded;
  const ids = written.map(({ id }) => id);
  const before = await rows.register.findAll(document.id, noun, ids);
  const entries = await rows.register.appendAll(document.id, noun, written, now);
  if (noun !== 'position')
    await rows.seen.mark(
      document.id,
      participant.id,
      entries.map(({ id, seq }) => ({ noun, id, seq })),
    );
  for (const entry of entries)
    await tellOfRow(
      loaded,
      entry as unknown as RegisterEntry,
      (before.get(entry.id) ?? null) as unknown as RegisterEntry | null,
    );
  return entries.map((entry) => recordedRow(noun, entry));
}
