import type { ComparisonRow } from '../compare/comparison.ts';
import type { Anchor, Place } from '../model/anchor.ts';
import { lettersIn } from './code-points.ts';
import type { AnchorParagraph } from './indexed-text.ts';
import { orphan } from './place.ts';
import { type CarryMap, keptFrom } from './row-map.ts';

type AbsentAnchor = Extract<Anchor, { scope: 'absent' }>;

/** How many UTF-16 units at the end of a paragraph say where it ends: as many as an anchor's context holds at most. */
const TAIL = 64;

/**
 * What is missing after a paragraph is missing after what its end became. `moved` and `found` mean that it ends as
 * it did; where its end is gone, nothing says where the missing words would stand.
 */
export function carryAbsent({ quote }: AbsentAnchor, number: number, map: CarryMap): Place {
  const row = map.rows[map.rowOf[number] as number] as ComparisonRow;
  const old = (map.from.paragraphs[number] as AnchorParagraph).text;
  const oldId = (map.from.paragraphs[number] as AnchorParagraph).id;
  const kept = keptFrom(map, number, Math.max(0, old.length - TAIL), old.length);
  // The last letters of the paragraph that survive say which part its end is in.
  let target: number | null = null;
  for (const [block, stretches] of kept) {
    const now = (map.to.paragraphs[block] as AnchorParagraph).text;
    if (stretches.some(({ to, length }) => lettersIn(now.slice(to, to + length)) > 0)) target = block;
  }
  const block = target ?? (row.from.length === 1 && row.to.length === 1 ? (row.to[0] as number) : null);
  if (block === null) {
    const near = [...map.rows.slice(0, (map.rowOf[number] as number) + 1)]
      .reverse()
      .find(({ to }) => to.length > 0);
    return orphan(
      map.to.paragraphs[near?.to.at(-1) ?? 0]?.id ?? null,
      row.to.length === 0 ? 'removed' : 'orphan',
    );
  }
  const { id, text } = map.to.paragraphs[block] as AnchorParagraph;
  const same = text.endsWith(quote.prefix) && (lettersIn(quote.prefix) > 0 || text === quote.prefix);
  const many = row.from.length > 1 || row.to.length > 1;
  const stayed = !row.moved && (!many || id === oldId);
  return {
    resolution: same ? (stayed ? 'found' : 'moved') : 'changed',
    carry:
      row.to.length > 1
        ? 'split'
        : row.from.length > 1
          ? 'merged'
          : row.moved
            ? 'moved'
            : same
              ? 'unchanged'
              : 'changed',
    paragraph: id,
    start: text.length,
    end: text.length,
    near: null,
  };
}
