import { Worker } from 'node:worker_threads';

/** Memory of the thread in MB. The largest file that is let through takes about 700. */
const HEAP_MB = 1024;

/** Memory of the thread that compares, in MB: the longest texts that are let in take about 300. */
const COMPARE_HEAP_MB = 512;

/** Starts the thread that reads and writes files. */
export const startWorker = (): Worker => start('worker.ts', 'files-worker.js', HEAP_MB);

/** Starts the thread that compares texts. */
export const startCompareWorker = (): Worker =>
  start('compare-worker.ts', 'compare-worker.js', COMPARE_HEAP_MB);

/**
 * From the bundle beside this one when built (scripts/build.mjs), else from the sources through tsx, which has to be
 * registered inside the thread and is found from the working directory.
 */
function start(sources: string, bundle: string, heapMb: number): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: heapMb };
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL(`./${bundle}`, import.meta.url), { resourceLimits });
  const source = new URL(`./${sources}`, import.meta.url).href;
  const script = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(source)}); })`;
  return new Worker(script, { eval: true, resourceLimits });
}
