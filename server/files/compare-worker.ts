/** The thread that compares texts, so that a long one does not hold up the people who are writing. */

import { parentPort } from 'node:worker_threads';
import { compareTexts } from '../../shared/compare/compare-texts.ts';
import type { CompareAnswer, CompareJob } from './compare-job.ts';

function answer({ id, from, to }: CompareJob): CompareAnswer {
  try {
    return { id, comparison: compareTexts(from, to) };
  } catch (error) {
    return { id, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (job: CompareJob) => parentPort?.postMessage(answer(job)));
