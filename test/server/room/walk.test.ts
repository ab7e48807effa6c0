import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createLooseStructs, type LooseStructs } from '../../../server/room/loose-structs.ts';
import { readUpdate } from '../../../server/room/update-reader.ts';
import { stepsFor } from '../../../server/room/walk.ts';
import { inYjsOrder } from '../../../server/room/yjs-order.ts';
import { SEED, seeds } from '../../seeded.ts';
import { createRandom } from '../../sim/random.ts';
import { edit, hostile, placesOf } from './scattered-edits.ts';
import { copyOf, stale } from './stale-edits.ts';
import { createDoc } from './test-client.ts';
import { startCounting, stepsOfYjs, stopCounting } from './yjs-steps.ts';

beforeEach(startCounting);
afterEach(stopCounting);

const SEEDS = seeds(300, 20_000);

/** Seeds that once fell short: what goes nowhere still cuts its right neighbour. */
const FELL_SHORT = [6_024];

/** What an update is reckoned to cost, and of how many structs it consists. */
function reckon(doc: Y.Doc, loose: LooseStructs, update: Uint8Array): { steps: number; structs: number } {
  const read = readUpdate(update);
  if (read === null) throw new Error('no update');
  const known = Y.decodeStateVector(Y.encodeStateVector(doc));
  let steps = 0;
  let structs = 0;
  inYjsOrder(read, known, (insertion) => {
    structs += 1;
    steps += stepsFor(doc, loose, insertion, () => Number.POSITIVE_INFINITY).steps;
    return true;
  });
  loose.cuts += 2 * read.deletions.length;
  return { steps, structs };
}

/** Whether the last of these holds what no editor makes (R78). */
function isRefused(doc: Y.Doc, updates: readonly Uint8Array[]): boolean {
  const loose = createLooseStructs();
  return updates.map((update) => reckon(doc, loose, update)).at(-1)?.steps === Number.POSITIVE_INFINITY;
}

/** Takes updates in as a window of the log does, and answers what they cost and were reckoned to. */
function take(
  doc: Y.Doc,
  updates: readonly Uint8Array[],
): { yjs: number; reckoned: number; structs: number } {
  const loose = createLooseStructs();
  // Reckoned before any of them is there.
  const reckonings = updates.map((update) => reckon(doc, loose, update));
  const sum = { yjs: 0, reckoned: 0, structs: 0 };
  doc.transact(() => {
    for (const [k, update] of updates.entries()) {
      const { steps, structs } = reckonings[k] as (typeof reckonings)[number];
      const yjs = stepsOfYjs(() => Y.applyUpdate(doc, update));
      expect(yjs, `update ${k}`).toBeLessThanOrEqual(steps + structs);
      sum.yjs += yjs;
      sum.reckoned += steps;
      sum.structs += structs;
    }
  });
  expect(doc.store.pendingStructs).toBeNull();
  return sum;
}

describe('reckoning how far Yjs walks', () => {
  it(`R76: never falls short of it for ${SEEDS} rooms in which everybody was offline, and hardly exceeds it`, () => {
    const sum = { yjs: 0, reckoned: 0, structs: 0 };
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      const random = createRandom(seed);
      const server = createDoc();
      const writers = [createDoc(), createDoc(), createDoc()];
      for (let round = 0; round < 4; round += 1) {
        for (const writer of writers) for (let k = random.below(25); k > 0; k -= 1) edit(random, writer);
        const some = writers.filter(() => random.chance(0.7));
        const updates = some.map((writer) => Y.encodeStateAsUpdate(writer, Y.encodeStateVector(server)));
        try {
          const { yjs, reckoned, structs } = take(server, updates);
          sum.yjs += yjs;
          sum.reckoned += reckoned;
          sum.structs += structs;
        } catch (error) {
          throw new Error(`seed ${seed}, round ${round}`, { cause: error });
        }
        for (const writer of writers)
          if (random.chance(0.5)) Y.applyUpdate(writer, Y.encodeStateAsUpdate(server));
      }
    }
    console.log(`walks of honest edits: ${JSON.stringify(sum)}`);
    expect(sum.yjs).toBeGreaterThan(SEEDS);
    expect(sum.reckoned).toBeLessThan(4 * (sum.yjs + sum.structs));
  });

  it(`R76: never falls short of it for ${SEEDS} rooms in which somebody puts structs between whatever there is`, () => {
    let yjs = 0;
    let structs = 0;
    let refused = 0;
    for (const seed of [...Array.from({ length: SEEDS }, (_, k) => SEED + k), ...FELL_SHORT]) {
      const random = createRandom(seed);
      const server = createDoc();
      const writer = createDoc();
      for (let k = 0; k < 10; k += 1) edit(random, writer);
      Y.applyUpdate(server, Y.encodeStateAsUpdate(writer));
      const ends = new Map<number, number>();
      const states = [copyOf(server)];
      const taken = new Set<number>();
      for (let round = 0; round < 6; round += 1) {
        const places = placesOf(server);
        const updates: Uint8Array[] = [];
        for (let k = 1 + random.below(3); k > 0; k -= 1) {
          const before = { places: places.length, ends: [...ends] };
          const update = random.chance(0.7)
            ? stale(random, states, taken)
            : hostile(random, places, ends, [3, 5, 2_000_000_000]);
          if (isRefused(server, [...updates, update])) {
            refused += 1;
            places.length = before.places;
            ends.clear();
            for (const [client, end] of before.ends) ends.set(client, end);
          } else updates.push(update);
        }
        try {
          const taken = take(server, updates);
          yjs += taken.yjs;
          structs += taken.structs;
        } catch (error) {
          throw new Error(`seed ${seed}, round ${round}`, { cause: error });
        }
        states.push(copyOf(server));
      }
    }
    console.log(`walks of hostile edits: ${JSON.stringify({ yjs, structs, refused })}`);
    expect(refused).toBeGreaterThan(SEEDS);
    // Else they are not hostile.
    expect(yjs).toBeGreaterThan(structs);
  });
});
