import type { Kept } from './kept-on-device.ts';

/** Where an earlier release of this page kept the same draft. */
export interface EarlierPlace<Draft> {
  readonly key: string;
  /** What stands there, or null where it cannot be read. */
  readonly parse: (stored: string) => Draft | null;
}

/** A draft that was written down as JSON. */
export function parseJson<Draft>(stored: string): Draft | null {
  try {
    return JSON.parse(stored) as Draft;
  } catch {
    return null;
  }
}

/**
 * A draft that an earlier release kept under another name is carried over when it is first read, once. Where something is
 * kept under the new name already, that is what was typed last: the earlier one waits until it was sent or discarded.
 */
export function carriedOver<Draft>(
  kept: Kept<Draft>,
  { key, parse }: EarlierPlace<Draft>,
  storage: Pick<Storage, 'getItem' | 'removeItem'> = localStorage,
): Kept<Draft> {
  /** What was read stands under the earlier name still: the device would not write it anew. */
  let readThere = false;
  const forget = (): void => {
    try {
      storage.removeItem(key);
      readThere = false;
    } catch {
      // A store that refuses to forget has refused to keep.
    }
  };
  return {
    read() {
      const now = kept.read();
      if (now !== null) return now;
      let stored: string | null = null;
      try {
        stored = storage.getItem(key);
      } catch {
        return null;
      }
      const earlier = stored === null ? null : parse(stored);
      if (earlier === null) return null;
      readThere = true;
      if (kept.write(earlier)) forget();
      return earlier;
    },
    write(draft) {
      const written = kept.write(draft);
      if (written && readThere) forget();
      return written;
    },
    drop() {
      kept.drop();
      if (readThere) forget();
    },
  };
}
