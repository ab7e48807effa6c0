/** Who watches a store: it follows what happens only while somebody does. */
export interface Watchers {
  /** Whether somebody watches. */
  any(): boolean;
  /** Calls every listener. */
  tell(): void;
  /** Calls `listener` at every `tell` until the answer is called. */
  subscribe(listener: () => void): () => void;
}

/** `start` is called with the first listener; what it answers is called once the last is gone. */
export function createWatchers(start: () => () => void): Watchers {
  const listeners = new Set<() => void>();
  let stop: (() => void) | null = null;
  return {
    any: () => listeners.size > 0,
    tell: () => {
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      stop ??= start();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
      };
    },
  };
}
