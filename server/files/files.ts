/** Files in and out, in a thread of their own: one file after the other, each with a limit of time. */

import type { ImportedText } from '../../shared/model/file.ts';
import type { NewId, ParagraphId } from '../../shared/model/ids.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { Files, WrittenFile } from '../ports/files.ts';
import type { Answer, Job } from './job.ts';
import { startWorker } from './start-worker.ts';
import { createThread, Stopped, type Unnumbered } from './thread.ts';

/** Time for one file. The largest text tried takes a tenth of a second on a quiet machine, the largest allowed about ten. */
const MOST_MILLISECONDS = 30_000;
/** Files that may wait. Past that people are told to come back, rather than to wait for minutes. */
const MOST_WAITING = 20;

export interface FilesOptions {
  readonly mostMilliseconds?: number;
}

export const createFiles = (
  newId: NewId,
  { mostMilliseconds = MOST_MILLISECONDS }: FilesOptions = {},
): Files => {
  const thread = createThread<Job, Answer>({ start: startWorker, mostMilliseconds });

  const write = async (job: Unnumbered<Job>): Promise<WrittenFile> => {
    const answer = await thread.ask(job);
    if ('written' in answer) return answer.written;
    throw new Error('bug' in answer ? answer.bug : 'an unexpected answer');
  };

  const withIds = (text: ImportedText): ImportedText => ({
    ...text,
    paragraphs: text.paragraphs.map((paragraph) => ({ ...paragraph, id: newId() as ParagraphId })),
  });

  return {
    async readImport(bytes, fileName): Promise<Result<ImportedText, Problem>> {
      if (thread.waiting() >= MOST_WAITING)
        return fail(problem('unavailable', 'Too many files are being read. Try again in a minute.'));
      try {
        const answer = await thread.ask({ act: 'read', bytes, fileName });
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
