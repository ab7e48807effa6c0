import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { ClientId } from '../ports/text-log.ts';
import type { DeletedRange } from './update-reader.ts';

/** What a delete set would newly delete in a text. */
export interface FreshDeletions {
  readonly ranges: readonly DeletedRange[];
  /** Nothing but formatting items would go: Yjs clients drop doubled ones by themselves, even when only reading. */
  readonly formatsOnly: boolean;
}

/**
 * The parts of `ranges` that are not deleted in `doc` yet. What the document does not know yet counts as fresh:
 * it belongs to words that are on their way into the log.
 */
export function freshDeletions(doc: Y.Doc, ranges: readonly DeletedRange[]): FreshDeletions {
  const fresh: DeletedRange[] = [];
  let formatsOnly = true;
  const add = (range: DeletedRange): void => {
    const last = fresh.at(-1);
    if (last !== undefined && last.client === range.client && last.clock + last.length === range.clock)
      fresh[fresh.length - 1] = { ...last, length: last.length + range.length };
    else fresh.push(range);
  };
  for (const { client, clock, length } of apart(ranges)) {
    const end = clock + length;
    const structs = doc.store.clients.get(client) ?? [];
    const known = Y.getState(doc.store, client);
    if (clock < known) {
      for (let k = Y.findIndexSS(structs, clock); k < structs.length; k += 1) {
        const struct = structs[k] as Y.Item | Y.GC;
        if (struct.id.clock >= end) break;
        if (struct.deleted) continue;
        const from = Math.max(clock, struct.id.clock);
        add({ client, clock: from, length: Math.min(end, struct.id.clock + struct.length) - from });
        formatsOnly = formatsOnly && struct instanceof Y.Item && struct.content instanceof Y.ContentFormat;
      }
    }
    if (end > known) {
      const from = Math.max(clock, known);
      add({ client, clock: from, length: end - from });
      formatsOnly = false;
    }
  }
  return { ranges: fresh, formatsOnly };
}

/**
 * Ranges that overlap nowhere. Yjs writes them so; ranges that all cover the whole text would cost its length each.
 */
function apart(ranges: readonly DeletedRange[]): readonly DeletedRange[] {
  const rising = ranges.every((range, k) => {
    const before = ranges[k - 1];
    return before?.client !== range.client || before.clock + before.length <= range.clock;
  });
  if (rising && new Set(ranges.map((range) => range.client)).size === countGroups(ranges)) return ranges;
  const merged: DeletedRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.client - b.client || a.clock - b.clock)) {
    const last = merged.at(-1);
    if (last === undefined || last.client !== range.client || last.clock + last.length < range.clock)
      merged.push(range);
    else {
      const end = Math.max(last.clock + last.length, range.clock + range.length);
      merged[merged.length - 1] = { ...last, length: end - last.clock };
    }
  }
  return merged;
}

/** Stretches of one client after another. */
const countGroups = (ranges: readonly DeletedRange[]): number =>
  ranges.reduce((count, range, k) => (ranges[k - 1]?.client === range.client ? count : count + 1), 0);

/**
 * Whether an update has no structs and deletes nothing that a text still shows: one pass over its bytes, without
 * taking it apart. False when in doubt; then it must be read.
 */
export function deletesNothingNew(doc: Y.Doc, update: Uint8Array): boolean {
  if (update[0] !== 0) return false;
  const decoder = decoding.createDecoder(update);
  decoder.pos = 1;
  try {
    let before = Number.POSITIVE_INFINITY;
    for (let clients = decoding.readVarUint(decoder); clients > 0; clients -= 1) {
      const client = decoding.readVarUint(decoder);
      // Yjs writes the higher clientIDs first. One that came twice would cost all of its structs each time.
      if (client >= before || !allDeleted(doc, client, decoder)) return false;
      before = client;
    }
    return decoder.pos === update.length;
  } catch {
    return false;
  }
}

/** Reads the ranges of one client, each behind the one before. */
function allDeleted(doc: Y.Doc, client: ClientId, decoder: decoding.Decoder): boolean {
  const structs = doc.store.clients.get(client);
  let k = 0;
  let behind = 0;
  for (let rest = decoding.readVarUint(decoder); rest > 0; rest -= 1) {
    const clock = decoding.readVarUint(decoder);
    const end = clock + decoding.readVarUint(decoder);
    if (structs === undefined || clock < behind || end <= clock) return false;
    behind = end;
    for (; k < structs.length; k += 1) {
      const { id, length, deleted } = structs[k] as Y.Item | Y.GC;
      if (id.clock + length <= clock) continue;
      if (!deleted) return false;
      if (id.clock + length >= end) break;
    }
    if (k === structs.length) return false;
  }
  return true;
}
