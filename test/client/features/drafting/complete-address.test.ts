import { describe, expect, it } from 'vitest';
import { completeAddress } from '../../../../client/features/drafting/complete-address.ts';

describe('the address of a link', () => {
  it.each([
    ['https://www.un.org/a?b#c', 'https://www.un.org/a?b#c'],
    ['  http://un.org ', 'http://un.org'],
    ['www.un.org', 'https://www.un.org'],
    ['un.org/path', 'https://un.org/path'],
    ['mailto:a@un.org', 'mailto:a@un.org'],
    ['a@un.org', 'mailto:a@un.org'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['word', null],
    ['two words.org', null],
    ['', null],
  ])('U35: %s', (typed, whole) => {
    expect(completeAddress(typed)).toBe(whole);
  });
});
