import type { Worker } from 'node:worker_threads';

/** What a thread is asked to end with. */
export const END = 'end';

/** Milliseconds that a thread has to come to a place where it can end. A page of a log takes some ten. */
const PATIENCE = 5_000;

/**
 * Asks a thread to end and resolves when it has. `Worker.terminate` stops it wherever it is: inside a call of SQLite
 * that takes the whole process along. So it is only the last resort, for a disk or a text that keeps the thread.
 */
export function endThread(worker: Worker): Promise<void> {
  // Its number once it has ended (https://nodejs.org/api/worker_threads.html, worker.threadId).
  if (worker.threadId === -1) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => void worker.terminate(), PATIENCE);
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    // Nothing else may keep a process running that is about to end.
    worker.ref();
    worker.postMessage(END);
  });
}
