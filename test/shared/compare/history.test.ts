import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../shared/compare/compare-texts.ts';
import { buildHistory, relatedThreads } from '../../../shared/compare/history.ts';

const block = (id: string, text: string, from: readonly string[] = []) => ({ id, text, from, label: '' });
const WORDS = [
  'alpha beta gamma delta',
  'rivers and lakes in spring',
  'a treaty on the use of outer space',
  'cables',
];

/** One letter a cell: what became of the paragraph in that text. */
const drawn = (texts: readonly (readonly ReturnType<typeof block>[])[]) => {
  const comparisons = texts.slice(1).map((text, k) => compareTexts(texts[k] ?? [], text));
  const threads = buildHistory(texts[0]?.length ?? 0, comparisons);
  return {
    threads,
    rows: threads.map(({ cells }) =>
      cells.map((cell, k) => (cell === null ? '·' : `${texts[k]?.[cell.block]?.id}:${cell.kind}`)),
    ),
  };
};

const [a, b, c, d] = WORDS.map((text, k) => block('abcd'[k] as string, text)) as [
  ReturnType<typeof block>,
  ReturnType<typeof block>,
  ReturnType<typeof block>,
  ReturnType<typeof block>,
];

describe('history of a text', () => {
  it('C40: threads what stays, what comes and what goes, in reading order', () => {
    const { rows } = drawn([
      [a, b],
      [a, c, b],
      [c, b],
    ]);
    expect(rows).toEqual([
      ['a:first', 'a:same', '·'],
      ['·', 'c:added', 'c:same'],
      ['b:first', 'b:same', 'b:same'],
    ]);
  });

  it('C40: a thread that ended stays where it stood', () => {
    const { rows } = drawn([
      [a, b, c],
      [a, c],
      [a, d, c],
    ]);
    expect(rows.map(([first]) => first)).toEqual(['a:first', 'b:first', '·', 'c:first']);
  });

  it('C41: of a split the first part carries on, the others remember it; a merger the other way', () => {
    const whole = block('a', 'alpha beta gamma delta');
    const parts = [block('a', 'alpha beta'), block('x', 'gamma delta', ['a'])];
    const { threads } = drawn([
      [whole, b],
      [...parts, b],
      [block('a', 'alpha beta gamma delta', ['a', 'x']), b],
    ]);
    expect(threads.map(({ splitFrom, mergedInto }) => [splitFrom, mergedInto])).toEqual([
      [null, null],
      [0, 0],
      [null, null],
    ]);
    expect(relatedThreads(threads, 1)).toEqual([0, 1]);
    expect(relatedThreads(threads, 2)).toEqual([2]);
  });
});
