import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readUpdate } from '../../../server/room/update-reader.ts';
import { createRandom } from '../../sim/random.ts';
import { richUpdate } from '../../sim/room/rich-update.ts';

/** What Yjs itself reads, in the shape of ours; null when it throws. */
function readByYjs(update: Uint8Array): { structs: [number, number, number][]; deletions: number } | null {
  try {
    const { structs, ds } = Y.decodeUpdate(update);
    return {
      structs: structs
        .filter((struct) => !(struct instanceof Y.Skip))
        .map((struct) => [struct.id.client, struct.id.clock, struct.length]),
      deletions: [...ds.clients.values()].flat().reduce((sum, range) => sum + range.len, 0),
    };
  } catch {
    return null;
  }
}

const SEEDS = 100;

describe('reading updates', () => {
  it('R16: reads what Yjs writes as Yjs reads it', () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const update = richUpdate(createRandom(seed));
      const ours = readUpdate(update);
      const theirs = readByYjs(update);
      expect(ours, `seed ${seed}`).not.toBeNull();
      const clocks = new Map<number, number>();
      for (const [client, , length] of theirs?.structs ?? [])
        clocks.set(client, (clocks.get(client) ?? 0) + length);
      const ourClocks = new Map<number, number>();
      for (const { client, start, end } of ours?.sections ?? [])
        ourClocks.set(client, (ourClocks.get(client) ?? 0) + end - start);
      expect([...ourClocks], `seed ${seed}`).toEqual([...clocks]);
      const deleted = ours?.deletions.reduce((sum, range) => sum + range.length, 0);
      expect(deleted, `seed ${seed}`).toBe(theirs?.deletions);
    }
  });

  it('R16: never reads past the end of its bytes into what stands behind them', () => {
    const neighbour = new TextEncoder().encode('a secret of somebody else');
    for (let seed = 1; seed <= 20; seed += 1) {
      const update = richUpdate(createRandom(seed));
      const memory = new Uint8Array(update.length + neighbour.length);
      memory.set(update);
      memory.set(neighbour, update.length);
      for (let end = 0; end < update.length; end += 1)
        expect(readUpdate(memory.subarray(0, end)), `seed ${seed}, ${end} bytes`).toBeNull();
    }
  });

  it.each([
    ['nothing', []],
    ['bytes behind the update', [0, 0, 0]],
    ['a group without structs', [1, 0, 5, 0, 0]],
    ['two groups of one client', [2, 1, 5, 0, 0, 1, 1, 5, 1, 0, 1, 0]],
    ['an empty deleted struct', [1, 1, 5, 0, 0x81, 6, 0, 0, 0]],
    ['an item that builds on itself', [1, 1, 5, 0, 0x84, 5, 0, 1, 120, 0]],
    ['an item whose right neighbour comes later', [1, 1, 5, 0, 0x44, 5, 9, 1, 120, 0]],
    ['an item in an item of its own that comes later', [1, 1, 5, 0, 4, 0, 5, 3, 1, 120, 0]],
    ['a subdocument', [1, 1, 5, 0, 9, 1, 1, 116, 1, 103, 118, 0, 0]],
    ['an unknown content', [1, 1, 5, 0, 11, 1, 1, 116, 0]],
    ['an unknown type', [1, 1, 5, 0, 7, 1, 1, 116, 9, 0]],
    ['a gap with other bits, which Yjs applies and cannot merge', [1, 2, 5, 0, 0, 1, 42, 3, 0]],
    ['an empty deleted range', [0, 1, 5, 1, 0, 0]],
    ['a range deleted twice', [0, 1, 5, 2, 0, 3, 2, 1]],
    ['deletions of one client in two groups', [0, 2, 5, 1, 0, 1, 5, 1, 1, 1]],
    ['more structs promised than there are', [1, 255, 255, 255, 255, 15, 5, 0, 0, 1, 0]],
  ])('R16: refuses %s', (_name, bytes) => {
    expect(readUpdate(Uint8Array.from(bytes))).toBeNull();
  });
});
