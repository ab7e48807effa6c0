import { describe, expect, it } from 'vitest';
import { inertHtml } from '../../../../client/editor/paste/inert-html.ts';

describe('markup before it is parsed', () => {
  it.each([
    ['<p style="color:red" class=a>x</p>', '<p data-pasted-style="color:red" class=a>x</p>'],
    [`<p\nSTYLE='a>b'>style="x"</p>`, `<p\ndata-pasted-style='a>b'>style="x"</p>`],
    ['<p title="a > b" style=c>d</p>', '<p title="a > b" data-pasted-style=c>d</p>'],
    ['<p class="x"style="y">d</p>', '<p class="x"data-pasted-style="y">d</p>'],
    ['1 < 2 and style = x', '1 < 2 and style = x'],
  ])('U46: styles are renamed: %s', (html, inert) => {
    expect(inertHtml(html).html).toBe(inert);
  });

  it('U46: style sheets are taken out and given apart', () => {
    expect(inertHtml('<style>a{}</style><p>x</p><STYLE type="text/css"><!-- b{} --></STYLE >')).toEqual({
      html: '<p>x</p>',
      sheets: ['a{}', '<!-- b{} -->'],
    });
  });
});
