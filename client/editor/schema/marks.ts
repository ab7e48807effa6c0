import { Mark } from '@tiptap/core';

/** The three plain marks. Names are those of the Y.Text formats (docs/protocol.md). */
export const Bold = Mark.create({
  name: 'bold',
  parseHTML: () => [
    { tag: 'strong' },
    // Google Docs wraps whole clipboards in <b style="font-weight: normal">.
    { tag: 'b', getAttrs: (element) => (element.style.fontWeight === 'normal' ? false : null) },
    { style: 'font-weight=400', clearMark: (mark) => mark.type.name === 'bold' },
    { style: 'font-weight', getAttrs: (value) => (/^(bold(er)?|[6-9]\d\d)$/.test(value) ? null : false) },
  ],
  renderHTML: () => ['strong', 0],
});

export const Italic = Mark.create({
  name: 'italic',
  parseHTML: () => [
    { tag: 'em' },
    { tag: 'i', getAttrs: (element) => (element.style.fontStyle === 'normal' ? false : null) },
    { style: 'font-style=italic' },
  ],
  renderHTML: () => ['em', 0],
});

export const Underline = Mark.create({
  name: 'underline',
  parseHTML: () => [
    { tag: 'u' },
    { style: 'text-decoration', consuming: false, getAttrs: underlined },
    { style: 'text-decoration-line', consuming: false, getAttrs: underlined },
  ],
  renderHTML: () => ['u', 0],
});

function underlined(value: string): null | false {
  return value.includes('underline') ? null : false;
}
