import * as Y from 'yjs';
import type { RoomState } from './room-state.ts';

/**
 * R19: writes a snapshot when loading would have to replay `least` updates or more. The log behind it stays: it is
 * the record of authorship. A snapshot that fails costs time at the next loading and nothing else.
 */
export async function saveSnapshot(room: RoomState, least: number): Promise<void> {
  const { text, documentId, deps } = room;
  if (room.savingSnapshot || text.seq - text.snapshotSeq < least) return;
  room.savingSnapshot = true;
  const startedAt = deps.timers.now();
  const snapshot = { seq: text.seq, state: Y.encodeStateAsUpdate(text.doc) };
  try {
    await deps.log.saveSnapshot(documentId, snapshot);
    text.snapshotSeq = snapshot.seq;
    deps.counters.snapshotsWritten += 1;
    deps.counters.snapshotSeconds += (deps.timers.now() - startedAt) / 1_000;
  } catch (error) {
    deps.report('a snapshot could not be written', error);
  } finally {
    room.savingSnapshot = false;
  }
}
