import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedWords } from '../../../../client/features/comparison/marked-words.ts';
import { compareTexts } from '../../../../shared/compare/compare-texts.ts';
import { texts } from './texts.ts';

const marked = (from: readonly string[], to: readonly string[]) => {
  const [old, fresh] = [texts(from), texts(to)];
  return compareTexts(old, fresh).rows.map((row) => ({ row, words: markedWords(row, old, fresh) }));
};

describe('words of a row with their marks', () => {
  it('U64: keeps bold where it stands, on both sides of a change', () => {
    const [first] = marked(['We *strongly urge* all States'], ['We *strongly urge* most States']);
    expect(first?.words.filter(({ run }) => run.bold).map(({ run }) => run.text)).toEqual(['strongly urge']);
  });

  it('U64: cuts where the paragraphs of a split meet', () => {
    const one =
      'We commit ourselves to close the divide, and we further resolve to remove every barrier to skills';
    const [head, tail] = [
      'We commit ourselves to close the divide,',
      'and we further resolve to remove every barrier to skills',
    ];
    const rows = marked([one], [head, tail]);
    expect(rows[0]?.row.kind).toBe('split');
    expect(rows[0]?.words.filter(({ joiner }) => joiner)).toHaveLength(1);
  });

  it('U64: adds and loses no letter, whatever the text', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((text) => !/[#*\n\r]/.test(text));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), fc.array(line, { maxLength: 5 }), (from, to) => {
        for (const { row, words } of marked(from, to))
          expect(
            words.flatMap(({ operation, run }) => [...run.text].map((unit) => operation + unit)),
          ).toEqual(row.words.flatMap(([operation, text]) => [...text].map((unit) => operation + unit)));
      }),
      { numRuns: 200 },
    );
  });
});
