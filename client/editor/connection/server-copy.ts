import * as Y from 'yjs';

/** Above this many updates they are folded into one: keeps memory near the size of the text. */
const FOLD_ABOVE = 1000;

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
  let updates: Uint8Array[] = [...initial];
  return {
    add: (update) => {
      updates.push(update);
      if (updates.length > FOLD_ABOVE) updates = [fold(updates)];
    },
    forget: () => {
      updates = [];
    },
    updates: () => updates,
    doc: () => docOf(updates),
  };
}

/** True when the updates hold structs that `other` lacks: whoever sent `other` went back to an older state. */
export const isBeyond = (updates: readonly Uint8Array[], other: ReadonlyMap<number, number>): boolean =>
  // Read off the updates: making a text of them takes as long as opening it, at every return.
  updates.some((update) =>
    [...Y.parseUpdateMeta(update).to].some(([client, clock]) => clock > (other.get(client) ?? 0)),
  );
