import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';

describe('canonical JSON', () => {
  const CASES: readonly (readonly [unknown, string])[] = [
    [{ b: 1, a: [2, { d: null, c: 'x' }] }, '{"a":[2,{"c":"x","d":null}],"b":1}'],
    [{ a: undefined, b: [undefined] }, '{"b":[null]}'],
    [
      { '\u20ac': 1, '\r': 2, '1': 3, ö: 4, '\ufb33': 5, '\ud83d\ude00': 6 },
      '{"\\r":2,"1":3,"ö":4,"€":1,"😀":6,"\ufb33":5}',
    ],
    [[1e21, 0.1, -0, 1e-7], '[1e+21,0.1,0,1e-7]'],
    ['\u2028 "', '"\u2028 \\""'],
  ];
  it.each(CASES)('S5: %j as RFC 8785 has it', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('S5: says the same as JSON and does not depend on the order of keys', () => {
    const reversed = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(reversed)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, field]) => [key, reversed(field)]),
            )
          : value;
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });

  it('S5: what JSON cannot say is a bug', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow();
  });
});
