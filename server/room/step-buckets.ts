import type { ParticipantId } from '../../shared/model/ids.ts';
import { settle } from './guesses.ts';
import { type Bucket, createBucket } from './rate.ts';
import type { RoomState } from './room-state.ts';
import { WHOLE } from './text-walk.ts';

function bucketOf(room: RoomState, author: ParticipantId): Bucket {
  let bucket = room.steps.get(author);
  if (bucket === undefined) {
    bucket = createBucket(room.deps.limits.steps);
    room.steps.set(author, bucket);
  }
  return bucket;
}

/** How many steps somebody may still cost. */
export const stepsLeft = (room: RoomState, author: ParticipantId): number =>
  bucketOf(room, author).left(room.deps.timers.now());

/** Takes steps from somebody; false where there are not enough. */
export const pay = (room: RoomState, author: ParticipantId, steps: number): boolean =>
  steps === 0 || bucketOf(room, author).take(steps, room.deps.timers.now());

/** The text was measured, which took some steps: what was guessed and is not so goes back to those who paid. */
export function giveBack(room: RoomState, strain: number, taken: number): void {
  const { guesses } = room.burden;
  const now = room.deps.timers.now();
  for (const [author, steps] of settle(guesses, strain, (strain - guesses.strain) / WHOLE, taken))
    bucketOf(room, author).give(steps, now);
}
