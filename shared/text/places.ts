import type * as Y from 'yjs';
import type { ParagraphId } from '../model/ids.ts';
import { visitContent } from './content.ts';
import { type ParagraphHead, readMarker } from './marker.ts';
import { IMPLICIT_HEAD, viewIds } from './read.ts';

/** Where a paragraph stands in a `Y.Text`. Indexes count markers and characters alike, from 0. */
export interface ParagraphPlace {
  /** The head people see: a repeated or missing id is a derived one here. */
  readonly head: ParagraphHead;
  /** Null for the implicit paragraph: characters before a first marker. */
  readonly marker: Y.Map<unknown> | null;
  /** Index of its first character: one behind its marker. */
  readonly start: number;
  /** Index behind its last character: where the next marker stands, or the length of the text. */
  readonly end: number;
}

/** All paragraphs of a text with their places, without their words. */
export function placesOf(text: Y.Text): ParagraphPlace[] {
  const found: { head: ParagraphHead; marker: Y.Map<unknown> | null; start: number; end: number }[] = [];
  let at = 0;
  visitContent(text, (piece) => {
    if (piece.kind === 'marker')
      found.push({ head: readMarker(piece.marker), marker: piece.marker, start: at + 1, end: at + 1 });
    else if (found.length === 0) found.push({ head: IMPLICIT_HEAD, marker: null, start: 0, end: 0 });
    at += piece.item.length;
    const last = found.at(-1);
    if (last !== undefined) last.end = at;
  });
  const ids = viewIds(found.map(({ head }) => head.id));
  return found.map((place, k) => ({ ...place, head: { ...place.head, id: ids[k] as ParagraphId } }));
}
