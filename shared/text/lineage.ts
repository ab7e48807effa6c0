import type { ParagraphId } from '../model/ids.ts';
import { IMPLICIT_ID, type ParagraphHead } from './marker.ts';

/**
 * How many ancestors a paragraph remembers at most. Joining a long list item by item would otherwise grow every
 * marker; sixteen is far beyond what a comparison can show.
 */
export const MOST_ANCESTORS = 16;

/** What the second half of a split remembers: the paragraph it was cut from. */
export const splitFrom = ({ id }: Pick<ParagraphHead, 'id'>): ParagraphId[] =>
  id === IMPLICIT_ID ? [] : [id];

/** What the survivor of a join remembers: itself, the absorbed one, and whatever either came from. */
export function joinedFrom(
  survivor: Pick<ParagraphHead, 'id' | 'from'>,
  absorbed: Pick<ParagraphHead, 'id' | 'from'>,
): ParagraphId[] {
  const all = [survivor.id, absorbed.id, ...survivor.from, ...absorbed.from];
  return [...new Set(all)].filter((id) => id !== IMPLICIT_ID).slice(0, MOST_ANCESTORS);
}
