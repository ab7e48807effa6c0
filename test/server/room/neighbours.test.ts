import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Insertion } from '../../../server/room/insertions.ts';
import { createLooseStructs, type LooseStructs } from '../../../server/room/loose-structs.ts';
import { movesFor, movesForNothing } from '../../../server/room/moves.ts';
import { stepsToLook } from '../../../server/room/neighbours.ts';
import type { Place } from '../../../server/room/place.ts';
import { readUpdate } from '../../../server/room/update-reader.ts';
import { stepsFor } from '../../../server/room/walk.ts';
import { inYjsOrder } from '../../../server/room/yjs-order.ts';
import { SEED, seeds } from '../../seeded.ts';
import { createRandom, type Random } from '../../sim/random.ts';
import { couldBeWritten } from './could-be-written.ts';
import { edit, hostile, placesOf } from './scattered-edits.ts';
import { copyOf, stale } from './stale-edits.ts';
import { standingOrder } from './standing-order.ts';
import { createDoc } from './test-client.ts';

const SEEDS = seeds(60, 3_000);
const NEVER = Number.POSITIVE_INFINITY;

/** What of an update is looked at, on top of what is loose, until something may not be taken. */
function look(
  doc: Y.Doc,
  loose: LooseStructs,
  known: Y.Doc,
  update: Uint8Array,
): { insertions: Insertion[]; can: boolean; isTaken: boolean } {
  const read = readUpdate(update);
  if (read === null) throw new Error('no update');
  const insertions: Insertion[] = [];
  let can = true;
  let isTaken = true;
  inYjsOrder(
    read,
    Y.decodeStateVector(Y.encodeStateVector(known)),
    (insertion) => {
      insertions.push(insertion);
      can = stepsToLook(doc, loose, insertion) < NEVER;
      // Other things are refused as well.
      const cost = stepsFor(doc, loose, insertion, () => NEVER);
      isTaken = cost.steps < NEVER && movesFor(doc, loose, insertion, cost) < NEVER;
      return isTaken;
    },
    (place, end) => movesForNothing(doc, loose, place, end),
  );
  return { insertions, can, isTaken };
}

const at = (client: number, clock: number): Place => ({ client, clock });

/** Anna (1) typed "abc", Ben (2) "x" behind a, Carl (3) "y" behind x and "z" at the end, Dora (4) "d" behind z. */
function fourPeople(): Y.Doc {
  const doc = new Y.Doc();
  const typed = [
    [1, 0, 'abc'],
    [2, 1, 'x'],
    [3, 2, 'y'],
    [3, 5, 'z'],
    [4, 6, 'd'],
  ] as const;
  for (const [client, index, words] of typed) {
    const own = copyOf(doc);
    own.clientID = client;
    own.getText('text').insert(index, words);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(own));
  }
  expect(doc.getText('text').toString()).toBe('axybczd');
  return doc;
}

/** Who writes, and left and right of what. */
type Case = readonly [who: Place, left: Place | null, right: Place | null];

describe('whether two neighbours can have stood beside each other', () => {
  it.each<[string, Case, boolean]>([
    ['they do', [at(9, 0), at(2, 0), at(3, 0)], true],
    ['for one who saw neither Ben nor Carl', [at(9, 0), at(1, 0), at(1, 1)], true],
    ['for one who saw Ben and not Carl', [at(9, 0), at(2, 0), at(1, 1)], true],
    ['at the end before Carl', [at(9, 0), at(1, 2), null], true],
    ['at the beginning', [at(9, 0), null, at(1, 0)], true],
    ['at the end, when Anna had typed one letter', [at(9, 0), at(1, 0), null], true],
    ['at an end that nobody saw', [at(9, 0), null, null], true],
    ['not for Ben, who wrote between them', [at(2, 1), at(1, 0), at(1, 1)], false],
    ['not for Carl, who wrote behind Ben', [at(3, 2), at(1, 0), at(1, 1)], false],
    ['not for Dora, who saw what Carl wrote after that', [at(4, 1), at(1, 0), at(1, 1)], false],
    ['not where the right one saw Ben', [at(9, 0), at(1, 0), at(3, 0)], false],
    ['not where one of them came between others of its clientID', [at(9, 0), at(1, 0), at(1, 2)], false],
    ['not at the beginning, with somebody before', [at(9, 0), null, at(1, 1)], false],
    ['not beside itself', [at(9, 0), at(1, 1), at(1, 1)], false],
    ['not with the right one on the left', [at(9, 0), at(2, 0), at(1, 0)], false],
  ])('R81: %s', (_what, [{ client, clock }, origin, rightOrigin], can) => {
    const list = origin === null && rightOrigin === null ? { list: { parent: 'text', key: null } } : {};
    const insertion: Insertion = { client, clock, end: clock + 1, origin, rightOrigin, ...list };
    const steps = stepsToLook(fourPeople(), createLooseStructs(), insertion);
    expect(steps < NEVER).toBe(can);
  });

  it(`R81: is what everything that was built on says, in ${SEEDS} rooms from ${SEED}; then all read the same in any order`, () => {
    const sum = { taken: 0, refused: 0, apart: 0 };
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      const random = createRandom(seed);
      const where = `seed ${seed}`;
      const server = createDoc();
      const writers = [createDoc(), createDoc(), createDoc()];
      const states = [copyOf(server)];
      const strangers = new Set<number>();
      /** All that was taken, and what it consists of. */
      const updates: Uint8Array[] = [];
      const written: Insertion[] = [];
      for (let round = 0; round < 6; round += 1) {
        let loose = createLooseStructs();
        /** With what the server's document has not yet. */
        const ahead = copyOf(server);
        const window: Uint8Array[] = [];
        for (const update of sendAll(random, server, writers, states, strangers)) {
          const known = copyOf(ahead);
          const { insertions, can, isTaken } = look(server, loose, ahead, update);
          Y.applyUpdate(known, update);
          const answers = insertions.map((one) => couldBeWritten(known, [...written, ...insertions], one));
          expect(answers.slice(0, -1), where).not.toContain(false);
          if (insertions.length > 0) expect(answers.at(-1) ?? can, where).toBe(can);
          if (!isTaken) {
            sum.refused += 1;
            loose = createLooseStructs();
            const again = copyOf(server);
            for (const one of window) {
              expect(look(server, loose, again, one).isTaken, where).toBe(true);
              Y.applyUpdate(again, one);
            }
            continue;
          }
          sum.taken += 1;
          sum.apart += insertions.length;
          updates.push(update);
          window.push(update);
          written.push(...insertions);
          Y.applyUpdate(ahead, update);
          // The document takes some in while it still counts as loose.
          if (random.chance(0.3)) for (const one of window) Y.applyUpdate(server, one);
        }
        for (const one of window) Y.applyUpdate(server, one);
        states.push(copyOf(server));
        for (const writer of writers)
          if (random.chance(0.5)) Y.applyUpdate(writer, Y.encodeStateAsUpdate(server));
      }
      const order = standingOrder(server);
      expect(standingOrder(copyOf(server)), where).toEqual(order);
      for (let k = 0; k < 4; k += 1) {
        const reader = createDoc();
        for (const update of shuffled(random, updates)) Y.applyUpdate(reader, update);
        expect(reader.store.pendingStructs, where).toBeNull();
        expect(standingOrder(reader), where).toEqual(order);
      }
    }
    console.log(`neighbours: ${JSON.stringify(sum)}`);
    expect(sum.refused).toBeGreaterThan(SEEDS);
    expect(sum.taken).toBeGreaterThan(SEEDS);
  });
});

/** What honest people who were offline bring, and what others do. */
function sendAll(
  random: Random,
  server: Y.Doc,
  writers: readonly Y.Doc[],
  states: readonly Y.Doc[],
  strangers: Set<number>,
): Uint8Array[] {
  const sent: Uint8Array[] = [];
  for (const writer of writers) {
    for (let k = random.below(6); k > 0; k -= 1) edit(random, writer);
    if (random.chance(0.5)) sent.push(Y.encodeStateAsUpdate(writer, Y.encodeStateVector(server)));
  }
  const liars = [3, 5, 2_000_000_000];
  const ends = new Map(liars.map((client) => [client, Y.getState(server.store, client)]));
  if (random.chance(0.4)) sent.push(hostile(random, placesOf(server), ends, liars));
  for (let k = random.below(3); k > 0; k -= 1) sent.push(stale(random, states, strangers));
  return shuffled(random, sent);
}

function shuffled<T>(random: Random, all: readonly T[]): T[] {
  const rest = [...all];
  return all.map(() => rest.splice(random.below(rest.length), 1)[0] as T);
}
