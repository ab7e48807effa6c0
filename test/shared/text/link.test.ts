import { expect, it } from 'vitest';
import { MOST_LINK_CHARACTERS, safeLink } from '../../../shared/text/link.ts';

it.each([
  ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
  ['  http://example.org ', 'http://example.org'],
  ['mailto:desk@example.org', 'mailto:desk@example.org'],
  ['HTTPS://EXAMPLE.ORG', 'HTTPS://EXAMPLE.ORG'],
  ['javascript:alert(1)', null],
  ['java\nscript:alert(1)', null],
  ['data:text/html,x', null],
  ['file:///etc/passwd', null],
  ['//example.org', null],
  ['example.org', null],
  ['https:example.org', null],
  ['https://', null],
  ['mailto:', null],
  ['', null],
  [null, null],
  [`https://e.org/${'x'.repeat(MOST_LINK_CHARACTERS)}`, null],
])('T10: a link is an absolute http, https or mailto address: %j', (href, address) => {
  expect(safeLink(href)).toBe(address);
});
