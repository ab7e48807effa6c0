import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptMarkers } from '../../../../client/editor/binding/keep.ts';
import { mergeFormats, planEdits } from '../../../../client/editor/binding/plan.ts';
import type { ParagraphId } from '../../../../shared/model/ids.ts';
import { readHead } from '../../../../shared/text/marker.ts';
import type { Token } from '../../../../shared/text/token.ts';

/** `<A>` is a marker, `*b*` bold. */
const tokens = (sketch: string): Token[] =>
  (sketch.match(/<\w+>|\*[^*]+\*|[^<*]+/g) ?? []).map((part) =>
    part.startsWith('<')
      ? { kind: 'marker', head: readHead({ id: part.slice(1, -1) }) }
      : part.startsWith('*')
        ? { kind: 'characters', text: part.slice(1, -1), marks: { bold: true } }
        : { kind: 'characters', text: part, marks: {} },
  );
const print = (inserted: readonly Token[]): string =>
  inserted.map((token) => (token.kind === 'marker' ? `<${token.head.id}>` : token.text)).join('');
const plan = (old: string, now: string): string[] =>
  planEdits(tokens(old), tokens(now), 10).map((edit) =>
    edit.kind === 'splice'
      ? `${edit.index} -${edit.remove} +${print(edit.insert)}`
      : edit.kind === 'format'
        ? `${edit.index} format ${edit.length} ${JSON.stringify(edit.attributes)}`
        : `${edit.index} head`,
  );

describe('plan', () => {
  it.each([
    ['inserts', '', 'ab', ['10 -0 +ab']],
    ['trims both ends', 'abc', 'axc', ['11 -1 +x']],
    ['splits by a marker alone', 'abcd', 'ab<B>cd', ['12 -0 +<B>']],
    ['joins by a marker alone', 'ab<B>cd', 'abcd', ['12 -1 +']],
    ['keeps markers in order and moves the rest', '<A>a<B>b', '<B>b<A>a', ['10 -2 +', '14 -0 +<A>a']],
    ['keeps a marker between changes', 'a<A>b', 'x<A>y', ['10 -1 +x', '12 -1 +y']],
    ['never cuts a character of two units', '\u{20000}', '\u{20001}', ['10 -2 +\u{20001}']],
    ['formats what stays', 'abc', 'a*b*c', ['11 format 1 {"bold":true}']],
    ['takes a format away', '*abc*', 'abc', ['10 format 3 {"bold":null}']],
    ['formats beside a replacement', 'abcd', '*ab*xd', ['10 format 2 {"bold":true}', '12 -1 +x']],
    ['does nothing where nothing changed', 'a<A>b', 'a<A>b', []],
  ])('B2, B3: %s', (_what, old, now, wanted) => {
    expect(plan(old, now)).toEqual(wanted);
  });

  it('B5: equal formats with only markers between are one', () => {
    const format = (index: number, value: boolean | null) => ({
      kind: 'format' as const,
      index,
      length: 2,
      attributes: { bold: value },
    });
    const edits = [format(1, true), format(4, true), format(7, null)];
    expect(mergeFormats(edits, () => true)).toMatchObject([
      { index: 1, length: 5 },
      { index: 7, length: 2 },
    ]);
    expect(mergeFormats(edits, () => false)).toEqual(edits);
  });

  it('B3: the kept markers rise on both sides and no longer run exists', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'ABCDEFG'), { maxLength: 7 });
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const kept = keptMarkers(before as ParagraphId[], after as ParagraphId[]);
        kept.forEach(([a, b], i) => {
          expect(before[a]).toBe(after[b]);
          if (i > 0)
            expect([a, b].every((place, side) => place > (kept[i - 1]?.[side] as number))).toBe(true);
        });
        // The naive way: every subset of what both have.
        const common = before.filter((id) => after.includes(id));
        let longest = 0;
        for (let set = 0; set < 2 ** common.length; set++) {
          const places = common.filter((_, i) => set & (1 << i)).map((id) => after.indexOf(id));
          if (places.every((place, i) => i === 0 || place > (places[i - 1] as number)))
            longest = Math.max(longest, places.length);
        }
        expect(kept.length).toBe(longest);
      }),
    );
  });
});
