import * as Y from 'yjs';
import type { ParticipantId } from '../../shared/model/ids.ts';
import type { Verdict } from './admission.ts';
import { measure, priceOf } from './burden.ts';
import { movesForDeletions } from './deletion-moves.ts';
import { freshDeletions } from './deletions.ts';
import { notePaid, unpaid } from './guesses.ts';
import { clear, type LooseStructs } from './loose-structs.ts';
import type { RoomState } from './room-state.ts';
import { closeRow } from './row.ts';
import { shareOn } from './shares.ts';
import { giveBack, pay, stepsLeft } from './step-buckets.ts';
import { count, countSteps, MOVES_PER_STEP, priceOfMoves } from './tally.ts';
import { WHOLE } from './text-walk.ts';
import type { Typed } from './typed.ts';
import { movesForTypedOn } from './typed-on.ts';
import { type ReadUpdate, readUpdate } from './update-reader.ts';
import { stepsFor } from './walk.ts';
import { movesOfSeams } from './whole-moves.ts';

type New = Extract<Verdict, { kind: 'new' }>;

/** So much is noted, or twice what was on its way, before it is looked which of it the document has by now. */
const NOTED = 20_000;

/** So much may be guessed, or a step for each struct of the text, before the text is measured anew. */
const GUESSED = 1_000;

/** Measuring what an update does to a text costs about as much as a step for every fourth of its structs. */
const STRUCTS_PER_STEP = 4;

/** Whether somebody had the steps that something takes; `misplaced` is what nobody may put where it stands (R81). */
export type Paid = 'paid' | 'too-much' | 'misplaced';

const refusalOf = (steps: number): Exclude<Paid, 'paid'> =>
  steps === Number.POSITIVE_INFINITY ? 'misplaced' : 'too-much';

/** R76: pays for what somebody typed; if that goes it is noted as on its way. */
export function payForTyped(room: RoomState, author: ParticipantId, typed: Typed): Paid {
  keepUp(room);
  const { burden } = room;
  const { since, guesses } = burden;
  const { sure, unsure } = guesses;
  let price = priceOfTyped(room, author, typed);
  if (pay(room, author, price)) {
    notePaid(guesses, author, unsure);
    // Measuring notes anew all that is on its way, too; what was just paid for is not yet.
    if (burden.guessed > GUESSED && burden.guessed > countStructs(room) + sizeOf(room.loose)) {
      remeasure(room);
      unpaid(guesses, () => priceOfTyped(room, author, typed));
    }
    return 'paid';
  }
  Object.assign(guesses, { sure, unsure });
  if (since > 0 && price !== Number.POSITIVE_INFINITY) {
    remeasure(room);
    price = priceOfTyped(room, author, typed);
    if (pay(room, author, price)) {
      notePaid(guesses, author, 0);
      return 'paid';
    }
    Object.assign(guesses, { sure: 0, unsure: 0 });
  }
  recount(room, Math.min(since, burden.since));
  return refusalOf(price);
}

function priceOfTyped(room: RoomState, author: ParticipantId, typed: Typed): number {
  const doc = room.text.integrated;
  const moves = movesForTypedOn(doc, room.loose, typed);
  if (moves !== null) {
    shareOn(room.burden.shares, typed);
    return moves / MOVES_PER_STEP;
  }
  const cost = stepsFor(doc, room.loose, typed, () => stepsLeft(room, author));
  return priceOf(room.burden, typed, cost, true) + priceOfMoves(room, typed, cost).price;
}

/** R76: as `payForTyped`, for any update. */
export function payFor(
  room: RoomState,
  author: ParticipantId | undefined,
  read: ReadUpdate,
  { update, deleted }: New,
): Paid {
  if (author === undefined) return 'paid';
  keepUp(room);
  const { since, guesses } = room.burden;
  const { sure, unsure } = guesses;
  const seams = new Map(room.burden.seams);
  const { steps, price, guessed, isTooMuch } = count(room, read, deleted, stepsLeft(room, author));
  const structs = guessed > GUESSED || price > GUESSED ? countStructs(room) : 0;
  const isMeasured = guessed <= Math.max(GUESSED, structs / STRUCTS_PER_STEP);
  if (!isTooMuch && isMeasured && pay(room, author, price)) {
    notePaid(guesses, author, unsure);
    return 'paid';
  }
  Object.assign(guesses, { sure, unsure });
  if (!isTooMuch && guessed > 0 && pay(room, author, steps + structs / STRUCTS_PER_STEP)) {
    if (pay(room, author, weigh(room, update) / WHOLE)) return 'paid';
    guesses.strain = measure(room.burden, room.text.doc);
    recount(room, 0);
    return 'too-much';
  }
  // What was noted of it does not come.
  room.burden.seams = seams;
  recount(room, since);
  return refusalOf(steps);
}

/** R76: pays for trying how much of an incomplete update can be taken. */
export function payForTrying(room: RoomState, author: ParticipantId | undefined, read: ReadUpdate): Paid {
  if (author === undefined) return 'paid';
  keepUp(room);
  const { since } = room.burden;
  const seams = new Map(room.burden.seams);
  const deleted = freshDeletions(room.text.doc, read.deletions).ranges;
  const { steps, isTooMuch } = unpaid(room.burden.guesses, () =>
    count(room, read, deleted, stepsLeft(room, author)),
  );
  room.burden.seams = seams;
  recount(room, since);
  return !isTooMuch && pay(room, author, steps) ? 'paid' : refusalOf(steps);
}

/** Notes what the server itself writes: it stands where its neighbours do. */
export function noteSteps(room: RoomState, read: ReadUpdate, { deleted }: New): void {
  keepUp(room);
  const { guesses } = room.burden;
  const { unsure } = guesses;
  count(room, read, deleted, Number.POSITIVE_INFINITY);
  guesses.sure += guesses.unsure - unsure;
  guesses.unsure = unsure;
}

/** R78, R79: by how much an update strains the text more, with all that is on its way. Then the text is measured with it. */
function weigh(room: RoomState, update: Uint8Array): number {
  const { burden, inFlight, text } = room;
  const scratch = new Y.Doc();
  Y.applyUpdate(scratch, Y.encodeStateAsUpdate(text.doc));
  for (const { row } of inFlight) Y.applyUpdate(scratch, closeRow(row));
  const seamSteps = (): number => movesOfSeams(scratch, burden.seams) / MOVES_PER_STEP;
  giveBack(room, measure(burden, scratch), 0);
  const before = burden.guesses.strain + seamSteps();
  Y.applyUpdate(scratch, update);
  burden.guesses.strain = measure(burden, scratch);
  const after = burden.guesses.strain + seamSteps();
  scratch.destroy();
  return Math.max(0, after - before);
}

function countStructs(room: RoomState): number {
  let count = 0;
  for (const structs of room.text.integrated.store.clients.values()) count += structs.length;
  return count;
}

/** Forgets what the document has. */
function keepUp(room: RoomState): void {
  const { loose, inFlight, text, burden } = room;
  if (!burden.measured) remeasure(room);
  if (sizeOf(loose) === 0) return;
  if (inFlight.length === 0 && !text.isBehind) clear(loose);
  else if (sizeOf(loose) > Math.max(NOTED, 2 * loose.sizeBefore)) recount(room);
}

/** R78: measures what the document has, and notes anew what it has not. */
function remeasure(room: RoomState): void {
  const isFirst = !room.burden.measured;
  const strain = measure(room.burden, room.text.doc);
  const taken = recount(room, 0) + countStructs(room) / STRUCTS_PER_STEP;
  // What the log held when the text was loaded is nobody's.
  if (isFirst) room.burden.guesses.strain = strain;
  else giveBack(room, strain, taken);
}

/**
 * Notes anew what is on its way into the log, and nothing else. `since`: what the text's burden may have grown by besides. Answers
 * how many steps that is.
 */
export function recount(room: RoomState, since = room.burden.since): number {
  const { loose, text } = room;
  clear(loose);
  room.burden.since = since;
  // What waits for the document is not in flight any more.
  if (text.isBehind) text.doc;
  let steps = 0;
  for (const { row } of room.inFlight) {
    const read = readUpdate(closeRow(row));
    if (read === null) continue;
    steps += unpaid(room.burden.guesses, () =>
      countSteps(room, read, text.shown, Number.POSITIVE_INFINITY),
    ).steps;
    loose.cuts += 2 * read.deletions.length;
    movesForDeletions(text.integrated, loose, read.deletions);
  }
  loose.sizeBefore = sizeOf(loose);
  return steps;
}

/** How much is noted. */
const sizeOf = ({ size, cuts, shelves }: LooseStructs): number => size + cuts + shelves.size;
