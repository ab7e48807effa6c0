import type { ComparisonRow } from '../compare/comparison.ts';
import type { Anchor, Carry, Place, Quote } from '../model/anchor.ts';
import type { ParagraphId } from '../model/ids.ts';
import { unreachable } from '../model/result.ts';
import { carryAbsent } from './carry-absent.ts';
import { findElsewhere, saysOnce } from './elsewhere.ts';
import type { AnchorParagraph } from './indexed-text.ts';
import { occurrencesOf } from './occurrences.ts';
import { orphan, WHOLE_TEXT } from './place.ts';
import { type CarryMap, keptFrom } from './row-map.ts';
import { type Remains, remainsOf } from './survivors.ts';
import { LEAST_PARAGRAPH_SHARE, LEAST_SHARE } from './thresholds.ts';

/**
 * Where an anchor stands in another text, by the comparison of the text in which it stands at `place` with that one.
 * Only words that the comparison links letter for letter count, so that words are never taken for others that read
 * alike. An orphan stays one; what it is shown at goes along.
 */
export function carryPlace(anchor: Anchor, place: Place, map: CarryMap): Place {
  if (anchor.scope === 'text') return WHOLE_TEXT;
  if (place.paragraph === null)
    return place.resolution === 'orphan' ? orphan(nearInNew(map, place.near), place.carry) : WHOLE_TEXT;
  const number = map.from.numbers.get(place.paragraph);
  if (number === undefined) return orphan(null);
  switch (anchor.scope) {
    case 'absent':
      return carryAbsent(anchor, number, map);
    case 'paragraph':
      return carryWords(place, number, map, anchor.quote, LEAST_PARAGRAPH_SHARE, true);
    case 'words':
      return carryWords(place, number, map, anchor.quote, LEAST_SHARE, false);
    default:
      return unreachable(anchor);
  }
}

type Found = Remains & { readonly number: number };

function carryWords(
  place: Place,
  number: number,
  map: CarryMap,
  quote: Quote,
  leastShare: number,
  whole: boolean,
): Place {
  const row = map.rows[map.rowOf[number] as number] as ComparisonRow;
  const old = (map.from.paragraphs[number] as AnchorParagraph).text;
  const said = old.slice(place.start, place.end);
  let best: Found | null = null;
  for (const [block, kept] of keptFrom(map, number, place.start, place.end)) {
    const now = wordsOf(map, block);
    const remains = remainsOf(said, now, kept, leastShare);
    if (remains !== null && remains.share > (best?.share ?? 0)) best = { ...remains, number: block };
  }
  if (best !== null) return placeInRow(map, row, number, widened(map, best, quote, row, whole), quote);
  if (!whole) {
    const elsewhere = findElsewhere(map.to, quote, saysOnce(map.from, quote.exact));
    if (elsewhere !== null) return found(map, elsewhere, 'moved', 'moved');
  }
  return orphan(nearInNew(map, place.paragraph), row.to.length === 0 ? 'removed' : 'orphan');
}

const wordsOf = (map: CarryMap, number: number): string =>
  (map.to.paragraphs[number] as AnchorParagraph).text;

/**
 * A comparison lets small words between two changes go under. Where the quote stands letter for letter around the
 * survivors, it stands there whole. A whole paragraph that became one paragraph is that one, whole.
 */
function widened(map: CarryMap, best: Found, quote: Quote, row: ComparisonRow, whole: boolean): Found {
  const words = wordsOf(map, best.number);
  if (whole && row.from.length === 1 && row.to.length === 1) return { ...best, start: 0, end: words.length };
  const around = occurrencesOf(words, quote).filter(
    ({ start, end }) => start <= best.start && end >= best.end,
  );
  const [only] = around;
  return only === undefined || around.length > 1 ? best : { ...best, start: only.start, end: only.end };
}

function placeInRow(map: CarryMap, row: ComparisonRow, old: number, best: Found, quote: Quote): Place {
  const same = wordsOf(map, best.number).slice(best.start, best.end) === quote.exact;
  const main = row.to.length === 1 || idOf(map.to, best.number) === idOf(map.from, old);
  const carry: Carry =
    row.kind === 'split' || row.kind === 'merged'
      ? row.kind === 'split'
        ? 'split'
        : 'merged'
      : row.moved
        ? 'moved'
        : same
          ? 'unchanged'
          : 'changed';
  const stayed = main && !row.moved && row.from.length === 1;
  return found(map, best, same ? (stayed ? 'found' : 'moved') : 'changed', carry);
}

const idOf = ({ paragraphs }: CarryMap['from'], number: number): ParagraphId =>
  (paragraphs[number] as AnchorParagraph).id;

const found = (
  map: CarryMap,
  { number, start, end }: { readonly number: number; readonly start: number; readonly end: number },
  resolution: Place['resolution'],
  carry: Carry,
): Place => ({ resolution, carry, paragraph: idOf(map.to, number), start, end, near: null });

/** The paragraph of the new text nearest to where an old one stood: what became of it, or else the one before it. */
export function nearInNew(map: CarryMap, id: ParagraphId | null): ParagraphId | null {
  if (id === null) return null;
  const number = map.from.numbers.get(id);
  if (number === undefined) return map.to.numbers.has(id) ? id : null;
  for (let at = map.rowOf[number] as number; at >= 0; at--) {
    const { to } = map.rows[at] as ComparisonRow;
    const last = to.at(-1);
    if (last !== undefined) return idOf(map.to, last);
  }
  return map.to.paragraphs[0]?.id ?? null;
}
