import type { LiveText } from './live-text.ts';
import type { RoomState } from './room-state.ts';

/**
 * Loading one update of the tail costs about as much as this many bytes of a snapshot, besides its own bytes:
 * measured with npm run measure:storage, some 5 µs for its row and its turn, and some 0.1 µs a byte of either.
 */
const UPDATE_WEIGHT = 40;

/**
 * R19: a snapshot is due when replaying the tail would cost as much as loading the snapshot before it, but not for
 * less than `snapshotEvery` updates. So loading takes at most about twice what it must, and the work of all snapshots
 * together stays in proportion to what was written, however long the text.
 */
export function isSnapshotDue(text: LiveText, snapshotEvery: number): boolean {
  const updates = text.seq - text.snapshot.seq;
  const weight = updates * UPDATE_WEIGHT + text.tailBytes;
  return updates > 0 && weight >= Math.max(snapshotEvery * UPDATE_WEIGHT, text.snapshot.bytes);
}

/** Has a snapshot made when one is due. The store makes it from the log, beside the room, which goes on meanwhile. */
export function snapshotWhenDue(room: RoomState): void {
  const { text, deps } = room;
  if (room.savingSnapshot || text.seq < room.noSnapshotBefore) return;
  if (isSnapshotDue(text, deps.limits.snapshotEvery)) void saveSnapshot(room);
}

/** Has a snapshot made if anything was written since the last. One that fails costs time at the next loading only. */
export async function saveSnapshot(room: RoomState): Promise<void> {
  const { text, documentId, deps } = room;
  if (room.savingSnapshot || text.seq === text.snapshot.seq) return;
  room.savingSnapshot = true;
  const startedAt = deps.timers.now();
  const about = { job: deps.newId(), documentId };
  const coveredBytes = text.tailBytes;
  try {
    text.snapshot = await deps.log.compact(documentId);
    // What was written meanwhile may be in it as well: then the next one comes a little early.
    text.tailBytes -= coveredBytes;
    deps.counters.snapshotsWritten += 1;
    const seconds = (deps.timers.now() - startedAt) / 1_000;
    deps.counters.snapshotSeconds += seconds;
    deps.note('a snapshot was written', { ...about, ...text.snapshot, seconds });
  } catch (error) {
    // A server that stops waits for no snapshot.
    if (room.noSnapshotBefore === Number.POSITIVE_INFINITY) return;
    room.noSnapshotBefore = text.seq + deps.limits.snapshotEvery;
    deps.report('a snapshot could not be written', error, about);
  } finally {
    room.savingSnapshot = false;
  }
}
