import type { ComparisonRow } from '../compare/comparison.ts';
import type { Anchor, Carry, Place, Quote } from '../model/anchor.ts';
import { unreachable } from '../model/result.ts';
import { carryAbsent } from './carry-absent.ts';
import { findSaidOnce } from './elsewhere.ts';
import type { AnchorParagraph } from './indexed-text.ts';
import { occurrencesOf } from './occurrences.ts';
import { orphan, WHOLE_TEXT } from './place.ts';
import { type CarryMap, keptFrom } from './row-map.ts';
import { carryIn, idAt, nearInNew } from './row-place.ts';
import { type Remains, remainsOf } from './survivors.ts';
import { LEAST_PARAGRAPH_SHARE, LEAST_SHARE, LEAST_SIMILARITY } from './thresholds.ts';

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
      return carryAbsent(place, number, map);
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
  for (const [block, kept] of keptFrom(map, { number, start: place.start, end: place.end }, !whole)) {
    const now = wordsOf(map, block);
    const remains = remainsOf(said, now, kept, leastShare);
    if (remains !== null && remains.share > (best?.share ?? 0)) best = { ...remains, number: block };
  }
  if (best !== null) return placeInRow(map, row, number, widened(map, best, quote, row, whole), quote);
  if (!whole) {
    const elsewhere = findSaidOnce(map.from, map.to, { number, start: place.start, end: place.end });
    if (elsewhere !== null) return found(map, elsewhere, said === quote.exact ? 'moved' : 'changed', 'moved');
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
  const reads = wordsOf(map, best.number).slice(best.start, best.end) === quote.exact;
  const same = reads && row.similarity >= LEAST_SIMILARITY;
  const main = row.to.length === 1 || idAt(map.to, best.number) === idAt(map.from, old);
  const carry = carryIn(row, same);
  const stayed = main && !row.moved && row.from.length === 1;
  return found(map, best, same ? (stayed ? 'found' : 'moved') : 'changed', carry);
}

const found = (
  map: CarryMap,
  { number, start, end }: { readonly number: number; readonly start: number; readonly end: number },
  resolution: Place['resolution'],
  carry: Carry,
): Place => ({ resolution, carry, paragraph: idAt(map.to, number), start, end, near: null });
