import { compareTexts } from '../compare/compare-texts.ts';
import type { Comparison } from '../compare/comparison.ts';
import type { Anchor, AnchoredText, Place } from '../model/anchor.ts';
import type { VersionId } from '../model/ids.ts';
import { ownPlace } from './anchor-place.ts';
import { carryPlace } from './carry.ts';
import type { IndexedText } from './indexed-text.ts';
import type { LiveText } from './live-text.ts';
import { orphan, WHOLE_TEXT } from './place.ts';
import { resolveAnchor } from './resolve.ts';
import { type CarryMap, prepareCarry } from './row-map.ts';

/** Where one anchor stood when a version was published. */
export interface Recorded {
  readonly version: VersionId;
  readonly place: Place;
}

/** An anchor with every place that publications recorded for it, oldest first. */
export interface Chained {
  readonly anchor: Anchor;
  readonly recorded: readonly Recorded[];
}

/** The text whose places are asked for. */
export interface Target {
  /** `working` for the working text, or for a clone of it that is about to be published. */
  readonly name: AnchoredText;
  readonly text: IndexedText;
  /** What gives relative positions their meaning; null where only the paragraphs are known. */
  readonly live: LiveText | null;
}

/** A text other than the one that is asked for. */
export interface OtherText extends Omit<Target, 'name'> {
  /** From it to the target, where somebody has compared them already; else that is done when it is first needed. */
  readonly compared?: Comparison;
}

/** The text that an anchor is followed from, and its place there; null: its own. */
export interface Start {
  readonly text: AnchoredText;
  readonly recorded: Place | null;
}

/**
 * Where to follow an anchor from: the target itself if its place there is known; else the newest version before the
 * target, but behind the anchor's own text, for which a publication recorded a place where it stood; else its own text.
 * `order` are all versions, oldest first.
 */
export function startOf(
  { anchor, recorded }: Chained,
  target: AnchoredText,
  order: readonly VersionId[],
): Start {
  if (anchor.text === target) return { text: target, recorded: null };
  const numbers = new Map<AnchoredText, number>(order.map((id, number) => [id, number]));
  const goal = numbers.get(target) ?? order.length;
  const own = numbers.get(anchor.text) ?? -1;
  for (const { version, place } of [...recorded].reverse()) {
    const number = numbers.get(version);
    if (number === undefined || number > goal || number <= own) continue;
    if (number === goal || place.resolution !== 'orphan') return { text: version, recorded: place };
  }
  return { text: anchor.text, recorded: null };
}

/** The texts that must be at hand to follow these anchors to a text, apart from the text itself. */
export function textsNeeded(
  chained: Iterable<Chained>,
  target: AnchoredText,
  order: readonly VersionId[],
): Set<AnchoredText> {
  const needed = new Set<AnchoredText>();
  for (const one of chained) {
    const { text } = startOf(one, target, order);
    if (text !== target && one.anchor.scope !== 'text') needed.add(text);
  }
  return needed;
}

/** Follows anchors to one text. Each other text is compared with it once, when it is first needed. */
export function followTo(
  target: Target,
  order: readonly VersionId[],
  textOf: (name: AnchoredText) => OtherText | null,
): (one: Chained) => Place {
  const maps = new Map<AnchoredText, CarryMap>();
  const mapFrom = (name: AnchoredText, { text: from, compared }: OtherText): CarryMap => {
    let map = maps.get(name);
    if (map === undefined) {
      const comparison = compared ?? compareTexts(from.paragraphs, target.text.paragraphs);
      map = prepareCarry(from, target.text, comparison);
      maps.set(name, map);
    }
    return map;
  };
  return (one) => {
    const { anchor } = one;
    if (anchor.scope === 'text') return WHOLE_TEXT;
    const start = startOf(one, target.name, order);
    if (start.text === target.name) return start.recorded ?? standing(anchor, target.text, target.live);
    const from = textOf(start.text);
    if (from === null) return resolveAnchor(anchor, target.text, null);
    const place = start.recorded ?? standing(anchor, from.text, from.live);
    return carryPlace(anchor, place, mapFrom(start.text, from));
  };
}

/** The place in an anchor's own text: a version never changes, the working text does. */
function standing(anchor: Anchor, text: IndexedText, live: LiveText | null): Place {
  if (anchor.text === 'working') return resolveAnchor(anchor, text, live);
  const place = ownPlace(anchor, text);
  return place.paragraph !== null || anchor.scope === 'absent' ? place : orphan(null);
}
