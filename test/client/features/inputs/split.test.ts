import { describe, expect, it } from 'vitest';
import { addPart, leftOut, partsByLines, trimPart } from '../../../../client/features/inputs/split.ts';

const part = (start: number, end: number) => ({ start, end, paragraph: null });

describe('splitting a submission', () => {
  it('U116: a part has no spaces at its ends, and spaces alone are none', () => {
    expect(trimPart('a  words  b', part(1, 10))).toEqual(part(3, 8));
    expect(trimPart('a    b', part(1, 5))).toBeNull();
  });

  it('U116: parts stand in the order of the text and share no words', () => {
    expect(addPart([part(5, 9)], part(0, 5))).toEqual([part(0, 5), part(5, 9)]);
    expect(addPart([part(5, 9)], part(8, 12))).toBeNull();
  });

  it('U116: blank lines divide; without any, lines do', () => {
    const cut = (text: string): string[] =>
      partsByLines(text).map(({ start, end }) => text.slice(start, end));
    expect(cut('one\ntwo\n\nthree\n  \n\nfour')).toEqual(['one\ntwo', 'three', 'four']);
    expect(cut('one\n two \n')).toEqual(['one', 'two']);
    expect(cut('')).toEqual([]);
  });

  it('U116: what stands in no part is counted, but for white space', () => {
    expect(leftOut('one two three', [part(4, 7)])).toBe(8);
    expect(leftOut('one two', [part(0, 3), part(4, 7)])).toBe(0);
  });
});
