import { Worker } from 'node:worker_threads';

/** Memory of the thread in MB. The largest file that is let through takes about 700. */
const HEAP_MB = 1024;
const resourceLimits = { maxOldGenerationSizeMb: HEAP_MB };

/**
 * Starts the thread: from the bundle beside this one when built (scripts/build.mjs), else from the sources through tsx,
 * which has to be registered inside the thread and is found from the working directory.
 */
export function startWorker(): Worker {
  if (!import.meta.url.endsWith('.ts'))
    return new Worker(new URL('./files-worker.js', import.meta.url), { resourceLimits });
  const source = new URL('./worker.ts', import.meta.url).href;
  const script = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(source)}); })`;
  return new Worker(script, { eval: true, resourceLimits });
}
