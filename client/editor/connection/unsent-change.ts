import type { UnsentChange } from './device-store.ts';

/** An update made here just now, under a key that sorts by time. */
export function newChange(update: Uint8Array): UnsentChange {
  const at = Date.now();
  return { key: `${at.toString(36).padStart(9, '0')}-${crypto.randomUUID()}`, at, update };
}

export const updatesOf = (changes: readonly UnsentChange[]): Uint8Array[] =>
  changes.map((change) => change.update);

export const keysOf = (changes: readonly UnsentChange[]): string[] => changes.map((change) => change.key);
