import * as Y from 'yjs';
import { goesOn } from './goes-on.ts';
import type { Insertion } from './insertions.ts';
import { headOf } from './list-head.ts';
import {
  hang,
  headFor,
  isTaken,
  type LooseStructs,
  type Spot,
  type Stretch,
  spotAt,
  spotFor,
  stretchAt,
} from './loose-structs.ts';
import { stepsToLook } from './neighbours.ts';
import { isSame, type Place } from './place.ts';
import { structAt } from './struct-at.ts';
import { everything, passed, type Walk } from './text-walk.ts';
import { CHARACTERS, mayBeKeyed } from './update-content.ts';

/** What an insertion costs. */
export interface Cost {
  /** How many structs Yjs passes, if it comes when it does. */
  readonly steps: number;
  /** How many it may pass in whatever order all that is there comes. */
  readonly between: number;
  /** How many structs more there are with it, of which it cuts some; 0 for what may become one with that before it. */
  readonly structs: number;
  /** How often Yjs passes each. */
  readonly times: number;
  /** Steps that it took to look whether it may stand there. */
  readonly looks: number;
}

const cost = (steps: number, between: number, cuts: number, times = 1): Cost => ({
  steps: times * steps,
  between: times * between,
  structs: 1 + cuts,
  times,
  looks: 0,
});
const NOTHING: Cost = { steps: 0, between: 0, structs: 1, times: 1, looks: 0 };
const TYPED_ON: Cost = { ...NOTHING, structs: 0 };
/** No editor makes it. */
const NEVER: Cost = { ...NOTHING, steps: Number.POSITIVE_INFINITY };

/**
 * At most how many structs Yjs passes when it looks for the place of an insertion (yjs/src/structs/Item.js, integrate),
 * not counting the one at which it stops; notes the insertion in `loose`. More than `most()`: it may be more still.
 *
 * Yjs walks from the left neighbour on over what hangs behind that, directly or over others, as far as the right one. In
 * the document that is replayed. Among what is loose nothing is passed when nothing was put behind the left neighbour,
 * or nothing before the right one; else all that hangs there with it is counted.
 */
export function stepsFor(doc: Y.Doc, loose: LooseStructs, insertion: Insertion, most: () => number): Cost {
  const looks = stepsToLook(doc, loose, insertion);
  if (looks === Number.POSITIVE_INFINITY) return NEVER;
  const walk = stepsToWalk(doc, loose, insertion, most);
  return looks === 0 ? walk : { ...walk, looks };
}

function stepsToWalk(doc: Y.Doc, loose: LooseStructs, insertion: Insertion, most: () => number): Cost {
  const { origin } = insertion;
  if (origin === null) return fromBeginning(doc, loose, insertion, most);
  const stretch = stretchAt(loose, origin);
  const { clock, end, kind } = insertion;
  if (!mayBeKeyed(end - clock, kind ?? CHARACTERS) && isKeyed(doc, stretch?.root ?? origin)) return NEVER;
  return stretch === null
    ? fromText(doc, loose, insertion, origin, most)
    : fromLoose(doc, loose, insertion, origin, stretch);
}

/** Whether something is the value of a key, or all that hangs there. */
function isKeyed(doc: Y.Doc, place: Place | Spot): boolean {
  if ('list' in place && place.list !== null) return place.list.keyed;
  const struct = structAt(doc, place);
  return struct instanceof Y.Item && struct.parentSub !== null;
}

function fromLoose(
  doc: Y.Doc,
  loose: LooseStructs,
  insertion: Insertion,
  origin: Place,
  stretch: Stretch,
): Cost {
  const { rightOrigin } = insertion;
  const { root } = stretch;
  const isLast = origin.clock === stretch.end - 1;
  const spot = spotAt(loose, origin);
  if (isLast && spot === null && goesOn(insertion, stretch)) {
    stretch.end = insertion.end;
    root.weight += 1;
    return TYPED_ON;
  }
  const sure = spot !== null ? isNext(spot, rightOrigin) : isLast || isSame(rightOrigin, behind(origin));
  const steps = sure ? 0 : root.weight + loose.cuts;
  if (!isLast) root.weight += 1;
  const cuts = (isLast ? 0 : 1) + cutLeftOf(doc, loose, rightOrigin, origin);
  const bound = isSame(rightOrigin, stretch.rightOrigin)
    ? stretch.bound
    : boundOfNext(loose, rightOrigin, sure);
  hang(loose, insertion, spotFor(loose, origin), sure, root, bound);
  return cost(steps, steps, cuts);
}

/** What the insertion before a loose one is bound by. */
const boundOfNext = (loose: LooseStructs, next: Place | null, sure: boolean): Place | null =>
  sure && next !== null ? (stretchAt(loose, next)?.bound ?? null) : null;

const behind = ({ client, clock }: Place): Place => ({ client, clock: clock + 1 });

const isNext = (
  { next, confused }: { next: Place | null; confused: boolean },
  place: Place | null,
): boolean => !confused && next !== null && isSame(next, place);

function fromText(
  doc: Y.Doc,
  loose: LooseStructs,
  insertion: Insertion,
  origin: Place,
  most: () => number,
): Cost {
  const item = structAt(doc, origin);
  // What stood beside something that is gone with all around it goes too.
  if (!(item instanceof Y.Item)) return nowhere(doc, loose, insertion);
  const { rightOrigin } = insertion;
  const inside = origin.clock < item.id.clock + item.length - 1;
  const spot = spotAt(loose, origin);
  const taken = isTaken(spot);
  const follower = inside ? behind(origin) : (item.right?.id ?? null);
  const isFree = taken && spot !== null ? isNext(spot, rightOrigin) : isSame(follower, rightOrigin);
  const root = spotFor(loose, origin);
  const walk = isFree
    ? standing(loose, rightOrigin)
    : passed(doc, loose, insertion, inside ? item : item.right, root, most);
  const steps = isFree ? 0 : withLoose(loose, walk.steps + root.weight);
  const between = isFree ? 0 : withLoose(loose, walk.between + root.weight);
  if (inside) root.weight += 1;
  const cuts = (inside ? 1 : 0) + cutLeftOf(doc, loose, rightOrigin, origin);
  hang(loose, insertion, root, isFree || (steps === 0 && !taken), root, walk.bound);
  if (isFree && !inside && goesOn(insertion, item)) return TYPED_ON;
  return cost(steps, between, cuts);
}

function fromBeginning(doc: Y.Doc, loose: LooseStructs, insertion: Insertion, most: () => number): Cost {
  const list = headOf(doc, loose, insertion);
  if (list === null) return nowhere(doc, loose, insertion);
  const { rightOrigin } = insertion;
  const head = headFor(loose, list);
  const taken = isTaken(head);
  const first = list.first();
  const isFree = !list.keyed && (taken ? isNext(head, rightOrigin) : isSame(first?.id ?? null, rightOrigin));
  if (list.keyed && rightOrigin !== null) return NEVER;
  const walk = isFree
    ? standing(loose, rightOrigin)
    : list.keyed
      ? everything(loose, first, most())
      : passed(doc, loose, insertion, first, head, most);
  // Of a key Yjs knows the end and goes back to the beginning, up to twice.
  const steps = isFree ? 0 : withLoose(loose, walk.steps + head.weight);
  const between = isFree ? 0 : withLoose(loose, walk.between + head.weight);
  const cuts = cutLeftOf(doc, loose, rightOrigin, null);
  hang(loose, insertion, head, isFree || (steps === 0 && !taken), head, walk.bound);
  return cost(steps, between, cuts, list.keyed ? 3 : 1);
}

/** What goes nowhere still cuts what its right neighbour would be. */
function nowhere(doc: Y.Doc, loose: LooseStructs, { origin, rightOrigin }: Insertion): Cost {
  return cost(0, 0, cutLeftOf(doc, loose, rightOrigin, origin));
}

/** Yjs cuts in two what has a right neighbour in its middle. How many it cuts. */
function cutLeftOf(doc: Y.Doc, loose: LooseStructs, place: Place | null, origin: Place | null): number {
  if (place === null || (origin !== null && isSame(place, behind(origin)))) return 0;
  const stretch = stretchAt(loose, place);
  const start = stretch === null ? structAt(doc, place)?.id.clock : stretch.start;
  if (start === undefined || start >= place.clock) return 0;
  const root = stretch?.root ?? spotFor(loose, { client: place.client, clock: place.clock - 1 });
  root.weight += 1;
  return 1;
}

/** Nothing was passed: what is inserted stands right before `next`. */
const standing = (loose: LooseStructs, next: Place | null): Walk => {
  const stretch = next === null ? null : stretchAt(loose, next);
  return { steps: 0, between: 0, bound: stretch === null ? next : stretch.bound };
};

/** Who passes something may pass the parts of it too into which it is cut by deletions. */
const withLoose = (loose: LooseStructs, steps: number): number => (steps === 0 ? 0 : steps + loose.cuts);
