import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { isBeyond, serverCopy } from '../../../../client/editor/connection/server-copy.ts';
import { createRandom } from '../../../sim/random.ts';

/** Some thousand updates of three writers, one a key, in the order in which a server sends them. */
function typed(keys: number): { readonly updates: readonly Uint8Array[]; readonly doc: Y.Doc } {
  const random = createRandom(7);
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const writers = [1, 2, 3].map((clientID) => {
    const writer = new Y.Doc();
    writer.clientID = clientID;
    writer.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'room') Y.applyUpdate(doc, update);
    });
    return writer;
  });
  for (let key = 0; key < keys; key += 1) {
    const writer = random.pick(writers);
    Y.applyUpdate(writer, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(writer)), 'room');
    const text = writer.getText('text');
    const at = random.below(text.length + 1);
    if (random.chance(0.2) && at < text.length) text.delete(at, 1);
    else text.insert(at, String.fromCharCode(97 + random.below(26)));
  }
  return { updates, doc };
}

describe('what the server is known to hold', () => {
  it('R59: is kept as few updates, which together say what all of them said', () => {
    const { updates, doc } = typed(1_200);
    const [first, ...later] = updates;
    const copy = serverCopy([first as Uint8Array]);
    for (const update of later) copy.add(update);
    expect(copy.updates().length).toBeLessThanOrEqual(1 + 3 * 15);
    const made = copy.doc();
    expect(made.getText('text').toString()).toBe(doc.getText('text').toString());
    expect(made.store.pendingStructs).toBeNull();
    copy.forget();
    expect(copy.updates()).toEqual([]);
  });

  it('R53: a server that lacks a struct of it went back, one that has them all did not', () => {
    const { updates, doc } = typed(100);
    const now = Y.decodeStateVector(Y.encodeStateVector(doc));
    expect(isBeyond(updates, now)).toBe(false);
    for (const [client, clock] of now) {
      expect(isBeyond(updates, new Map([...now, [client, clock - 1]]))).toBe(true);
      expect(isBeyond(updates, new Map([...now, [client, clock + 1]]))).toBe(false);
    }
    expect(isBeyond([], new Map())).toBe(false);
  });
});
