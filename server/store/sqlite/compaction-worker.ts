/** The thread that merges update logs into snapshots and makes checkpoints, so that neither holds up who is writing. */

import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { TextSnapshot } from '../../ports/text-log.ts';
import { mergeLog } from '../merge-log.ts';
import { createCheckpointer } from './checkpointer.ts';
import type { CompactionAnswer, CompactionData, CompactionJob } from './compaction-job.ts';
import { openDatabase } from './database.ts';
import { END } from './end-thread.ts';
import { textLogReading } from './text-log-reading.ts';

const { file } = workerData as CompactionData;

/** Reads what is committed, beside the one who writes; in WAL mode neither waits for the other. */
const database = openDatabase(file, true);
const reading = textLogReading(database);
/** Between two pages the thread hears whether it is to end. */
const log: typeof reading = {
  ...reading,
  read: async (...asked) => {
    await setImmediate();
    return await reading.read(...asked);
  },
};
const checkpointer = createCheckpointer(file, database);

const work = async (job: CompactionJob): Promise<TextSnapshot | null> => {
  if ('documentId' in job) return await mergeLog(log, job.documentId);
  checkpointer[job.checkpoint]();
  return null;
};

const close = (): void => {
  checkpointer.close();
  // Also keeps the connection alive: statements alone do not, and it would be closed as garbage.
  database.close();
};
parentPort?.on('message', (job: CompactionJob | typeof END) => {
  if (job === END) {
    close();
    process.exit(0);
  }
  const { id } = job;
  const answer = (said: CompactionAnswer, handedOver: readonly ArrayBuffer[]): void =>
    parentPort?.postMessage(said, handedOver);
  work(job).then(
    // Yjs encodes into an array of its own length and its own buffer, so it can be handed over without a copy.
    (snapshot) => answer({ id, snapshot }, snapshot === null ? [] : [snapshot.state.buffer as ArrayBuffer]),
    (error: unknown) => answer({ id, failure: error instanceof Error ? error.message : String(error) }, []),
  );
});
