import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../shared/compare/compare-texts.ts';
import { BLOCK_JOINER } from '../../../shared/compare/comparison.ts';
import { type ChangeOverlay, overlayOf } from '../../../shared/compare/overlay.ts';

const blocks = (texts: readonly string[]) => texts.map((text) => ({ label: '', text }));
const named = (text: string) => [{ id: 'a', label: '', text }];

const overlay = (from: readonly string[], to: readonly string[]): ChangeOverlay =>
  overlayOf(
    compareTexts(blocks(from), blocks(to)),
    to.map((text) => text.length),
  );

describe('a comparison as marks upon the new text', () => {
  it('C42: marks inserted words and the place of deleted ones', () => {
    const then =
      'We urge all States to close the gaps in access, in skills and in finance by the end of the decade';
    const now =
      'We strongly urge all States to close the gaps in access, in skills and in finance by the year 2030';
    const { insertions, deletions } = overlayOf(compareTexts(named(then), named(now)), [now.length]);
    expect(insertions.map(({ start, end }) => now.slice(start, end).trim())).toEqual([
      'strongly',
      'year 2030',
    ]);
    expect(deletions.map(({ offset, text }) => [offset, text])).toEqual([
      [now.indexOf('year 2030'), 'end of the decade'],
    ]);
  });

  it('C42: places a removed paragraph before the one it stood above', () => {
    const kept = ['alpha beta gamma delta epsilon', 'rivers and lakes in spring time'];
    const { removals } = overlay(
      [kept[0] as string, 'cables on the floor of the sea', kept[1] as string],
      kept,
    );
    expect(removals.map(({ before, text }) => [before, text])).toEqual([
      [1, 'cables on the floor of the sea'],
    ]);
  });

  it('C42: with every insertion taken out and every deletion put back, each row reads as before', () => {
    const line = fc.array(fc.constantFrom('States', 'agree', 'to', 'close', 'divides', '[now]', '🌍'), {
      minLength: 1,
      maxLength: 9,
    });
    const text = fc.array(
      line.map((words) => words.join(' ')),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(text, text, (from, to) => {
        const comparison = compareTexts(blocks(from), blocks(to));
        const { insertions, deletions } = overlayOf(
          comparison,
          to.map((words) => words.length),
        );
        for (const row of comparison.rows) {
          if (row.to.length === 0) continue;
          const added = row.to
            .flatMap((paragraph) =>
              insertions
                .filter((mark) => mark.paragraph === paragraph)
                .map(({ start, end }) => (to[paragraph] as string).slice(start, end)),
            )
            .join('');
          const wanted = row.words
            .flatMap(([operation, words]) => (operation === '+' ? [words] : []))
            .join('');
          expect(added).toBe(wanted.replaceAll(BLOCK_JOINER, ''));
          const gone = deletions.filter((mark) => row.to.includes(mark.paragraph)).map((mark) => mark.text);
          expect(gone).toEqual(row.words.flatMap(([operation, words]) => (operation === '-' ? [words] : [])));
          for (const { paragraph, offset } of deletions)
            expect(offset).toBeLessThanOrEqual((to[paragraph] as string).length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
