import * as Y from 'yjs';
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
  for (const { client, clock, length } of ranges) {
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
