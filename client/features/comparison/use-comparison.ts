import { useEffect, useRef, useState } from 'react';
import type { Comparison } from '../../../shared/compare/comparison.ts';
import type { ComparedSide } from './compared-side.ts';
import type { CompareReply, CompareRequest } from './worker.ts';

/** A comparison with the two texts it is of: never shown against others. */
export interface ComparedTexts {
  readonly comparison: Comparison;
  readonly from: ComparedSide;
  readonly to: ComparedSide;
}

export interface ComparisonState {
  /** The newest one that is done. While a live text moves on, the last one stays. */
  readonly compared: ComparedTexts | null;
  /** 0 to 1 while one is being made, otherwise null. */
  readonly progress: number | null;
}

/** Compares in a worker whenever a side changes; answers of older requests are dropped. */
export function useComparison(from: ComparedSide | null, to: ComparedSide | null): ComparisonState {
  const worker = useRef<Worker | null>(null);
  const latest = useRef(0);
  const [state, setState] = useState<ComparisonState>({ compared: null, progress: null });

  useEffect(() => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.current = started;
    return () => {
      started.terminate();
      worker.current = null;
    };
  }, []);

  useEffect(() => {
    const started = worker.current;
    if (from === null || to === null || started === null) return;
    latest.current += 1;
    const request: CompareRequest = { number: latest.current, from: from.paragraphs, to: to.paragraphs };
    const listen = ({ data }: MessageEvent<CompareReply>): void => {
      if (data.number !== latest.current) return;
      if ('progress' in data) setState(({ compared }) => ({ compared, progress: data.progress.done }));
      else setState({ compared: { comparison: data.comparison, from, to }, progress: null });
    };
    started.addEventListener('message', listen);
    started.postMessage(request);
    return () => started.removeEventListener('message', listen);
  }, [from, to]);

  return state;
}
