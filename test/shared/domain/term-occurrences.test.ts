import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchable, termOccurrences } from '../../../shared/domain/term-occurrences.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { seeded } from '../../seeded.ts';

const find = (text: string, term: string): string[] =>
  termOccurrences(searchable([{ id: 'p' as ParagraphId, text }]), term).map(({ start, end }) =>
    text.slice(start, end),
  );

describe('where a term stands', () => {
  const cases: readonly (readonly [string, string, string, string[]])[] = [
    ['V51: whole words', 'Gender equality; engender', 'gender', ['Gender']],
    ['V51: every place', 'gender and gender', 'gender', ['gender', 'gender']],
    ['V51: a part of a hyphenated word is a word', 'gender-based violence', 'gender', ['gender']],
    ['V51: a possessive holds the word', 'women’s rights', 'women', ['women']],
    ['V51: word forms are not guessed', 'genders', 'gender', []],
    [
      'V51: an expression, whatever spaces divide it',
      'hate\u00A0 speech',
      'hate speech',
      ['hate\u00A0 speech'],
    ],
    ['V51: a symbol', 'resolution A/RES/70/125,', 'A/RES/70/125', ['A/RES/70/125']],
    ['V51: not in a longer number', 'A/RES/70/1250', 'A/RES/70/125', []],
    ['V51: brackets are no letters', '[human rights]', 'human rights', ['human rights']],
    ['V52: the case of letters does not matter', 'HUMAN RIGHTS', 'Human rights', ['HUMAN RIGHTS']],
    ['V52: but an acronym is not a word', 'those who work with WHO', 'WHO', ['WHO']],
    ['V52: Greek final sigma', 'ΛΌΓΟΣ λόγος', 'λόγος', ['ΛΌΓΟΣ', 'λόγος']],
    ['V53: French with other apostrophes', 'l’égalité des sexes', "l'égalité", ['l’égalité']],
    [
      'V53: composed and decomposed letters are the same',
      'e\u0301galite\u0301',
      'égalité',
      ['e\u0301galite\u0301'],
    ],
    ['V53: a bare letter is not an accented one', 'cafe\u0301', 'cafe', []],
    ['V53: nor composed', 'café', 'cafe', []],
    ['V53: Russian', 'Права человека и права', 'права человека', ['Права человека']],
    ['V53: Arabic without regard to vowel signs', 'حُقُوق الإنسان', 'حقوق الإنسان', ['حُقُوق الإنسان']],
    ['V53: Arabic words are whole too', 'الحقوق', 'حقوق', []],
    ['V53: Chinese anywhere', '促进性别平等和妇女', '性别平等', ['性别平等']],
    ['V53: Thai, but not within a letter', 'สิทธิมนุษยชน', 'มนุษย', ['มนุษย']],
    ['V53: soft hyphens and direction marks are not read', 'gen\u00ADder\u200F', 'gender', ['gen\u00ADder']],
    ['V51: no term, no place', 'anything', ' \u200B ', []],
  ];
  it.each(cases)('%s', (_, text, term, expected) => {
    expect(find(text, term)).toEqual(expected);
  });

  it('V51: what stands between spaces is found, letter for letter, in any script', () => {
    const word = fc.stringMatching(/^[\p{L}]{2,8}$/u);
    fc.assert(
      fc.property(word, word, (term, other) => {
        expect(find(`${other} ${term} ${other}`, term)).toContain(term);
      }),
      seeded(300),
    );
  });
});
