/**
 * A bounded memory of what is dear to read. The longest unused goes first. What was read while something changed is
 * not kept, and nobody who asks after the change is given it.
 */
export interface Remembered<Key, Value> {
  peek(key: Key): Value | undefined;
  /** What is remembered, or else read by `read`, by one reading for all who ask meanwhile. Null is not remembered. */
  get(key: Key, read: () => Promise<Value | null>): Promise<Value | null>;
  /** Something has changed: forgets those values that it concerns. */
  changed(concerns: (key: Key, value: Value) => boolean): void;
  readonly weight: number;
}

/** `weigh` says how much of `limit` a value takes up. */
export function createRemembered<Key, Value>(
  limit: number,
  weigh: (value: Value) => number = () => 1,
): Remembered<Key, Value> {
  const values = new Map<Key, { readonly value: Value; readonly weight: number }>();
  let reading = new Map<Key, Promise<Value | null>>();
  let weight = 0;

  const forget = (key: Key): void => {
    weight -= values.get(key)?.weight ?? 0;
    values.delete(key);
  };
  const remember = (key: Key, value: Value): void => {
    forget(key);
    const kept = { value, weight: weigh(value) };
    values.set(key, kept);
    weight += kept.weight;
    for (const oldest of values.keys()) {
      if (weight <= limit) return;
      forget(oldest);
    }
  };
  const peek = (key: Key): Value | undefined => {
    const kept = values.get(key);
    if (kept === undefined) return undefined;
    values.delete(key);
    values.set(key, kept);
    return kept.value;
  };

  return {
    peek,
    get(key, read) {
      const known = peek(key);
      if (known !== undefined) return Promise.resolve(known);
      const underWay = reading.get(key);
      if (underWay !== undefined) return underWay;
      const started = reading;
      const promise = read()
        .then((value) => {
          if (value !== null && started === reading) remember(key, value);
          return value;
        })
        .finally(() => started.delete(key));
      started.set(key, promise);
      return promise;
    },
    changed(concerns) {
      // Readings under way may have read what was before: they are no longer joined, and no longer kept.
      reading = new Map();
      for (const [key, { value }] of values) if (concerns(key, value)) forget(key);
    },
    get weight() {
      return weight;
    },
  };
}
