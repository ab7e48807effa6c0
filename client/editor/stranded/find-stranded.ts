import type * as Y from 'yjs';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { type Piece, visitContent } from '../../../shared/text/content.ts';
import { IMPLICIT_ID, readMarker } from '../../../shared/text/marker.ts';
import { viewIds } from '../../../shared/text/read.ts';
import type { Stranded, StrandedRun } from './read-stranded.ts';

/** A stretch of stranded words as it stands in the text now. */
export interface StrandedPart {
  /** Index in the `Y.Text`, and length. */
  readonly index: number;
  readonly length: number;
  readonly words: string;
  /** Where it stood among the characters that went: see `StrandedRun`. */
  readonly offset: number;
  /** Id, as people see it, of the paragraph it stands in now. */
  readonly standsIn: ParagraphId;
}

export interface FoundStranded {
  /** In reading order; at least one. */
  readonly parts: readonly StrandedPart[];
  /** Id of the paragraph they were typed in where it stands elsewhere, so was moved; null: it was deleted. */
  readonly home: ParagraphId | null;
}

/**
 * Where stranded words stand now. Null where there is nothing left to put right: they were removed, or stand in their
 * paragraph again, or are mere spaces.
 */
export function findStranded(text: Y.Text, { stood, runs }: Stranded): FoundStranded | null {
  const ids: ParagraphId[] = [];
  const found: (Omit<StrandedPart, 'standsIn'> & { readonly paragraph: number })[] = [];
  let at = 0;
  let implicit = false;
  visitContent(text, (piece) => {
    if (piece.kind === 'marker') ids.push(readMarker(piece.marker).id);
    else {
      if (ids.length === 0) {
        ids.push(IMPLICIT_ID);
        implicit = true;
      }
      for (const run of runs) {
        const part = overlap(piece, run);
        if (part === null) continue;
        const { from, words } = part;
        found.push({
          index: at + from,
          length: words.length,
          words,
          offset: run.offset,
          paragraph: ids.length - 1,
        });
      }
    }
    at += piece.item.length;
  });
  const shown = viewIds(ids);
  const away = found
    .filter(({ paragraph }) => ids[paragraph] !== stood.id)
    .map(({ paragraph, ...part }) => ({ ...part, standsIn: shown[paragraph] as ParagraphId }))
    .sort((a, b) => a.index - b.index);
  if (away.every(({ words }) => words.trim() === '')) return null;
  const home = shown.find((id, k) => id === stood.id && !(implicit && k === 0));
  return { parts: away, home: home ?? null };
}

/** The characters of a piece that belong to a run. */
function overlap(
  { item, ...piece }: Extract<Piece, { kind: 'characters' }>,
  { client, clock, length }: StrandedRun,
): { readonly from: number; readonly words: string } | null {
  if (item.id.client !== client) return null;
  const from = Math.max(0, clock - item.id.clock);
  const to = Math.min(item.length, clock + length - item.id.clock);
  return to > from ? { from, words: piece.text.slice(from, to) } : null;
}

/** The words as people read them. */
export const wordsOf = ({ parts }: FoundStranded): string => parts.map(({ words }) => words).join('');
