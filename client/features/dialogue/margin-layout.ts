/** How one thing is shown, from the most room to the least; `stack`: one line for a whole paragraph. */
export type Density = 'full' | 'card' | 'line' | 'stack';

/** What was said on one paragraph. Heights and tops in pixels, from the top of the margin. */
export interface MarginGroup {
  readonly key: string;
  /** Where the words stand that each thing is on, rising; at least one. */
  readonly tops: readonly number[];
  /** Where the paragraph ends. What follows is room too, down to the next paragraph on which something was said. */
  readonly end: number;
}

/** Something in the margin. `index` counts within the group. */
export interface MarginItem {
  readonly group: string;
  readonly kind: 'open' | Density;
  readonly index: number;
  readonly top: number;
  readonly height: number;
}

/** Who on two lines, what was said on three, what came of it on one; a line each less; all on one line. */
export const FULL = 130;
export const CARD = 92;
export const LINE = 30;
export const GAP = 8;
/**
 * What may be filled of the room of a paragraph whose cards stand below their words already, so that an open
 * conversation above is soon caught up with.
 */
const FILLED = 0.75;
/** Below the last paragraph on which something was said, in cards. */
const LAST = 3;

const HEIGHT: Readonly<Record<Density, number>> = { full: FULL, card: CARD, line: LINE, stack: LINE };
const SPACE: Readonly<Record<Density, number>> = { full: GAP, card: GAP, line: 2, stack: 2 };

interface Open {
  readonly key: string;
  /** Measured height of the open conversation, and how far below its top the chosen card begins. */
  readonly height: number;
  readonly level: number;
  /** Where the words of the chosen card stand. */
  readonly at: number;
}

/**
 * Lays cards out beside their words. The open conversation stands so that its chosen card is level with its words;
 * everything else gives way, up or down, in order and without overlapping. Where it is crowded, cards become lines
 * and lines one line for a paragraph. Groups come in reading order. Answers are in the same order.
 */
export function layMargin(groups: readonly MarginGroup[], open: Open | null): MarginItem[] {
  const number = open === null ? -1 : groups.findIndex(({ key }) => key === open.key);
  if (open === null || number < 0) return forward(groups, 0);
  const openTop = Math.max(0, open.at - open.level);
  const above = forward(groups.slice(0, number), 0, openTop - GAP);
  // What is pushed up must not leave the page: then the open one gives way.
  const [fitted, low] = pushUp(above, openTop - GAP);
  const top = Math.max(openTop, low);
  return [
    ...fitted,
    { group: open.key, kind: 'open', index: 0, top, height: open.height },
    ...forward(groups.slice(number + 1), top + open.height + GAP),
  ];
}

/** From the top down, each item at its words or below what stands above it. */
function forward(
  groups: readonly MarginGroup[],
  from: number,
  until = Number.POSITIVE_INFINITY,
): MarginItem[] {
  const items: MarginItem[] = [];
  let free = from;
  for (const [k, { key, tops, end }] of groups.entries()) {
    const words = tops[0] ?? 0;
    const first = Math.max(words, free);
    const below = groups[k + 1]?.tops[0] ?? end + LAST * (FULL + GAP);
    const room = Math.min(Math.max(end, below), until) - first;
    const most = densityOf(tops.length, first > words ? room * FILLED : room);
    const count = most === 'stack' ? 1 : tops.length;
    for (let index = 0; index < count; index += 1) {
      const top = Math.max(tops[index] ?? 0, free);
      const kind = most === 'stack' ? most : levelling(most, top, tops[index + 1]);
      items.push({ group: key, kind, index, top, height: HEIGHT[kind] });
      free = top + HEIGHT[kind] + SPACE[kind];
    }
    free += GAP - 2;
  }
  return items;
}

/** The most that the room holds. */
function densityOf(count: number, room: number): Density {
  for (const kind of ['full', 'card', 'line'] as const)
    if (count * (HEIGHT[kind] + SPACE[kind]) <= room) return kind;
  return count === 1 ? 'line' : 'stack';
}

/** The most that leaves the next card of the paragraph level with its words, where anything does. */
function levelling(most: Density, top: number, next: number | undefined): Density {
  const kinds = (['full', 'card', 'line'] as const).filter((kind) => HEIGHT[kind] <= HEIGHT[most]);
  return kinds.find((kind) => next === undefined || top + HEIGHT[kind] + SPACE[kind] <= next) ?? most;
}

/** Moves items up until none reaches below `bottom`; answers how low it can be kept where the top stops them. */
function pushUp(items: readonly MarginItem[], bottom: number): readonly [MarginItem[], number] {
  const moved = [...items];
  let limit = bottom;
  let k = moved.length - 1;
  for (; k >= 0; k -= 1) {
    const item = moved[k] as MarginItem;
    if (item.top + item.height <= limit) break;
    moved[k] = { ...item, top: Math.max(0, limit - item.height) };
    limit = (moved[k] as MarginItem).top - 2;
    if (limit <= 0) break;
  }
  if (limit > 0 || k < 0) return [moved, 0];
  // No room above: lay them from the top on again.
  let free = 0;
  for (const [n, item] of moved.entries()) {
    const top = Math.max(free, Math.min(item.top, bottom));
    moved[n] = { ...item, top: n === 0 ? Math.max(0, Math.min(item.top, top)) : top };
    free = (moved[n] as MarginItem).top + item.height + 2;
  }
  return [moved, free + GAP];
}
