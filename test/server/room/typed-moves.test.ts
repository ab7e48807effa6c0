import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { movesForDeletions } from '../../../server/room/deletion-moves.ts';
import { createLooseStructs, type LooseStructs } from '../../../server/room/loose-structs.ts';
import { movesFor, movesForNothing } from '../../../server/room/moves.ts';
import { closeRow, join, type Row, rowOf, rowOfTyped } from '../../../server/room/row.ts';
import { readTyped, type Typed } from '../../../server/room/typed.ts';
import { movesForTypedOn } from '../../../server/room/typed-on.ts';
import { readUpdate } from '../../../server/room/update-reader.ts';
import { stepsFor } from '../../../server/room/walk.ts';
import { findSeams, movesOfSeams, type Seams, seamMovesFor } from '../../../server/room/whole-moves.ts';
import { inYjsOrder } from '../../../server/room/yjs-order.ts';
import { SEED, seeds } from '../../seeded.ts';
import { createRandom, type Random } from '../../sim/random.ts';
import { createDoc } from './test-client.ts';
import { createWriter, type Habit, type, type Writer } from './typing-writer.ts';
import { movesOfYjs, startCountingMoves, stopCountingMoves } from './yjs-moves.ts';

beforeEach(startCountingMoves);
afterEach(stopCountingMoves);

const SEEDS = seeds(150, 5_000);

const unlimited = (): number => Number.POSITIVE_INFINITY;

const HABITS: readonly Habit[] = [
  { name: 'two type', deletes: 0, most: 6, before: 0, writers: 2 },
  { name: 'two type and delete', deletes: 0.2, most: 6, before: 0, writers: 2 },
  {
    name: 'one puts single characters into what was just typed',
    deletes: 0,
    most: 1,
    before: 60,
    writers: 1,
  },
  { name: 'one deletes much of what was just typed', deletes: 0.5, most: 3, before: 60, writers: 1 },
];

/** What is on its way, reckoned twice: as a room does it, and without the quick way. */
interface Reckoning {
  readonly loose: LooseStructs;
  readonly slowly: LooseStructs;
  readonly known: Map<number, number>;
  readonly seams: Seams;
  quick: number;
  moves: number;
  /** More moves for whoever reads the whole text. */
  whole: number;
}

function reckon(doc: Y.Doc, reckoning: Reckoning, update: Uint8Array): void {
  const typed = readTyped(update);
  if (typed === null) reckonUpdate(doc, reckoning, update);
  else reckonTyped(doc, reckoning, typed);
}

function reckonTyped(doc: Y.Doc, reckoning: Reckoning, typed: Typed): void {
  const { loose, slowly, known, seams } = reckoning;
  known.set(typed.client, typed.end);
  const quick = movesForTypedOn(doc, loose, typed);
  const cost = stepsFor(doc, slowly, typed, unlimited);
  const moves = movesFor(doc, slowly, typed, cost);
  expect(cost.steps).not.toBe(Number.POSITIVE_INFINITY);
  reckoning.moves += moves;
  if (quick !== null) {
    expect({ moves: quick, cost }).toEqual({
      moves,
      cost: { steps: 0, between: 0, structs: 0, times: 1, looks: 0 },
    });
    reckoning.quick += 1;
    return;
  }
  expect(movesFor(doc, loose, typed, stepsFor(doc, loose, typed, unlimited))).toBe(moves);
  reckoning.whole += seamMovesFor(doc, slowly.shelves, seams, typed, cost);
}

function reckonUpdate(doc: Y.Doc, reckoning: Reckoning, update: Uint8Array): void {
  const { loose, slowly, known, seams } = reckoning;
  const read = readUpdate(update);
  if (read === null) throw new Error('no update');
  for (const each of [loose, slowly]) {
    let moves = 0;
    inYjsOrder(
      read,
      known,
      (insertion) => {
        const cost = stepsFor(doc, each, insertion, unlimited);
        moves += movesFor(doc, each, insertion, cost);
        if (each === slowly) reckoning.whole += seamMovesFor(doc, each.shelves, seams, insertion, cost);
        return true;
      },
      (place, end) => {
        moves += movesForNothing(doc, each, place, end);
      },
    );
    each.cuts += 2 * read.deletions.length;
    moves += movesForDeletions(doc, each, read.deletions);
    if (each === slowly) reckoning.moves += moves;
  }
  for (const { client, end } of read.sections) known.set(client, Math.max(known.get(client) ?? 0, end));
}

/** What is noted, without the documents that lists ask. */
const notedIn = ({ shelves, stretches, size, cuts }: LooseStructs): unknown => ({
  ...{ shelves, size, cuts },
  stretches: [...stretches].map(([client, all]) => [
    client,
    all.map(({ root, ...rest }) => ({ ...rest, weight: root.weight })),
  ]),
});

interface Sum {
  yjs: number;
  reckoned: number;
  whole: number;
  charged: number;
  quick: number;
}

/** All that was typed comes, in rows as a room makes them, some of which the document takes in before the rest. */
function come(random: Random, server: Y.Doc, writers: readonly Writer[], name: string, sum: Sum): void {
  const known = Y.decodeStateVector(Y.encodeStateVector(server));
  const shown = new Map(known);
  const seams: Seams = new Map();
  findSeams(server, seams);
  const before = movesOfSeams(server, seams);
  const loose = createLooseStructs();
  const slowly = createLooseStructs();
  const reckoning: Reckoning = { loose, slowly, known, seams, quick: 0, moves: 0, whole: 0 };
  const rows: Row[] = [];
  let yjs = 0;
  const take = (): void => {
    yjs += movesOfYjs(() =>
      server.transact(() => {
        for (const row of rows.splice(0)) Y.applyUpdate(server, closeRow(row));
      }),
    );
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(server))) shown.set(client, clock);
    for (const writer of writers) writer.row = null;
  };
  const [often, joining] = [random.pick([0, 0, 0.05]), random.pick([0, 0.5, 1])];
  for (let coming = writers.slice(); coming.length > 0; ) {
    const writer = random.pick(coming);
    const update = writer.updates.shift();
    coming = coming.filter(({ updates }) => updates.length > 0);
    if (update === undefined) continue;
    reckon(server, reckoning, update);
    const typed = readTyped(update);
    const joins = typed !== null && writer.row !== null && random.chance(joining);
    if (joins && join(writer.row as Row, typed as Typed, shown, 0)) continue;
    const row = typed === null ? rowOf(update, []) : rowOfTyped(typed, [], 0);
    writer.row = typed === null ? null : row;
    rows.push(row);
    if (random.chance(often)) take();
  }
  take();
  expect(server.store.pendingStructs, name).toBeNull();
  expect(notedIn(loose), name).toEqual(notedIn(slowly));
  expect(yjs, name).toBeLessThanOrEqual(reckoning.moves);
  findSeams(server, seams);
  sum.whole += movesOfSeams(server, seams) - before;
  sum.charged += reckoning.whole;
  sum.yjs += yjs;
  sum.reckoned += reckoning.moves;
  sum.quick += reckoning.quick;
}

describe('how many structs Yjs moves for what is typed', () => {
  it.each(HABITS)(`R79: is never more than was reckoned in ${SEEDS} rooms: $name`, (habit) => {
    const sum: Sum = { yjs: 0, reckoned: 0, whole: 0, charged: 0, quick: 0 };
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      const random = createRandom(seed);
      const server = createDoc();
      const writers = Array.from({ length: habit.writers }, createWriter);
      const [first] = writers as [Writer];
      first.doc.getText('text').insert(0, 'Governments recall');
      for (let k = 0; k < habit.before; k += 1) first.doc.getText('text').insert(9 + k, 'x');
      for (let round = 0; round < 4; round += 1) {
        for (const writer of writers)
          for (let k = random.below(20); k > 0; k -= 1) type(random, writer, habit);
        come(random, server, writers, `seed ${seed}, round ${round}`, sum);
        for (const { doc } of writers)
          if (random.chance(0.7)) Y.applyUpdate(doc, Y.encodeStateAsUpdate(server), 'server');
      }
    }
    expect(sum.quick).toBeGreaterThan(SEEDS);
    expect(sum.whole).toBeLessThanOrEqual(sum.charged);
    console.log(`moves of what is typed: ${JSON.stringify(sum)}`);
  });
});
