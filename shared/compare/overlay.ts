import { BLOCK_JOINER, type Comparison, type ComparisonRow } from './comparison.ts';

/** Words of the new text that the old one lacks. Offsets count UTF-16 units inside the paragraph. */
export interface OverlayInsertion {
  /** 0-based block of the new text. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** Words of the old text that the new one lacks, where they stood. */
export interface OverlayDeletion {
  readonly paragraph: number;
  readonly offset: number;
  readonly text: string;
}

/** A whole paragraph that is gone. */
export interface OverlayRemoval {
  /** Block of the new text it stood before; the number of blocks if it stood at the end. */
  readonly before: number;
  readonly block: number;
  readonly label: string;
  readonly text: string;
}

/** A paragraph that is new, came from elsewhere, or from several. */
export interface OverlayNote {
  readonly paragraph: number;
  readonly kind: 'added' | 'moved' | 'split' | 'merged';
  /** Labels it had. */
  readonly from: readonly string[];
}

/** A comparison as marks upon the new text: what an editor draws over the live words without touching them. */
export interface ChangeOverlay {
  readonly insertions: readonly OverlayInsertion[];
  readonly deletions: readonly OverlayDeletion[];
  readonly removals: readonly OverlayRemoval[];
  readonly notes: readonly OverlayNote[];
}

/** Turns rows into marks. `lengths[k]` is the length of block k of the new text, in UTF-16 units. */
export function overlayOf(comparison: Comparison, lengths: readonly number[]): ChangeOverlay {
  const insertions: OverlayInsertion[] = [];
  const deletions: OverlayDeletion[] = [];
  const removals: OverlayRemoval[] = [];
  const notes: OverlayNote[] = [];
  const following = followingBlocks(comparison.rows, lengths.length);
  for (const [index, row] of comparison.rows.entries()) {
    if (row.to.length === 0) {
      const text = row.words.map(([, words]) => words).join('');
      const before = following[index] as number;
      removals.push({ before, block: row.from[0] ?? 0, label: row.labels.from.join(' + '), text });
      continue;
    }
    for (const kind of notesOn(row))
      for (const paragraph of row.to) notes.push({ paragraph, kind, from: row.labels.from });
    markWords(row, lengths, insertions, deletions);
  }
  return { insertions, deletions, removals, notes };
}

const notesOn = (row: ComparisonRow): OverlayNote['kind'][] => [
  ...(row.kind === 'added' || row.kind === 'split' || row.kind === 'merged' ? [row.kind] : []),
  ...(row.moved ? (['moved'] as const) : []),
];

/** For each row, the first new block at or below it: where a removed paragraph stood. */
function followingBlocks(rows: readonly ComparisonRow[], end: number): number[] {
  const following = Array.from({ length: rows.length }, () => end);
  let next = end;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    next = rows[index]?.to[0] ?? next;
    following[index] = next;
  }
  return following;
}

/** Walks the words of a row over its new blocks. */
function markWords(
  row: ComparisonRow,
  lengths: readonly number[],
  insertions: OverlayInsertion[],
  deletions: OverlayDeletion[],
): void {
  let part = 0;
  let offset = 0;
  /** Steps over new characters, calling `mark` for what lies inside each paragraph. */
  const walk = (count: number, mark: (paragraph: number, start: number, end: number) => void): void => {
    for (let left = count; left > 0; ) {
      const paragraph = row.to[part] as number;
      const length = lengths[paragraph] as number;
      const inside = Math.min(left, Math.max(0, length - offset));
      if (inside > 0) mark(paragraph, offset, offset + inside);
      offset += inside;
      left -= inside;
      if (left === 0) return;
      const between = Math.min(left, length + BLOCK_JOINER.length - offset);
      offset += between;
      left -= between;
      if (offset === length + BLOCK_JOINER.length) {
        part += 1;
        offset = 0;
      }
    }
  };
  for (const [operation, text] of row.words) {
    if (operation === '=') walk(text.length, () => {});
    else if (operation === '+')
      walk(text.length, (paragraph, start, end) => insertions.push({ paragraph, start, end }));
    else {
      const paragraph = row.to[part] as number;
      // Between two blocks the deleted words stand at the end of the first.
      deletions.push({ paragraph, offset: Math.min(offset, lengths[paragraph] as number), text });
    }
  }
}
