import type { Worker } from 'node:worker_threads';

/** The thread took too much time or memory over one job. */
export class Stopped extends Error {}

/** Jobs for a thread of their own, one after the other. A thread that fails is thrown away, and the next job starts another. */
export interface Thread<Job extends Numbered, Answer extends Numbered> {
  /** Rejects with `Stopped` where a job takes too much time or memory, and with another error where the thread breaks. */
  ask(job: Unnumbered<Job>): Promise<Answer>;
  /** Jobs that were asked and not answered. */
  waiting(): number;
}

export interface Numbered {
  readonly id: number;
}

/** A job before it has a number. */
export type Unnumbered<Job> = Job extends infer One ? (One extends Job ? Omit<One, 'id'> : never) : never;

export interface ThreadOptions {
  readonly start: () => Worker;
  /** Time for one job. */
  readonly mostMilliseconds: number;
  /** How long an idle thread is kept, with its memory; for ever unless given. */
  readonly idleMilliseconds?: number;
}

const codeOf = (error: Error): string | undefined => (error as NodeJS.ErrnoException).code;

export function createThread<Job extends Numbered, Answer extends Numbered>({
  start,
  mostMilliseconds,
  idleMilliseconds = Number.POSITIVE_INFINITY,
}: ThreadOptions): Thread<Job, Answer> {
  let worker: Worker | null = null;
  let last = 0;
  let waiting = 0;
  let queue: Promise<unknown> = Promise.resolve();
  let cancelIdle = (): void => undefined;

  const end = (): void => {
    const ending = worker;
    worker = null;
    void ending?.terminate();
  };
  const endWhenIdle = (): void => {
    if (idleMilliseconds === Number.POSITIVE_INFINITY) return;
    const timer = setTimeout(end, idleMilliseconds);
    timer.unref();
    cancelIdle = () => clearTimeout(timer);
  };

  const run = (job: Job): Promise<Answer> =>
    new Promise((resolve, reject) => {
      cancelIdle();
      const thread = worker ?? start();
      worker = thread;
      thread.ref();
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        thread.off('message', answered);
        thread.off('error', failed);
        thread.off('exit', ended);
        thread.unref();
        act();
      };
      const stop = (reason: Error): void => {
        end();
        reject(reason);
      };
      const answered = (answer: Answer): void => {
        if (answer.id !== job.id) return;
        settle(() => {
          endWhenIdle();
          resolve(answer);
        });
      };
      const failed = (error: Error): void =>
        settle(() => stop(codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? new Stopped() : error));
      const ended = (): void => settle(() => stop(new Error('a thread ended over its job')));
      const timer = setTimeout(() => settle(() => stop(new Stopped())), mostMilliseconds);
      thread.on('message', answered);
      thread.on('error', failed);
      thread.on('exit', ended);
      thread.postMessage(job);
    });

  return {
    ask(job) {
      last += 1;
      waiting += 1;
      const numbered = { ...job, id: last } as unknown as Job;
      const answer = queue
        .then(() => run(numbered))
        .finally(() => {
          waiting -= 1;
        });
      queue = answer.catch(() => undefined);
      return answer;
    },
    waiting: () => waiting,
  };
}
