import { describe, expect, it } from 'vitest';
import {
  CARD,
  FULL,
  GAP,
  LINE,
  layMargin,
  type MarginGroup,
  type MarginItem,
} from '../../../../client/features/dialogue/margin-layout.ts';

const group = (key: string, tops: number[], end: number): MarginGroup => ({ key, tops, end });

/** Paragraphs of `height` pixels with `count` comments each. */
const crowd = (paragraphs: number, height: number, count: number): MarginGroup[] =>
  Array.from({ length: paragraphs }, (_, k) =>
    group(
      `p${k}`,
      Array.from({ length: count }, (_, n) => k * height + Math.floor((n * height) / (count + 1))),
      (k + 1) * height,
    ),
  );

const overlaps = (items: readonly MarginItem[]): MarginItem[] =>
  items.filter((item, k) => {
    const before = items[k - 1];
    return before !== undefined && item.top < before.top + before.height;
  });

describe('the margin', () => {
  it('U73: cards stand level with their words where there is room', () => {
    const items = layMargin([group('a', [100], 400), group('b', [500], 900)], null);
    expect(items.map(({ kind, top }) => [kind, top])).toEqual([
      ['full', 100],
      ['full', 500],
    ]);
  });

  it('U73: the room down to the next paragraph on which something was said is used, though the paragraph is short', () => {
    expect(layMargin([group('a', [100], 130), group('b', [400], 430)], null).map(({ kind }) => kind)).toEqual(
      ['full', 'full'],
    );
    expect(layMargin([group('a', [100], 130), group('b', [200], 230)], null)[0]?.kind).toBe('card');
    expect(layMargin([group('a', [100], 130), group('b', [140], 170)], null)[0]?.kind).toBe('line');
  });

  it('U73: a card is shorter where the next of the same paragraph would else stand below its words', () => {
    expect(layMargin([group('a', [100, 205, 240], 900)], null).map(({ kind, top }) => [kind, top])).toEqual([
      ['card', 100],
      ['line', 205],
      ['full', 240],
    ]);
  });

  it('U73: cards become lines, and lines one line for a paragraph, where it is crowded', () => {
    const kinds = (count: number) => [
      ...new Set(
        layMargin([group('a', Array(count).fill(0), 200), group('b', [400], 500)], null)
          .slice(0, -1)
          .map(({ kind }) => kind),
      ),
    ];
    expect(kinds(2)).toEqual(['full']);
    expect(kinds(4)).toEqual(['card']);
    expect(kinds(12)).toEqual(['line']);
    expect(kinds(40)).toEqual(['stack']);
  });

  it('U73: nothing overlaps, however crowded, whatever is open', () => {
    for (const count of [1, 3, 7, 20])
      for (const height of [30, 90, 200]) {
        const groups = crowd(40, height, count);
        expect(overlaps(layMargin(groups, null))).toEqual([]);
        for (const n of [0, 1, 20, 39]) {
          const open = { key: `p${n}`, height: 900, level: 60, at: n * height };
          const items = layMargin(groups, open);
          expect(overlaps(items)).toEqual([]);
          expect(items.every(({ top }) => top >= 0)).toBe(true);
          // Everything is still there, in its order.
          expect([...new Set(items.map(({ group: key }) => key))]).toEqual(groups.map(({ key }) => key));
        }
      }
  });

  it('U73: the chosen card is level with its words exactly, and what stands above gives way', () => {
    const groups = [group('a', [300], 420), group('b', [430], 600), group('c', [610], 900)];
    const items = layMargin(groups, { key: 'b', height: 300, level: 40, at: 430 });
    const open = items.find(({ kind }) => kind === 'open') as MarginItem;
    expect(open.top + 40).toBe(430);
    expect(items[0]?.top).toBeLessThanOrEqual(open.top - (items[0]?.height ?? 0));
    expect(items[2]?.top).toBe(open.top + 300 + GAP);
  });

  it('U73: an open conversation is caught up with a few paragraphs below', () => {
    const items = layMargin(crowd(60, 150, 7), { key: 'p2', height: 1000, level: 0, at: 300 });
    const late = items.find(({ group: key }) => key === 'p14') as MarginItem;
    expect(late.top).toBe(14 * 150);
    expect([FULL, CARD, LINE]).toContain(late.height);
  });
});
