import { describe, expect, it } from 'vitest';
import { carryOver, hasMovedOn, onNewBase } from '../../../../client/features/proposals/draft/carry-over.ts';
import { withWordings, wordingsOf } from '../../../../client/features/proposals/draft/proposal-draft.ts';
import { change, paragraph } from './sketch.ts';

const THEN = paragraph('p', 'We commit to strengthen open access for all countries by 2030.', '12');
const NOW = paragraph('p', 'We commit to strengthen open and safe access for all countries by 2030.', '12');

const wanting = (text: string) => {
  const begun = change('replace', THEN);
  return withWordings(
    begun,
    wordingsOf(begun).map((wording) => ({ ...wording, text })),
  );
};

describe('U94: a paragraph that changes while one writes', () => {
  it('has not moved on when only its number is another one', () => {
    expect(hasMovedOn(change('replace', THEN), { ...THEN, label: '13' })).toBe(false);
    expect(hasMovedOn(change('replace', THEN), NOW)).toBe(true);
    expect(hasMovedOn(change('replace', THEN), null)).toBe(true);
  });

  it('carries an amendment of other words over, in the same text area', () => {
    const mine = wanting('We commit to strengthen open access for all countries by 2028.');
    const carried = carryOver(mine, NOW);
    expect(carried === null ? null : wordingsOf(carried).map(({ text }) => text)).toEqual([
      'We commit to strengthen open and safe access for all countries by 2028.',
    ]);
    expect(carried?.replacement[0]?.key).toBe(mine.replacement[0]?.key);
    expect(carried === null || hasMovedOn(carried, NOW)).toBe(false);
  });

  it('does not guess where both changed the same words; one can set one’s wording against the new text', () => {
    const mine = wanting('We commit to strengthen affordable access for all countries by 2030.');
    expect(carryOver(mine, NOW)).toBeNull();
    const set = onNewBase(mine, NOW);
    expect(hasMovedOn(set, NOW)).toBe(false);
    expect(wordingsOf(set)).toEqual(wordingsOf(mine));
  });

  it('takes the new words where nothing was written yet, and where only the paragraph is named', () => {
    const untouched = carryOver(change('replace', THEN), NOW);
    expect(untouched === null ? null : wordingsOf(untouched).map(({ text }) => text)).toEqual([NOW.text]);
    expect(carryOver(change('delete', THEN), NOW)?.act).toBe('delete');
  });
});
