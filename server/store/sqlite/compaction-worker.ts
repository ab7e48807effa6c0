/** The thread that merges update logs into snapshots, so that a long one does not hold up the people who are writing. */

import { parentPort, workerData } from 'node:worker_threads';
import { mergeLog } from '../merge-log.ts';
import type { CompactionAnswer, CompactionData, CompactionJob } from './compaction-job.ts';
import { openDatabase } from './database.ts';
import { textLogReading } from './text-log-reading.ts';

/** Reads what is committed, beside the one who writes; in WAL mode neither waits for the other. */
const database = openDatabase((workerData as CompactionData).file, true);
const log = textLogReading(database);

// Also keeps the connection alive: statements alone do not, and it would be closed as garbage.
parentPort?.on('close', () => database.close());
parentPort?.on('message', ({ id, documentId }: CompactionJob) => {
  const answer = (said: CompactionAnswer, handedOver: readonly ArrayBuffer[]): void =>
    parentPort?.postMessage(said, handedOver);
  mergeLog(log, documentId).then(
    // Yjs encodes into an array of its own length and its own buffer, so it can be handed over without a copy.
    (snapshot) => answer({ id, snapshot }, [snapshot.state.buffer as ArrayBuffer]),
    (error: unknown) => answer({ id, failure: error instanceof Error ? error.message : String(error) }, []),
  );
});
