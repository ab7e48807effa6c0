import type { Worker } from 'node:worker_threads';
import type { DocumentId } from '../../../shared/model/ids.ts';
import type { TextSnapshot } from '../../ports/text-log.ts';
import type { CompactionAnswer, CompactionJob } from './compaction-job.ts';
import { startCompaction } from './start-compaction.ts';

/** Time for one log, in milliseconds. 100,000 keystrokes take half a second on a quiet machine. */
const MOST_MILLISECONDS = 60_000;

/** How long the thread waits for the next log before it ends, in milliseconds: a busy room brings one a minute. */
const IDLE_MILLISECONDS = 90_000;

/** Merges logs in a thread of its own, one after the other. */
export interface Compactor {
  /** Rejects when the log is damaged or the thread fails; the next call starts another thread. */
  merge(documentId: DocumentId): Promise<TextSnapshot>;
  /** Ends the thread; what it was merging rejects. */
  close(): Promise<void>;
}

/** The thread starts with the first log and ends when none comes for a while. It never keeps the process alive. */
export function startCompactor(
  file: string,
  start: (file: string) => Worker = startCompaction,
  idleMilliseconds = IDLE_MILLISECONDS,
): Compactor {
  let thread: Worker | null = null;
  let cancelIdle = (): void => undefined;
  let closed = false;
  let last = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const end = async (): Promise<void> => {
    cancelIdle();
    const ending = thread;
    thread = null;
    await ending?.terminate();
  };
  const endWhenIdle = (): void => {
    const timer = setTimeout(() => void end(), idleMilliseconds);
    timer.unref();
    cancelIdle = () => clearTimeout(timer);
  };

  const run = (documentId: DocumentId): Promise<TextSnapshot> =>
    new Promise((resolve, reject) => {
      if (closed) throw new Error('the store is closed');
      cancelIdle();
      const worker = thread ?? start(file);
      thread = worker;
      worker.unref();
      last += 1;
      const job: CompactionJob = { id: last, documentId };
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        worker.off('message', answered).off('error', failed).off('exit', ended);
        act();
      };
      const stop = (reason: Error): void =>
        settle(() => {
          void end();
          reject(reason);
        });
      const answered = (answer: CompactionAnswer): void => {
        if (answer.id !== job.id) return;
        settle(() => {
          endWhenIdle();
          if ('snapshot' in answer) resolve(answer.snapshot);
          else reject(new Error(answer.failure));
        });
      };
      const failed = (error: Error): void => stop(error);
      const ended = (): void => stop(new Error('the thread for snapshots ended'));
      const timer = setTimeout(() => stop(new Error('a snapshot took too long')), MOST_MILLISECONDS);
      timer.unref();
      worker.on('message', answered).on('error', failed).on('exit', ended);
      worker.postMessage(job);
    });

  return {
    merge(documentId) {
      const mine = queue.then(() => run(documentId));
      queue = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      closed = true;
      await end();
    },
  };
}
