import { describe, expect, it } from 'vitest';
import { markedRuns } from '../../../../client/features/reading/marked-runs.ts';
import { plainText, type Run } from '../../../../shared/model/paragraph.ts';

const mark = (id: string, start: number, end: number) => ({
  id,
  paragraph: 'p' as never,
  start,
  end,
  active: false,
});
const RUNS: readonly Run[] = [{ text: 'We ' }, { text: 'express', italic: true }, { text: ' concern.' }];
const read = (marks: ReturnType<typeof mark>[]) =>
  markedRuns(RUNS, marks).map(({ runs, marks: on }) => [plainText(runs), on.map(({ id }) => id).join()]);

describe('words that something was said on', () => {
  it('U74: marks cut the words where they begin and end, over formats, and lose no letter', () => {
    expect(read([mark('a', 3, 10)])).toEqual([
      ['We ', ''],
      ['express', 'a'],
      [' concern.', ''],
    ]);
    expect(read([mark('a', 1, 12), mark('b', 5, 19)])).toEqual([
      ['W', ''],
      ['e ex', 'a'],
      ['press c', 'a,b'],
      ['oncern.', 'b'],
    ]);
    for (const [start, end] of [
      [0, 19],
      [2, 4],
      [9, 11],
    ] as const) {
      const stretches = markedRuns(RUNS, [mark('a', start, end)]);
      expect(stretches.map(({ runs }) => plainText(runs)).join('')).toBe('We express concern.');
      expect(
        stretches.flatMap(({ runs }) => runs).filter(({ italic }) => italic === true).length,
      ).toBeGreaterThan(0);
    }
  });

  it('U74: a paragraph without marks is one stretch', () => {
    expect(markedRuns(RUNS, [])).toEqual([{ runs: RUNS, marks: [] }]);
  });
});
