import type * as Y from 'yjs';
import type { ParagraphId } from '../model/ids.ts';
import type { Paragraph, Run } from '../model/paragraph.ts';
import { visitContent } from './content.ts';
import { IMPLICIT_ID, type ParagraphHead, readHead, readMarker } from './marker.ts';
import { readMarks } from './marks.ts';
import { pushRun } from './runs.ts';

export { UNKNOWN_EMBED } from './content.ts';
export { readMarks, sameMarks } from './marks.ts';
export { pushRun } from './runs.ts';

/** Head of the paragraph formed by characters that stand before a first marker. */
export const IMPLICIT_HEAD: ParagraphHead = readHead({ id: IMPLICIT_ID });

/**
 * A repeated or missing id gets a derived one, in the view only: the marker keeps what it says until the client
 * that broke it repairs it. The first bearer keeps the id; the n-th reads `id~n`, or the next number that nobody
 * bears. All answers differ.
 */
export function viewIds(ids: readonly ParagraphId[]): ParagraphId[] {
  const taken = new Set(ids);
  const bearers = new Map<ParagraphId, number>();
  return ids.map((id) => {
    let count = (bearers.get(id) ?? 0) + 1;
    let shown = id;
    if (id === '' || count > 1) {
      while (taken.has(derivedId(id, count))) count += 1;
      shown = derivedId(id, count);
      taken.add(shown);
    }
    bearers.set(id, count);
    return shown;
  });
}

const derivedId = (id: ParagraphId, count: number): ParagraphId =>
  `${id === '' ? 'unnamed' : id}~${count}` as ParagraphId;

/** Every content of a `Y.Text` reads as some paragraphs; nothing is left out to make it fit. */
export function readParagraphs(text: Y.Text): Paragraph[] {
  const heads: ParagraphHead[] = [];
  const runs: Run[][] = [];
  visitContent(text, (piece) => {
    if (piece.kind === 'marker') {
      heads.push(readMarker(piece.marker));
      runs.push([]);
      return;
    }
    if (heads.length === 0) {
      heads.push(IMPLICIT_HEAD);
      runs.push([]);
    }
    pushRun(runs.at(-1) as Run[], piece.text, readMarks(piece.formats));
  });
  const ids = viewIds(heads.map((head) => head.id));
  return heads.map((head, k) => ({ ...head, id: ids[k] as ParagraphId, runs: runs[k] as Run[] }));
}
