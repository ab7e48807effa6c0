import type { ParticipantId } from '../../shared/model/ids.ts';
import type { Verdict } from './admission.ts';
import type { Frontier } from './frontier.ts';
import { clear } from './loose-structs.ts';
import { type Bucket, createBucket } from './rate.ts';
import type { RoomState } from './room-state.ts';
import { closeRow } from './row.ts';
import type { Typed } from './typed.ts';
import { type ReadUpdate, readUpdate } from './update-reader.ts';
import { stepsFor } from './walk.ts';
import { inYjsOrder } from './yjs-order.ts';

type New = Extract<Verdict, { kind: 'new' }>;

/** So much is noted, or twice what was on its way, before it is looked which of it the document has by now. */
const NOTED = 20_000;

/** R76: whether what somebody typed may be taken; if so it is noted as on its way. */
export function mayType(room: RoomState, author: ParticipantId, typed: Typed): boolean {
  keepUp(room);
  const steps = stepsFor(room.text.integrated, room.loose, typed, () => stepsLeft(room, author));
  return steps === 0 || pay(room, author, steps);
}

/** R76: as `mayType`, for any update. */
export function mayPut(
  room: RoomState,
  author: ParticipantId | undefined,
  read: ReadUpdate,
  verdict: New,
): boolean {
  if (author === undefined) return true;
  keepUp(room);
  const steps = countSteps(room, read, room.text.frontier, stepsLeft(room, author));
  room.loose.cuts += 2 * verdict.deletes;
  return steps === 0 || pay(room, author, steps);
}

/** R76: whether it may be tried how much of an incomplete update can be taken. */
export function mayTry(room: RoomState, author: ParticipantId | undefined, read: ReadUpdate): boolean {
  if (author === undefined) return true;
  keepUp(room);
  const steps = countSteps(room, read, room.text.frontier, stepsLeft(room, author));
  recount(room);
  return steps === 0 || pay(room, author, steps);
}

/** Notes what the server itself writes: it stands where its neighbours do. */
export function noteSteps(room: RoomState, read: ReadUpdate, { deletes }: New): void {
  keepUp(room);
  countSteps(room, read, room.text.frontier, Number.POSITIVE_INFINITY);
  room.loose.cuts += 2 * deletes;
}

function countSteps(room: RoomState, read: ReadUpdate, known: Frontier, most: number): number {
  const { loose } = room;
  const doc = room.text.integrated;
  let steps = 0;
  inYjsOrder(read, known, (insertion) => {
    steps += stepsFor(doc, loose, insertion, () => most - steps);
    return steps <= most;
  });
  return steps;
}

function bucketOf(room: RoomState, author: ParticipantId): Bucket {
  let bucket = room.steps.get(author);
  if (bucket === undefined) {
    bucket = createBucket(room.deps.limits.steps);
    room.steps.set(author, bucket);
  }
  return bucket;
}

const stepsLeft = (room: RoomState, author: ParticipantId): number =>
  bucketOf(room, author).left(room.deps.timers.now());

function pay(room: RoomState, author: ParticipantId, steps: number): boolean {
  if (bucketOf(room, author).take(steps, room.deps.timers.now())) return true;
  // What was noted of it does not come.
  recount(room);
  return false;
}

/** Forgets what the document has. */
function keepUp(room: RoomState): void {
  const { loose, inFlight, text } = room;
  if (loose.size === 0 && loose.cuts === 0) return;
  if (inFlight.length === 0 && !text.isBehind) clear(loose);
  else if (loose.size + loose.cuts > Math.max(NOTED, 2 * loose.sizeBefore)) recount(room);
}

/** Notes anew what is on its way into the log, and nothing else. */
export function recount(room: RoomState): void {
  const { loose, text } = room;
  clear(loose);
  // What waits for the document is not in flight any more.
  if (text.isBehind) text.doc;
  for (const { row } of room.inFlight) {
    const read = readUpdate(closeRow(row));
    if (read === null) continue;
    countSteps(room, read, text.shown, Number.POSITIVE_INFINITY);
    loose.cuts += 2 * read.deletions.length;
  }
  loose.sizeBefore = loose.size + loose.cuts;
}
