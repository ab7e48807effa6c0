/** The thread that reads and writes files, so that a large one does not hold up the people who are writing. */

import { parentPort } from 'node:worker_threads';
import type { Answer, Job } from './job.ts';
import { readImport } from './read-import.ts';
import { writeExport } from './write-export.ts';

async function answer(job: Job): Promise<Answer> {
  try {
    return job.act === 'read'
      ? { id: job.id, read: await readImport(job.bytes, job.fileName, () => '') }
      : { id: job.id, written: await writeExport(job.format, job.text) };
  } catch (error) {
    return { id: job.id, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (job: Job) => {
  void answer(job).then((said) => parentPort?.postMessage(said));
});
