import * as Y from 'yjs';
import type { ParagraphId } from '../model/ids.ts';
import type { Marks, Paragraph, Run } from '../model/paragraph.ts';
import { type ParagraphHead, readMarker } from './marker.ts';

/** Stands for an embed that this version does not know (Unicode: OBJECT REPLACEMENT CHARACTER). */
export const UNKNOWN_EMBED = '\uFFFC';

/** Head of the paragraph formed by characters that stand before a first marker. */
const IMPLICIT_HEAD: ParagraphHead = {
  id: 'implicit' as ParagraphId,
  kind: 'plain',
  level: 0,
  dir: 'auto',
  from: [],
  pinned: null,
};

/** The four marks out of a Yjs attributes object; anything else in it is ignored. */
export function readMarks(attributes: Readonly<Record<string, unknown>> | undefined): Marks {
  if (attributes === undefined) return {};
  return {
    ...(attributes.bold ? { bold: true as const } : {}),
    ...(attributes.italic ? { italic: true as const } : {}),
    ...(attributes.underline ? { underline: true as const } : {}),
    ...(typeof attributes.link === 'string' ? { link: attributes.link } : {}),
  };
}

const sameMarks = (a: Marks, b: Marks): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.underline === b.underline && a.link === b.link;

/** Adds characters to runs, joining equal neighbours. A newline reads as a space. */
export function pushRun(runs: Run[], text: string, marks: Marks): void {
  if (text === '') return;
  const clean = text.replace(/[\n\r]/g, ' ');
  const last = runs.at(-1);
  if (last !== undefined && sameMarks(last, marks))
    runs[runs.length - 1] = { ...last, text: last.text + clean };
  else runs.push({ text: clean, ...marks });
}

/**
 * A repeated or missing id gets a derived one, in the view only: the marker keeps what it says until the client
 * that broke it repairs it. The first bearer keeps the id; the n-th reads `id~n`.
 */
export function viewIds(ids: readonly ParagraphId[]): ParagraphId[] {
  const seen = new Map<ParagraphId, number>();
  return ids.map((id) => {
    const wanted = id === '' ? ('unnamed' as ParagraphId) : id;
    const count = (seen.get(wanted) ?? 0) + 1;
    seen.set(wanted, count);
    return count === 1 && id !== '' ? wanted : (`${wanted}~${count}` as ParagraphId);
  });
}

/** Every content of a `Y.Text` reads as some paragraphs; nothing is left out to make it fit. */
export function readParagraphs(text: Y.Text): Paragraph[] {
  const heads: ParagraphHead[] = [];
  const runs: Run[][] = [];
  for (const piece of text.toDelta() as readonly {
    insert: unknown;
    attributes?: Record<string, unknown>;
  }[]) {
    if (piece.insert instanceof Y.Map) {
      heads.push(readMarker(piece.insert));
      runs.push([]);
      continue;
    }
    if (heads.length === 0) {
      heads.push(IMPLICIT_HEAD);
      runs.push([]);
    }
    const characters = typeof piece.insert === 'string' ? piece.insert : UNKNOWN_EMBED;
    pushRun(runs.at(-1) as Run[], characters, readMarks(piece.attributes));
  }
  const ids = viewIds(heads.map((head) => head.id));
  return heads.map((head, k) => ({ ...head, id: ids[k] as ParagraphId, runs: runs[k] as Run[] }));
}
