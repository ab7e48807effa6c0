import * as Y from 'yjs';

/**
 * So many updates are merged into one, and so many of those again. Merging many at once costs more than their number,
 * and making a text of all of them held up typing for a tenth of a second every half a minute of a full room.
 */
const MERGED = 16;

/** Joins updates into one, without what has been deleted in between. */
export function fold(updates: readonly Uint8Array[]): Uint8Array {
  const doc = docOf(updates);
  const folded = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return folded;
}

/** A new text holding these updates. */
export function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

/**
 * What the server is known to hold: what it sent and what it acknowledged, as bytes; made into a text only when
 * unsent work has to be told apart from it, which is rare.
 */
export interface ServerCopy {
  add(update: Uint8Array): void;
  /** The server went back to an older state: nothing is known of it any more. */
  forget(): void;
  updates(): readonly Uint8Array[];
  /** A new text of its own; changing it changes nothing here. */
  doc(): Y.Doc;
}

export function serverCopy(initial: readonly Uint8Array[]): ServerCopy {
  /** What was known first, then updates as they came: those merged most often first. */
  let known: readonly Uint8Array[] = initial;
  let levels: Uint8Array[][] = [];
  const add = (update: Uint8Array, level: number): void => {
    const there = levels[level] ?? [];
    levels[level] = there;
    there.push(update);
    if (there.length < MERGED) return;
    levels[level] = [];
    add(Y.mergeUpdates(there), level + 1);
  };
  const updates = (): Uint8Array[] => [...known, ...levels.toReversed().flat()];
  return {
    add: (update) => add(update, 0),
    forget: () => {
      known = [];
      levels = [];
    },
    updates,
    doc: () => docOf(updates()),
  };
}

/** True when the updates hold structs that `other` lacks: whoever sent `other` went back to an older state. */
export const isBeyond = (updates: readonly Uint8Array[], other: ReadonlyMap<number, number>): boolean =>
  // Read off the updates: making a text of them takes as long as opening it, at every return.
  updates.some((update) =>
    [...Y.parseUpdateMeta(update).to].some(([client, clock]) => clock > (other.get(client) ?? 0)),
  );
