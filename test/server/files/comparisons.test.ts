import { describe, expect, it } from 'vitest';
import { createComparisons } from '../../../server/files/comparisons.ts';
import { compareTexts } from '../../../shared/compare/compare-texts.ts';
import type { ComparableBlock } from '../../../shared/compare/comparison.ts';

const block = (text: string, k: number): ComparableBlock => ({ id: `p${k}`, label: `${k + 1}`, text });
const OLD = ['We decide to meet again.', 'We thank the host.', 'We adopt the text.'].map(block);
const FRESH = ['We decide to meet in spring.', 'We adopt the text.'].map(block);

describe('comparing beside whoever types', { timeout: 60_000 }, () => {
  it('W21: the thread answers what comparing at once answers', async () => {
    const expected = compareTexts(OLD, FRESH);
    expect(await createComparisons().compare(OLD, FRESH)).toEqual(expected);
    const inThread = createComparisons(0);
    const both = await Promise.all([inThread.compare(OLD, FRESH), inThread.compare(FRESH, OLD)]);
    expect(both).toEqual([expected, compareTexts(FRESH, OLD)]);
  });

  it('W21: what cannot be compared is told as a bug, and the next is compared', async () => {
    const inThread = createComparisons(0);
    const broken = [{ ...block('words', 0), from: 7 as unknown as string[] }];
    await expect(inThread.compare(OLD, broken)).rejects.toThrow('a comparison failed');
    expect((await inThread.compare(OLD, OLD)).rows).toHaveLength(3);
  });
});
