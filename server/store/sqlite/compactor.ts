import type { Worker } from 'node:worker_threads';
import type { DocumentId } from '../../../shared/model/ids.ts';
import type { TextSnapshot } from '../../ports/text-log.ts';
import type { Alone } from './checkpoints.ts';
import type { CompactionAnswer, CompactionJob } from './compaction-job.ts';
import { endThread } from './end-thread.ts';
import { createPatience, type Patience } from './patience.ts';
import { startCompaction } from './start-compaction.ts';

/** Time for one log, in milliseconds. 100,000 keystrokes take half a second on a quiet machine. */
const MOST_MILLISECONDS = 60_000;

/** What is done beside the writer, in a thread of its own, one after the other. */
export interface Compactor {
  /** Merges a log. Rejects when it is damaged or the thread fails; the next call starts another thread. */
  merge(documentId: DocumentId): Promise<TextSnapshot>;
  /** Brings the write-ahead log into the database; `alone` runs the end of it while nobody writes. */
  checkpoint(alone: Alone): Promise<void>;
  /** Ends the thread, once the half of a checkpoint that it is at is through; what it was merging rejects. */
  close(): Promise<void>;
}

type Job = CompactionJob extends infer Each ? (Each extends CompactionJob ? Omit<Each, 'id'> : never) : never;

/** The thread starts with the first job and ends when none comes for a while. It never keeps the process alive. */
export function startCompactor(
  file: string,
  start: (file: string) => Worker = startCompaction,
  patience: Patience = createPatience(),
): Compactor {
  let thread: Worker | null = null;
  let cancelIdle = (): void => undefined;
  let closed = false;
  let last = 0;
  let queue: Promise<unknown> = Promise.resolve();
  /** Jobs asked for and not done: between the halves of a checkpoint the thread holds on to the log and must stay. */
  let asked = 0;
  let checkpointing: Promise<void> = Promise.resolve();
  /** Threads that were asked to end: the process must not end before they have. */
  let leaving: Promise<unknown> = Promise.resolve();

  const end = async (): Promise<void> => {
    cancelIdle();
    if (thread !== null) {
      leaving = Promise.all([leaving, endThread(thread)]);
      patience.ended();
    }
    thread = null;
    await leaving;
  };
  const endWhenIdle = (): void => {
    const timer = setTimeout(() => void end(), patience.milliseconds());
    timer.unref();
    cancelIdle = () => clearTimeout(timer);
  };

  const run = (asks: Job): Promise<TextSnapshot | null> =>
    new Promise((resolve, reject) => {
      if (closed) throw new Error('the store is closed');
      if (thread === null) {
        thread = start(file);
        patience.started();
      }
      const worker = thread;
      worker.unref();
      last += 1;
      const job = { id: last, ...asks } as CompactionJob;
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        worker.off('message', answered).off('error', failed).off('exit', ended);
        act();
      };
      const stop = (reason: Error): void =>
        settle(() => {
          // What it was about to write must not be written behind the back of whoever writes next.
          void end().finally(() => reject(reason));
        });
      const answered = (answer: CompactionAnswer): void => {
        if (answer.id !== job.id) return;
        settle(() => {
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

  const inHalves = async (alone: Alone): Promise<void> => {
    try {
      await run({ checkpoint: 'most' });
      await alone(async () => void (await run({ checkpoint: 'rest' })));
    } catch (error) {
      // It may hold on to the log still.
      await end();
      throw error;
    }
  };
  const inTurn = <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    asked += 1;
    cancelIdle();
    const mine = queue.then(work).finally(() => {
      asked -= 1;
      if (asked === 0) endWhenIdle();
    });
    queue = mine.catch(() => undefined);
    return mine;
  };

  return {
    merge: (documentId) => inTurn(async () => (await run({ documentId })) as TextSnapshot),
    checkpoint: (alone) =>
      inTurn(() => {
        checkpointing = inHalves(alone);
        return checkpointing;
      }),
    async close() {
      closed = true;
      await checkpointing.catch(() => undefined);
      await end();
    },
  };
}
