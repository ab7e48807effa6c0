import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonKey, tokenise } from '../../../shared/compare/tokens.ts';
import { seeded } from '../../seeded.ts';

const cores = (text: string): string[] => tokenise(text).map((token) => token.core);

/** Milliseconds; far more than needed, for slow machines and LONG runs. */
const PATIENCE = 300_000;

describe('tokenise', { timeout: PATIENCE }, () => {
  it.each([
    ['words and marks', 'We agree, now.', ['We', 'agree', ',', 'now', '.']],
    ['inner hyphens and apostrophes', 'multi-stakeholder child’s', ['multi-stakeholder', 'child’s']],
    ['brackets', '[may] {shall}', ['[', 'may', ']', '{', 'shall', '}']],
    ['paragraph references', 'paragraphs 12 (a) and (iv)', ['paragraphs', '12', '(a)', 'and', '(iv)']],
    ['a numbered suffix', 'paragraph 12 bis below', ['paragraph', '12 bis', 'below']],
    ['a biscuit is not a suffix', '12 biscuits', ['12', 'biscuits']],
    [
      'symbols and numbers',
      'A/RES/79/1 of 1,000.5 and 79/194',
      ['A/RES/79/1', 'of', '1,000.5', 'and', '79/194'],
    ],
    ['and/or', 'and/or', ['and', '/', 'or']],
    ['combining marks stay with their letter', 'cafe\u0301 x\u0301y', ['cafe\u0301', 'x\u0301y']],
    ['Chinese', '和平与发展', ['和平', '与', '发展']],
    ['Arabic', 'التنمية المستدامة', ['التنمية', 'المستدامة']],
    ['a lone surrogate', 'a \uD83D b', ['a', '\uD83D', 'b']],
    ['an emoji', 'a 😀 b', ['a', '😀', 'b']],
    ['a leading gap', '  a', ['', 'a']],
    ['nothing', '', []],
  ])('C16: %s', (_, text, expected) => {
    expect(cores(text)).toEqual(expected);
  });

  it('C2: tokens give any text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(
          tokenise(text)
            .map(({ core, gap }) => core + gap)
            .join(''),
        ).toBe(text);
      }),
      seeded(200),
    );
  });

  it.each([
    ['quotation marks', '“', '"'],
    ['apostrophes', 'child’s', "child's"],
    ['the non-breaking hyphen', 'co\u2011operate', 'co-operate'],
    ['composed letters', 'é', 'e\u0301'],
  ])('C9: %s are equal', (_, a, b) => {
    expect(comparisonKey(a)).toBe(comparisonKey(b));
  });

  it.each([
    ['case', 'shall', 'Shall'],
    ['dashes', '–', '-'],
    ['accents', 'é', 'e'],
  ])('C9: %s differ', (_, a, b) => {
    expect(comparisonKey(a)).not.toBe(comparisonKey(b));
  });
});
