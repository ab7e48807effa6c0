import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../shared/compare/compare-texts.ts';

/** Differences as `kept [-gone-] {+new+}`, of two blocks linked by their id. */
function differences(from: string, to: string): string {
  const [row] = compareTexts([{ label: '', text: from, id: 'p' }], [{ label: '', text: to, id: 'p' }]).rows;
  const silent = new Set(row?.typography);
  return (row?.words ?? [])
    .map(([operation, text], at) => {
      const mark = silent.has(at) ? '~' : '';
      return operation === '=' ? text : operation === '-' ? `[-${mark}${text}-]` : `{+${mark}${text}+}`;
    })
    .join('');
}

describe('word differences', () => {
  it.each([
    ['a word', 'We may agree.', 'We shall agree.', 'We [-may-]{+shall+} agree.'],
    ['an insertion', 'States and women', 'States, children and women', 'States{+, children+} and women'],
    ['an insertion at the end', 'to the end.', 'to the end of it.', 'to the end{+ of it+}.'],
    [
      'a trailing clause',
      'the rights of all,',
      'the rights of all, offline and online,',
      'the rights of all{+, offline and online+},',
    ],
    ['a case', 'the pact', 'the Pact', 'the [-pact-]{+Pact+}'],
    [
      'brackets put around words',
      'States shall act now',
      'States [shall] act now',
      'States {+[+}shall{+]+} act now',
    ],
    ['quotation marks', 'the “Pact” of', 'the "Pact" of', 'the [-~“-]{+~"+}Pact[-~”-]{+~"+} of'],
    ['spaces', 'one  two', 'one two', 'one[-~  -]{+~ +}two'],
    [
      'phrases instead of confetti',
      'the scope of the full work and of its parts',
      'a list with the open rules and for all members',
      '[-the scope of the full work and of its parts-]{+a list with the open rules and for all members+}',
    ],
    [
      'a repeated phrase',
      'to act, to act again',
      'to act, to plan, to act again',
      'to act{+, to plan+}, to act again',
    ],
    ['Chinese by words', '和平与发展', '和平与合作', '和平与[-发展-]{+合作+}'],
    ['everything', 'yes', 'no', '[-yes-]{+no+}'],
    ['to nothing', 'yes', '', '[-yes-]'],
  ])('C16: %s', (_, from, to, expected) => {
    expect(differences(from, to)).toBe(expected);
  });
});
