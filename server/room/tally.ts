import { priceOf, priceOfDeletions } from './burden.ts';
import { movesForDeletions } from './deletion-moves.ts';
import type { Frontier } from './frontier.ts';
import type { Insertion } from './insertions.ts';
import { movesFor, movesForNothing } from './moves.ts';
import type { RoomState } from './room-state.ts';
import { WHOLE } from './text-walk.ts';
import type { DeletedRange, ReadUpdate } from './update-reader.ts';
import { type Cost, stepsFor } from './walk.ts';
import { seamMovesFor, seamMovesForDeletions, seamMovesForNothing } from './whole-moves.ts';
import { inYjsOrder } from './yjs-order.ts';

/** So many structs moved in an array, a nanosecond each, are charged as a step. */
export const MOVES_PER_STEP = 2_000;

/** What an update costs. */
export interface Tally {
  /** Steps that Yjs takes now, and what it moves. */
  steps: number;
  /** What is charged in all, and how much of that because the text was not measured since. */
  price: number;
  guessed: number;
  /** It would be too much in any case, and was not counted to the end. */
  isTooMuch: boolean;
}

/** R79: steps for what an insertion moves now, and with a share of what it moves when the text is read whole. */
export function priceOfMoves(
  room: RoomState,
  insertion: Insertion,
  cost: Cost,
): { now: number; price: number } {
  const { burden, loose, text } = room;
  const now = movesFor(text.integrated, loose, insertion, cost) / MOVES_PER_STEP;
  const moves = seamMovesFor(text.integrated, loose.shelves, burden.seams, insertion, cost);
  const whole = moves / MOVES_PER_STEP / WHOLE;
  burden.guessed += whole;
  return { now, price: now + whole };
}

/** What an update costs, deletions and all; notes what it brings. `most`: of no use beyond so many steps. */
export function count(
  room: RoomState,
  read: ReadUpdate,
  deleted: readonly DeletedRange[],
  most: number,
): Tally {
  const tally = countSteps(room, read, room.text.frontier, most);
  const { burden, loose } = room;
  const { guessed } = burden;
  loose.cuts += 2 * deleted.length;
  const moved = movesForDeletions(room.text.integrated, loose, deleted) / MOVES_PER_STEP;
  tally.steps += moved;
  const whole = seamMovesForDeletions(burden.seams, deleted) / MOVES_PER_STEP / WHOLE;
  burden.guessed += whole;
  tally.price += moved + whole + priceOfDeletions(burden, deleted);
  tally.guessed += burden.guessed - guessed;
  return tally;
}

/** As `count`, without deletions, on top of what is `known`. */
export function countSteps(room: RoomState, read: ReadUpdate, known: Frontier, most: number): Tally {
  const { loose, burden } = room;
  const doc = room.text.integrated;
  const { guessed } = burden;
  const tally: Tally = { steps: 0, price: 0, guessed: 0, isTooMuch: false };
  let between = 0;
  inYjsOrder(
    read,
    known,
    (insertion) => {
      const cost = stepsFor(doc, loose, insertion, () =>
        Math.min(most - tally.steps, most - between / WHOLE),
      );
      const moved = priceOfMoves(room, insertion, cost);
      tally.price += moved.price + priceOf(burden, insertion, cost, false);
      tally.steps += moved.now + cost.looks + cost.steps;
      between += cost.between;
      tally.isTooMuch =
        tally.steps > most || between > most * WHOLE || cost.steps === Number.POSITIVE_INFINITY;
      return !tally.isTooMuch || most === Number.POSITIVE_INFINITY;
    },
    (place, end) => {
      const moved = movesForNothing(doc, loose, place, end) / MOVES_PER_STEP;
      const whole = seamMovesForNothing(burden.seams, place) / MOVES_PER_STEP / WHOLE;
      burden.guessed += whole;
      tally.steps += moved;
      tally.price += moved + whole;
    },
  );
  tally.guessed = burden.guessed - guessed;
  return tally;
}
