import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type WordChange, wordChanges } from '../../../../shared/format/rolling/word-changes.ts';
import { plainText } from '../../../../shared/model/paragraph.ts';
import { seeded } from '../../../seeded.ts';

const applied = (text: string, changes: readonly WordChange[]): string => {
  let result = '';
  let at = 0;
  for (const { start, end, inserted } of changes) {
    result += text.slice(at, start) + plainText(inserted);
    at = end;
  }
  return result + text.slice(at);
};

describe('word changes', () => {
  it('L4: what is only inserted stands as far left as it can', () => {
    const changes = wordChanges([{ text: 'We report on it.' }], [{ text: 'We report fully on it.' }]);
    expect(changes).toEqual([{ start: 9, end: 9, inserted: [{ text: ' fully' }] }]);
  });

  it('L6: a changed format on words that stay is nothing that brackets can show', () => {
    expect(
      wordChanges(
        [{ text: 'We report.' }],
        [{ text: 'We ' }, { text: 'report', italic: true }, { text: '.' }],
      ),
    ).toBe(null);
  });

  it('L4: applied, changes give the proposal back letter for letter', () => {
    const word = fc.constantFrom(
      'a',
      'b',
      'and',
      'the',
      'parties',
      ',',
      ' ',
      '\u00a0',
      'تقرير',
      '报告',
      '🙂',
      'The',
    );
    const words = fc.array(word, { maxLength: 24 }).map((each) => each.join(' '));
    fc.assert(
      fc.property(words, words, (from, to) => {
        const runs = (text: string) => (text === '' ? [] : [{ text }]);
        const changes = wordChanges(runs(from), runs(to));
        expect(applied(from, changes ?? [])).toBe(to);
      }),
      seeded(400),
    );
  });
});
