import type { Anchor, Place } from '../model/anchor.ts';
import type { IndexedText } from './indexed-text.ts';
import { paragraphOf } from './make-anchor.ts';
import { orphan, WHOLE_TEXT } from './place.ts';

/** The place of an anchor in the very text it was put on. */
export function ownPlace(anchor: Anchor, text: IndexedText): Place {
  if (anchor.scope === 'text' || anchor.paragraph === null) return WHOLE_TEXT;
  const paragraph = paragraphOf(text, anchor.paragraph);
  if (paragraph === null) return orphan(null);
  const { length } = paragraph.text;
  const [start, end] =
    anchor.scope === 'words'
      ? [anchor.start, anchor.end]
      : anchor.scope === 'paragraph'
        ? [0, length]
        : [length, length];
  return { resolution: 'found', carry: 'unchanged', paragraph: paragraph.id, start, end, near: null };
}
