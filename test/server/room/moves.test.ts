import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { movesForDeletions } from '../../../server/room/deletion-moves.ts';
import { freshDeletions } from '../../../server/room/deletions.ts';
import { createLooseStructs, type LooseStructs } from '../../../server/room/loose-structs.ts';
import { movesFor, movesForNothing } from '../../../server/room/moves.ts';
import type { Place } from '../../../server/room/place.ts';
import { trimUpdate } from '../../../server/room/trim.ts';
import { readUpdate } from '../../../server/room/update-reader.ts';
import { stepsFor } from '../../../server/room/walk.ts';
import {
  findSeams,
  movesOfSeams,
  type Seams,
  seamMovesFor,
  seamMovesForDeletions,
  seamMovesForNothing,
} from '../../../server/room/whole-moves.ts';
import { inYjsOrder } from '../../../server/room/yjs-order.ts';
import { SEED, seeds } from '../../seeded.ts';
import { createRandom } from '../../sim/random.ts';
import { edit, hostile, placesOf, someRanges } from './scattered-edits.ts';
import { copyOf, stale } from './stale-edits.ts';
import { createDoc } from './test-client.ts';
import { movesOfYjs, startCountingMoves, stopCountingMoves } from './yjs-moves.ts';

beforeEach(startCountingMoves);
afterEach(stopCountingMoves);

const SEEDS = seeds(400, 20_000);

const unlimited = (): number => Number.POSITIVE_INFINITY;

/** How many structs an update is reckoned to move, infinite when it is refused (R78), and what of it is stored. */
function reckon(
  doc: Y.Doc,
  loose: LooseStructs,
  known: Map<number, number>,
  update: Uint8Array,
  seams: Seams,
): { moves: number; whole: number; stored: Uint8Array } {
  const read = readUpdate(update);
  if (read === null) throw new Error('no update');
  let moves = 0;
  let whole = 0;
  inYjsOrder(
    read,
    known,
    (insertion) => {
      const cost = stepsFor(doc, loose, insertion, unlimited);
      moves += cost.steps === Number.POSITIVE_INFINITY ? cost.steps : movesFor(doc, loose, insertion, cost);
      whole += seamMovesFor(doc, loose.shelves, seams, insertion, cost);
      return moves !== Number.POSITIVE_INFINITY;
    },
    (place, end) => {
      moves += movesForNothing(doc, loose, place, end);
      whole += seamMovesForNothing(seams, place);
    },
  );
  const { ranges } = freshDeletions(doc, read.deletions);
  const stored = trimUpdate(update, read, known, ranges);
  for (const { client, end } of read.sections) known.set(client, Math.max(known.get(client) ?? 0, end));
  loose.cuts += 2 * read.deletions.length;
  whole += seamMovesForDeletions(seams, ranges);
  return { moves: moves + movesForDeletions(doc, loose, ranges), whole, stored };
}

/** In which order things stand in the roots of a document, and what of them is deleted. */
function orderOf(doc: Y.Doc): string {
  const places: string[] = [];
  const add = (first: Y.Item | null): void => {
    for (let item = first; item !== null; item = item.right)
      for (let k = 0; k < item.length; k += 1)
        places.push(`${item.id.client}.${item.id.clock + k}${item.deleted ? '-' : ''}`);
    places.push('|');
  };
  for (const name of ['text', 'map']) {
    const root = doc.get(name, Y.AbstractType);
    add(root._start);
    for (const key of [...root._map.keys()].sort()) {
      let first = root._map.get(key) ?? null;
      while (first?.left != null) first = first.left;
      add(first);
    }
  }
  return places.join();
}

function placesIn(doc: Y.Doc): Place[] {
  const places: Place[] = [];
  for (let item = doc.getText('text')._start; item !== null; item = item.right)
    for (let k = 0; k < item.length; k += 1)
      places.push({ client: item.id.client, clock: item.id.clock + k });
  return places;
}

interface Taken {
  readonly yjs: number;
  readonly reckoned: number;
  /** Who reads the whole text sees it in the same order. */
  readonly isOne: boolean;
  /** How many more are moved when it is read whole, and how many were charged. */
  readonly whole: number;
  readonly charged: number;
}

const NONE: Taken = { yjs: 0, reckoned: 0, isOne: true, whole: 0, charged: 0 };

/** Takes updates in as one window of the log does; answers what was moved, and what was reckoned. */
function take(doc: Y.Doc, updates: readonly Uint8Array[], name: string): Taken {
  const loose = createLooseStructs();
  const known = Y.decodeStateVector(Y.encodeStateVector(doc));
  const seams: Seams = new Map();
  findSeams(doc, seams);
  const before = movesOfSeams(doc, seams);
  const reckonings = updates.map((update) => reckon(doc, loose, known, update, seams));
  const reckoned = reckonings.reduce((sum, { moves }) => sum + moves, 0);
  if (reckoned === Number.POSITIVE_INFINITY) return { ...NONE, reckoned };
  const yjs = movesOfYjs(() => {
    doc.transact(() => {
      for (const { stored } of reckonings) Y.applyUpdate(doc, stored);
    });
  });
  findSeams(doc, seams);
  const whole = movesOfSeams(doc, seams);
  const reader = new Y.Doc();
  const read = movesOfYjs(() => Y.applyUpdate(reader, Y.encodeStateAsUpdate(doc)));
  if (orderOf(reader) !== orderOf(doc)) return { ...NONE, yjs, reckoned, isOne: false };
  expect(read, `${name}, read whole, measured`).toBeLessThanOrEqual(whole);
  const charged = reckonings.reduce((sum, one) => sum + one.whole, 0);
  return { yjs, reckoned, isOne: true, whole: whole - before, charged };
}

describe('how many structs Yjs moves in its arrays', () => {
  it(`R79: is never more than was reckoned in ${SEEDS} rooms in which everybody was offline`, () => {
    const sum = { yjs: 0, reckoned: 0 };
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      const random = createRandom(seed);
      const server = createDoc();
      const writers = [createDoc(), createDoc(), createDoc()];
      for (let round = 0; round < 5; round += 1) {
        for (const writer of writers) for (let k = random.below(25); k > 0; k -= 1) edit(random, writer);
        const some = writers.filter(() => random.chance(0.7));
        const { yjs, reckoned, isOne } = take(
          server,
          some.map((writer) => Y.encodeStateAsUpdate(writer, Y.encodeStateVector(server))),
          `seed ${seed}, round ${round}`,
        );
        expect(isOne, `seed ${seed}`).toBe(true);
        expect(reckoned, `seed ${seed}`).not.toBe(Number.POSITIVE_INFINITY);
        expect(yjs, `seed ${seed}, round ${round}`).toBeLessThanOrEqual(reckoned);
        sum.yjs += yjs;
        sum.reckoned += reckoned;
        for (const writer of writers)
          if (random.chance(0.5)) Y.applyUpdate(writer, Y.encodeStateAsUpdate(server));
      }
    }
    console.log(`moves of honest edits: ${JSON.stringify(sum)}`);
  });

  it(`R79: is never more than was reckoned in ${SEEDS} rooms in which somebody cuts and deletes whatever there is`, () => {
    const sum = { yjs: 0, reckoned: 0, whole: 0, charged: 0, refused: 0 };
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      const random = createRandom(seed);
      const server = createDoc();
      const writer = createDoc();
      for (let k = 0; k < 20; k += 1) edit(random, writer);
      Y.applyUpdate(server, Y.encodeStateAsUpdate(writer));
      const states = [copyOf(server)];
      const taken = new Set<number>();
      for (let round = 0; round < 8; round += 1) {
        const inText = random.chance(0.8);
        const places = inText ? placesIn(server) : placesOf(server);
        const ends = new Map(
          [3, 5, 2_000_000_000].map((client) => [client, Y.getState(server.store, client)]),
        );
        const isStale = random.chance(0.5);
        const updates = Array.from({ length: 1 + random.below(3) }, () => {
          const deletions = someRanges(random, server, random.pick([3, 10, 40]));
          if (isStale) return stale(random, states, taken, deletions);
          const gone = random.pick([0, 0.1, 0.5]);
          return hostile(random, places, ends, [3, 5, 2_000_000_000], { inText, gone, deletions });
        });
        const { yjs, reckoned, isOne, whole, charged } = take(
          server,
          updates,
          `seed ${seed}, round ${round}`,
        );
        states.push(copyOf(server));
        expect(isOne, `seed ${seed}, round ${round}`).toBe(true);
        sum.yjs += yjs;
        sum.whole += whole;
        sum.charged += charged;
        if (reckoned === Number.POSITIVE_INFINITY) sum.refused += 1;
        else {
          expect(yjs, `seed ${seed}, round ${round}`).toBeLessThanOrEqual(reckoned);
          sum.reckoned += reckoned;
        }
      }
    }
    // One by one it was more in one of ten thousand rounds; then the text is measured anew.
    expect(sum.whole).toBeLessThanOrEqual(sum.charged);
    console.log(`moves of hostile edits: ${JSON.stringify(sum)}`);
  });
});
