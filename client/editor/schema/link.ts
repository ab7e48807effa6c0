import { Mark } from '@tiptap/core';
import { safeLink } from '../../../shared/text/link.ts';

/** Typing at the end of a link does not lengthen it. Addresses that `safeLink` refuses never become links. */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({
    href: {
      default: null,
      validate: (href: unknown) => {
        if (safeLink(href) !== href) throw new RangeError('a link must be an http, https or mailto address');
      },
    },
  }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = safeLink(element.getAttribute('href'));
        return href === null ? false : { href };
      },
    },
  ],
  renderHTML: ({ mark }) => ['a', { href: safeLink(mark.attrs.href) ?? '', rel: 'noopener noreferrer' }, 0],
});
