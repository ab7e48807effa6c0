import type { Anchor, Place } from '../model/anchor.ts';
import type { IndexedText } from './indexed-text.ts';
import { makeAnchor, type Pointed, paragraphOf } from './make-anchor.ts';
import { orphan } from './place.ts';
import { resolveAnchor } from './resolve.ts';

/**
 * A place that was found in an earlier state of a text, in its present state: for the moment until it is found anew.
 * Where its paragraph reads otherwise now, the words that stood there are looked for, and not taken for granted.
 */
export function followOn(anchor: Anchor, place: Place, before: IndexedText, now: IndexedText): Place {
  const { paragraph, start, end } = place;
  if (paragraph === null || anchor.scope === 'text') return place;
  const old = paragraphOf(before, paragraph);
  if (old !== null && paragraphOf(now, paragraph)?.text === old.text) return place;
  const pointed: Pointed =
    anchor.scope === 'words'
      ? { scope: 'words', paragraph, start, end }
      : anchor.scope === 'paragraph'
        ? { scope: 'paragraph', paragraph }
        : { scope: 'absent', after: paragraph };
  const made = makeAnchor('working', before, pointed);
  const next = made.ok ? resolveAnchor(made.value, now, null) : orphan(paragraph);
  switch (next.resolution) {
    case 'found':
      return { ...place, start: next.start, end: next.end };
    case 'orphan':
      return next;
    default:
      return { ...next, resolution: place.resolution === 'changed' ? 'changed' : next.resolution };
  }
}
