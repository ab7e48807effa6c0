import type { ComparableBlock, Comparison } from '../../../shared/compare/comparison.ts';
import type { CompareReply, CompareRequest } from './compare-worker.ts';

/** A worker that compares texts beside the page, one after the other. */
export interface Comparer {
  /** Answers when done. `onProgress` is told 0 to 1. */
  compare(
    from: readonly ComparableBlock[],
    to: readonly ComparableBlock[],
    onProgress?: (done: number) => void,
  ): Promise<Comparison>;
  /** Ends the worker; comparisons under way never answer. */
  end(): void;
}

export function startComparer(): Comparer {
  const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
  let last = 0;
  return {
    compare: (from, to, onProgress) =>
      new Promise((resolve, reject) => {
        last += 1;
        const request: CompareRequest = { number: last, from, to };
        const listen = ({ data }: MessageEvent<CompareReply>): void => {
          if (data.number !== request.number) return;
          if ('progress' in data) {
            onProgress?.(data.progress.done);
            return;
          }
          worker.removeEventListener('message', listen);
          resolve(data.comparison);
        };
        worker.addEventListener('message', listen);
        worker.addEventListener('error', reject, { once: true });
        worker.postMessage(request);
      }),
    end: () => worker.terminate(),
  };
}
