import { describe, expect, it } from 'vitest';
import { canonicalFault } from '../../../shared/domain/canonical-fault.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';

describe('canonicalFault', () => {
  it.each([
    {},
    [],
    null,
    true,
    false,
    -1.5,
    1e21,
    1e-7,
    0,
    'a "quoted" \\ word \n \u0000 ✓ 😀 كلمة',
    { a: [1, { b: null, c: '' }], ä: [[], {}] },
  ])('V140: finds nothing in what canonicalJson writes: %j', (value) => {
    expect(canonicalFault(canonicalJson(value))).toBeNull();
  });

  const CASES: readonly (readonly [what: string, text: string, at: number])[] = [
    ['white space', '{"a": 1}', 5],
    ['a line at the end', '{}\n', 2],
    ['keys in another order', '{"b":1,"a":2}', 7],
    ['a key twice', '{"a":1,"a":1}', 7],
    ['a number written another way', '[1.0]', 1],
    ['a large exponent', '[1E3]', 1],
    ['a minus before nothing', '[-0]', 1],
    ['a leading zero', '[01]', 1],
    ['a needless escape', '["\\/"]', 1],
    ['a letter escaped', '["\\u0041"]', 1],
    ['an unknown escape', '["\\x"]', 1],
    ['a control character', '["\u0001"]', 2],
    ['a comma too many', '[1,]', 3],
    ['a comma too few', '[1 2]', 2],
    ['no colon', '{"a"1}', 4],
    ['a name without quotes', '{a:1}', 1],
    ['an end too early', '{"a":[1', 7],
    ['a string without end', '["a', 3],
    ['half a word', '[tru]', 1],
    ['nothing', '', 0],
  ];
  it.each(CASES)('V140: names the place of %s', (_what, text, at) => {
    expect(canonicalFault(text)?.at).toBe(at);
  });

  it('V140: a file of brackets alone is refused, not followed down', () => {
    expect(canonicalFault('['.repeat(1_000_000))?.problem).toContain('nested');
  });
});
