import { describe, expect, it } from 'vitest';
import { tokenInFragment } from '../../../../client/features/session/enter-by-link.tsx';

describe('entering by a link', () => {
  it.each([
    ['#token=abc', 'abc'],
    ['#token=a-b_c~1', 'a-b_c~1'],
    ['', null],
    ['#', null],
    ['#p-12', null],
  ])('U12: the token of %s is %s', (fragment, token) => {
    expect(tokenInFragment(fragment)).toBe(token);
  });
});
