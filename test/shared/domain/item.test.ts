import { describe, expect, it } from 'vitest';
import { decideSplit, leftOver } from '../../../shared/domain/item.ts';
import type { ItemId } from '../../../shared/model/ids.ts';
import { comment, signed } from './register-sketch.ts';

const SUBMISSION = comment('c', null, { text: 'First ask. Second ask 🙂. Thank you.' });
const ids = () => {
  let n = 0;
  return () => {
    n += 1;
    return `i${n}`;
  };
};
const by = signed('facilitators');
const part = (start: number, end: number) => ({ start, end, paragraph: null });
const split = (...wanted: ReturnType<typeof part>[]) =>
  decideSplit(SUBMISSION, [], () => false, wanted, by, ids());

describe('splitting a comment', () => {
  it('O14: items quote the comment by offsets, in its order', () => {
    const parts = split(part(0, 10), part(11, 25));
    expect(parts.ok && parts.value.map(({ id, ordinal, text }) => [id, ordinal, text])).toEqual([
      ['i1', 1, 'First ask.'],
      ['i2', 2, 'Second ask 🙂.'],
    ]);
  });

  it.each([
    ['overlap', [part(0, 10), part(9, 12)], 'items.1.start'],
    ['out of order', [part(11, 20), part(0, 5)], 'items.1.start'],
    ['empty', [part(3, 3)], 'items.0.end'],
    ['behind the end', [part(0, 999)], 'items.0.end'],
    ['half a character', [part(0, 23)], 'items.0.end'],
    ['beginning within a character', [part(23, 30)], 'items.0.start'],
    ['white space alone', [part(10, 11)], 'items.0.start'],
  ])('O14: %s is refused by name', (_, wanted, field) => {
    const refused = split(...wanted);
    expect(!refused.ok && refused.error.fields?.[0]?.field).toBe(field);
  });

  it('O15: a later split keeps what it repeats, takes the rest back, and never what was decided', () => {
    const before = split(part(0, 10), part(11, 25));
    if (!before.ok) throw new Error('not split');
    const again = (decided: boolean) =>
      decideSplit(
        SUBMISSION,
        before.value,
        (id) => decided && id === ('i2' as ItemId),
        [part(0, 10)],
        by,
        ids(),
      );
    const free = again(false);
    expect(free.ok && free.value.map(({ id, start, end, text }) => [id, start, end, text])).toEqual([
      ['i2', 0, 0, ''],
    ]);
    const held = again(true);
    expect(!held.ok && held.error.code).toBe('already-decided');
    const same = decideSplit(SUBMISSION, before.value, () => false, [part(0, 10), part(11, 25)], by, ids());
    expect(!same.ok && same.error.code).toBe('already-exists');
  });

  it('O14: what stands in no item can be told', () => {
    const parts = split(part(0, 10), part(11, 25));
    const left = leftOver(SUBMISSION.text, parts.ok ? parts.value : []);
    expect(left.map(({ start, end }) => SUBMISSION.text.slice(start, end))).toEqual([' Thank you.']);
  });
});
