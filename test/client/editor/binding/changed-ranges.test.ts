import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addChange, type ChangedRange, rangesOf } from '../../../../client/editor/binding/changed-ranges.ts';
import { sketch } from '../sketch.ts';

describe('changed ranges', () => {
  it('B2: what stands outside the ranges is the same before and after, whatever was replaced', () => {
    const change = fc.record({ at: fc.nat(30), remove: fc.nat(6), insert: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const before = Array.from({ length: 20 }, (_, i) => `old${i}`);
        let after = [...before];
        let ranges: ChangedRange[] = [];
        let made = 0;
        for (const { at, remove, insert } of changes) {
          const start = Math.min(at, after.length);
          const end = Math.min(start + remove, after.length);
          const added = Array.from({ length: insert }, () => `new${made++}`);
          after = [...after.slice(0, start), ...added, ...after.slice(end)];
          ranges = addChange(ranges, start, end, insert);
        }
        // Putting the new pieces of the ranges into the old row gives the new row.
        let rebuilt = [...before];
        for (const { from, to, newFrom, newTo } of ranges.toReversed())
          rebuilt = [...rebuilt.slice(0, from), ...after.slice(newFrom, newTo), ...rebuilt.slice(to)];
        expect(rebuilt).toEqual(after);
        for (let i = 1; i < ranges.length; i++)
          expect(ranges[i]?.from).toBeGreaterThan(ranges[i - 1]?.to as number);
      }),
    );
  });

  it('B2: marks and attributes are changes, though their steps move nothing', () => {
    const { host } = sketch(['A plain: abcd', 'B plain: ef']);
    const { tr, schema } = host.state;
    tr.addMark(2, 4, schema.mark('bold')).setNodeAttribute(6, 'dir', 'rtl');
    expect(rangesOf([tr])).toEqual([
      { from: 2, to: 4, newFrom: 2, newTo: 4 },
      { from: 6, to: 7, newFrom: 6, newTo: 7 },
    ]);
  });
});
