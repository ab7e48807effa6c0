import type { Marks } from '../model/paragraph.ts';
import { safeLink } from '../text/link.ts';

/** Marks that an HTML element adds to what is inside it, or null: none. Names in lower case. */
export function marksOfElement(name: string, address?: string): Marks | null {
  switch (name) {
    case 'b':
    case 'strong':
      return { bold: true };
    case 'i':
    case 'em':
    case 'cite':
    case 'dfn':
      return { italic: true };
    case 'u':
    case 'ins':
      return { underline: true };
    case 'a': {
      const link = safeLink(address);
      return link === null ? null : { link };
    }
    default:
      return null;
  }
}

/** Elements whose formatting is not kept, though their words are. */
export const DROPPED_FORMATS: ReadonlySet<string> = new Set([
  'sup',
  'sub',
  'mark',
  'small',
  'big',
  'kbd',
  'samp',
  'var',
]);
export const STRUCK: ReadonlySet<string> = new Set(['s', 'strike']);
