import { Worker } from 'node:worker_threads';
import type { CompactionData } from './compaction-job.ts';

/** Memory of the thread in MB: the longest text that is let in takes about 200 with its history. */
const HEAP_MB = 512;
const resourceLimits = { maxOldGenerationSizeMb: HEAP_MB };

/** Starts the thread as server/files/start-worker.ts does: from its bundle, or from the sources through tsx. */
export function startCompaction(file: string): Worker {
  const workerData: CompactionData = { file };
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./compaction-worker.js', import.meta.url), { workerData, resourceLimits });
  const source = new URL('./compaction-worker.ts', import.meta.url).href;
  const script = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(source)}); })`;
  return new Worker(script, { eval: true, workerData, resourceLimits });
}
