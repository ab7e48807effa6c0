import { expect } from 'vitest';
import type { Part } from '../../../shared/notes/parts.ts';

/** Nothing lost: parts lie end to end over the whole source. */
export function expectTiles(source: string, parts: readonly Part<string>[]): void {
  const ends = [0, ...parts.map(({ end }) => end)];
  const wrong = parts.filter(({ start, end }, n) => start !== ends[n] || end <= start);
  expect(wrong).toEqual([]);
  expect(ends.at(-1)).toBe(source.length);
}
