import type { Track, TrackedParagraph } from './tracked-paragraph.ts';

/** Which text a paragraph's end belongs to. */
const sideOf = (end: Track): 'both' | 'old' | 'new' =>
  end === 'kept' ? 'both' : end === 'deleted' || end === 'moved-from' ? 'old' : 'new';

/**
 * The last paragraph's end cannot go: it is the end of the file, in both texts. So at the end of the file the
 * changed ends move up by one: of old and new paragraphs that stand there together, the last old one runs on into
 * the first new one; where only one side stands there, the end before it changes instead.
 */
export function closeTail(paragraphs: readonly TrackedParagraph[]): TrackedParagraph[] {
  const closed = [...paragraphs];
  const last = closed.length - 1;
  const final = closed[last];
  if (final === undefined || final.end === 'kept') return closed;
  const side = sideOf(final.end);
  const before = closed.findLastIndex((paragraph) => sideOf(paragraph.end) !== side);
  const other = closed[before];
  closed[last] = { ...final, end: 'kept' };
  if (other === undefined) return closed;
  if (sideOf(other.end) === 'both')
    closed[before] = { ...other, end: side === 'old' ? 'deleted' : 'inserted' };
  else {
    const next = closed[before + 1] as TrackedParagraph;
    closed.splice(before, 2, { ...next, pieces: [...other.pieces, ...next.pieces] });
  }
  return closed;
}
