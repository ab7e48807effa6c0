/** The thread that reads and writes files, so that a large one does not hold up the people who are writing. */

import { parentPort } from 'node:worker_threads';
import { unreachable } from '../../shared/model/result.ts';
import type { Answer, Job } from './job.ts';
import { readImport } from './read-import.ts';
import { writeReport } from './report/write-report.ts';
import { writeComparison } from './write-comparison.ts';
import { writeExport } from './write-export.ts';

async function answer(job: Job): Promise<Answer> {
  try {
    switch (job.act) {
      case 'read':
        return { id: job.id, read: await readImport(job.bytes, job.fileName, () => '') };
      case 'write':
        return { id: job.id, written: await writeExport(job.format, job.text) };
      case 'compare':
        return { id: job.id, written: writeComparison(job.format, job.compared) };
      case 'report':
        return { id: job.id, written: await writeReport(job.report) };
      default:
        return unreachable(job);
    }
  } catch (error) {
    return { id: job.id, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (job: Job) => {
  void answer(job).then((said) => parentPort?.postMessage(said));
});
