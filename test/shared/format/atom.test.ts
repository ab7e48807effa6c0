import { describe, expect, it } from 'vitest';
import { xmlText } from '../../../shared/format/atom.ts';

describe('text in XML', () => {
  it.each([
    ['markup', '<a href="x">&amp;</a>', '&lt;a href=&quot;x&quot;&gt;&amp;amp;&lt;/a&gt;'],
    ['an end of CDATA', ']]>', ']]&gt;'],
    ['a carriage return', 'a\r\nb', 'a&#13;\nb'],
    ['control characters', 'a\u0000b\u000bc\u001f', 'a\uFFFDb\uFFFDc\uFFFD'],
    ['half a surrogate pair', 'a\uD83Db', 'a\uFFFDb'],
    ['a whole one', '😀', '😀'],
    ['what XML does not allow', '\uFFFE\uFFFF', '\uFFFD\uFFFD'],
    ['right-to-left text', 'العربية', 'العربية'],
  ])('E10: holds %s', (_what, text, written) => {
    expect(xmlText(text)).toBe(written);
  });
});
