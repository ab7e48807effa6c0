import type { ComparableBlock, Comparison } from '../../../shared/compare/comparison.ts';
import type { ChangedTerms } from '../../../shared/compare/terms.ts';
import type { CompareReply, CompareRequest } from './compare-worker.ts';

type Blocks = readonly ComparableBlock[];

/** A worker that compares texts beside the page, one after the other. */
export interface Comparer {
  /** Answers when done. `onProgress` is told 0 to 1. */
  compare(from: Blocks, to: Blocks, onProgress?: (done: number) => void): Promise<Comparison>;
  /** Terms that appeared and vanished. */
  terms(from: Blocks, to: Blocks): Promise<ChangedTerms>;
  /** Ends the worker; what is under way never answers. */
  end(): void;
}

export function startComparer(): Comparer {
  const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
  let last = 0;
  /** Asks, and hands every reply to `take` until it answers true. */
  const ask = (
    request: Omit<CompareRequest, 'number'>,
    take: (reply: CompareReply) => boolean,
    fail: (reason: unknown) => void,
  ): void => {
    last += 1;
    const number = last;
    const listen = ({ data }: MessageEvent<CompareReply>): void => {
      if (data.number === number && take(data)) worker.removeEventListener('message', listen);
    };
    worker.addEventListener('message', listen);
    worker.addEventListener('error', fail, { once: true });
    worker.postMessage({ ...request, number } satisfies CompareRequest);
  };
  return {
    compare: (from, to, onProgress) =>
      new Promise((resolve, reject) =>
        ask(
          { what: 'comparison', from, to },
          (reply) => {
            if ('progress' in reply) onProgress?.(reply.progress.done);
            if (!('comparison' in reply)) return false;
            resolve(reply.comparison);
            return true;
          },
          reject,
        ),
      ),
    terms: (from, to) =>
      new Promise((resolve, reject) =>
        ask(
          { what: 'terms', from, to },
          (reply) => {
            if (!('terms' in reply)) return false;
            resolve(reply.terms);
            return true;
          },
          reject,
        ),
      ),
    end: () => worker.terminate(),
  };
}
