import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  type Burden,
  createBurden,
  measure,
  priceOf,
  priceOfDeletions,
} from '../../../server/room/burden.ts';
import { createLooseStructs } from '../../../server/room/loose-structs.ts';
import type { Place } from '../../../server/room/place.ts';
import { createShares } from '../../../server/room/shares.ts';
import { strainOf } from '../../../server/room/strain.ts';
import { WHOLE } from '../../../server/room/text-walk.ts';
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

const SEEDS = seeds(200, 5_000);

const countStructs = (doc: Y.Doc): number =>
  [...doc.store.clients.values()].reduce((sum, structs) => sum + structs.length, 0);

/** What updates of one window are charged, each by itself, at the full price of a step. */
function charge(doc: Y.Doc, burden: Burden, updates: readonly Uint8Array[]): number[] {
  const loose = createLooseStructs();
  const known = Y.decodeStateVector(Y.encodeStateVector(doc));
  return updates.map((update) => {
    const read = readUpdate(update);
    if (read === null) throw new Error('no update');
    let sum = 0;
    inYjsOrder(read, known, (insertion) => {
      const cost = stepsFor(doc, loose, insertion, () => Number.POSITIVE_INFINITY);
      const price = priceOf(burden, insertion, cost, false);
      sum += price === Number.POSITIVE_INFINITY ? price : cost.steps + WHOLE * (price - cost.steps);
      return price !== Number.POSITIVE_INFINITY;
    });
    loose.cuts += 2 * read.deletions.length;
    return sum + WHOLE * priceOfDeletions(burden, read.deletions);
  });
}

/** Steps of Yjs for a text that is read whole, and from each of some earlier states on. */
function expectBound(doc: Y.Doc, earlier: readonly Uint8Array[], charged: number, name: string): number {
  const strain = strainOf(doc, createShares());
  const bound = countStructs(doc) + charged;
  let most = 0;
  for (const state of [null, ...earlier]) {
    const reader = new Y.Doc();
    if (state !== null) Y.applyUpdate(reader, state);
    const steps = stepsOfYjs(() =>
      Y.applyUpdate(reader, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(reader))),
    );
    expect(reader.store.pendingStructs).toBeNull();
    expect(steps, `${name}: measured`).toBeLessThanOrEqual(countStructs(doc) + 3 * strain);
    expect(steps, `${name}: charged`).toBeLessThanOrEqual(bound);
    most = Math.max(most, steps);
  }
  return most;
}

describe('what a text may cost whoever reads it whole', () => {
  it(`R78: is never more than was charged in ${SEEDS} rooms in which everybody was offline`, () => {
    const sum = { yjs: 0, charged: 0, strain: 0, structs: 0 };
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      const random = createRandom(seed);
      const server = createDoc();
      const burden = createBurden();
      const writers = [createDoc(), createDoc(), createDoc()];
      const earlier: Uint8Array[] = [];
      let charged = 0;
      let yjs = 0;
      for (let round = 0; round < 5; round += 1) {
        for (const writer of writers) for (let k = random.below(25); k > 0; k -= 1) edit(random, writer);
        const some = writers.filter(() => random.chance(0.7));
        const updates = some.map((writer) => Y.encodeStateAsUpdate(writer, Y.encodeStateVector(server)));
        if (random.chance(0.5)) measure(burden, server);
        const charges = charge(server, burden, updates);
        expect(charges, `seed ${seed}`).not.toContain(Number.POSITIVE_INFINITY);
        for (const update of updates) Y.applyUpdate(server, update);
        charged += charges.reduce((all, one) => all + one, 0);
        yjs = expectBound(server, earlier, charged, `seed ${seed}, round ${round}`);
        earlier.push(Y.encodeStateAsUpdate(server));
        for (const writer of writers)
          if (random.chance(0.5)) Y.applyUpdate(writer, Y.encodeStateAsUpdate(server));
      }
      sum.yjs += yjs;
      sum.charged += charged;
      sum.strain += strainOf(server, createShares());
      sum.structs += countStructs(server);
    }
    console.log(`whole texts of honest edits: ${JSON.stringify(sum)}`);
  });

  it(`R78: is never more than was charged in ${SEEDS} rooms in which somebody puts structs between whatever there is`, () => {
    const sum = { yjs: 0, charged: 0, strain: 0, structs: 0, refused: 0 };
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      const random = createRandom(seed);
      const server = createDoc();
      const burden = createBurden();
      const writer = createDoc();
      for (let k = 0; k < 10; k += 1) edit(random, writer);
      Y.applyUpdate(server, Y.encodeStateAsUpdate(writer));
      const earlier: Uint8Array[] = [];
      let charged = 0;
      let yjs = 0;
      const states = [copyOf(server)];
      const taken = new Set<number>();
      for (let round = 0; round < 12; round += 1) {
        const places: Place[] = placesOf(server);
        const ends = new Map(
          [3, 5, 2_000_000_000].map((client) => [client, Y.getState(server.store, client)]),
        );
        if (random.chance(0.3)) measure(burden, server);
        const { since } = burden;
        const update = random.chance(0.7)
          ? stale(random, states, taken)
          : hostile(random, places, ends, [3, 5, 2_000_000_000]);
        const [price = 0] = charge(server, burden, [update]);
        if (price === Number.POSITIVE_INFINITY) {
          burden.since = since;
          sum.refused += 1;
          continue;
        }
        charged += price;
        Y.applyUpdate(server, update);
        states.push(copyOf(server));
        yjs = expectBound(server, earlier, charged, `seed ${seed}, round ${round}`);
        earlier.push(Y.encodeStateAsUpdate(server));
      }
      sum.yjs += yjs;
      sum.charged += charged;
      sum.strain += strainOf(server, createShares());
      sum.structs += countStructs(server);
    }
    console.log(`whole texts of hostile edits: ${JSON.stringify(sum)}`);
  });
});
