/** A value that can be watched: fits React's `useSyncExternalStore(source.subscribe, source.get)`. */
export interface Observable<Value> {
  get(): Value;
  /** Calls `listener` after every change; answers a function that ends the subscription. */
  subscribe(listener: () => void): () => void;
}

/** An observable that its owner can set. Setting the same value (`Object.is`) tells nobody. */
export interface Source<Value> extends Observable<Value> {
  set(value: Value): void;
}

export function source<Value>(initial: Value): Source<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
