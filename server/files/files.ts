/** Files in and out, in a thread of their own: one file after the other, each with a limit of time. */

import type { Worker } from 'node:worker_threads';
import type { ImportedText } from '../../shared/model/file.ts';
import type { NewId, ParagraphId } from '../../shared/model/ids.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { Files, WrittenFile } from '../ports/files.ts';
import type { Answer, Job } from './job.ts';
import { startWorker } from './start-worker.ts';

/** Time for one file. The largest text tried takes a tenth of a second on a quiet machine, the largest allowed about ten. */
const MOST_MILLISECONDS = 30_000;
/** Files that may wait. Past that people are told to come back, rather than to wait for minutes. */
const MOST_WAITING = 20;

/** The thread took too much time or memory over one file. */
class Stopped extends Error {}

const codeOf = (error: Error): string | undefined => (error as NodeJS.ErrnoException).code;

/** A job before it has a number. */
type Asked = Job extends infer One ? (One extends Job ? Omit<One, 'id'> : never) : never;

export interface FilesOptions {
  readonly mostMilliseconds?: number;
}

export const createFiles = (
  newId: NewId,
  { mostMilliseconds = MOST_MILLISECONDS }: FilesOptions = {},
): Files => {
  let worker: Worker | null = null;
  let last = 0;
  let waiting = 0;
  let queue: Promise<unknown> = Promise.resolve();

  /** One job at a time; a thread that fails is thrown away, and the next job starts another. */
  const run = (job: Job): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const thread = worker ?? startWorker();
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
        worker = null;
        void thread.terminate();
        reject(reason);
      };
      const answered = (answer: Answer): void => {
        if (answer.id === job.id) settle(() => resolve(answer));
      };
      const failed = (error: Error): void =>
        settle(() => stop(codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? new Stopped() : error));
      const ended = (): void => settle(() => stop(new Error('the thread for files ended')));
      const timer = setTimeout(() => settle(() => stop(new Stopped())), mostMilliseconds);
      thread.on('message', answered);
      thread.on('error', failed);
      thread.on('exit', ended);
      thread.postMessage(job);
    });

  const ask = (job: Asked): Promise<Answer> => {
    last += 1;
    waiting += 1;
    const numbered = { ...job, id: last } as Job;
    const answer = queue
      .then(() => run(numbered))
      .finally(() => {
        waiting -= 1;
      });
    queue = answer.catch(() => undefined);
    return answer;
  };

  const write = async (job: Asked): Promise<WrittenFile> => {
    const answer = await ask(job);
    if ('written' in answer) return answer.written;
    throw new Error('bug' in answer ? answer.bug : 'an unexpected answer');
  };

  const withIds = (text: ImportedText): ImportedText => ({
    ...text,
    paragraphs: text.paragraphs.map((paragraph) => ({ ...paragraph, id: newId() as ParagraphId })),
  });

  return {
    async readImport(bytes, fileName): Promise<Result<ImportedText, Problem>> {
      if (waiting >= MOST_WAITING)
        return fail(problem('unavailable', 'Too many files are being read. Try again in a minute.'));
      try {
        const answer = await ask({ act: 'read', bytes, fileName });
        if ('read' in answer) return answer.read.ok ? ok(withIds(answer.read.value)) : answer.read;
        throw new Error('bug' in answer ? answer.bug : 'an unexpected answer');
      } catch (error) {
        if (!(error instanceof Stopped)) throw error;
        return fail(
          problem(
            'too-large',
            'The file takes too long to read. Split it, or save it as .docx anew, and try again.',
          ),
        );
      }
    },
    writeExport: (format, text) => write({ act: 'write', format, text }),
    writeComparison: (format, compared) => write({ act: 'compare', format, compared }),
    writeReport: (report) => write({ act: 'report', report }),
  };
};
