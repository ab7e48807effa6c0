/** How a conversation is shown beside a text: whole, one card of fixed height each, one line each, or one line. */
export type Density = 'open' | 'cards' | 'lines' | 'stack';

/** What was said on one paragraph. Heights and tops in pixels, from the top of the margin. */
export interface MarginGroup {
  readonly key: string;
  /** Where the words stand that each thing is on, rising; at least one. */
  readonly tops: readonly number[];
  /** Where the next paragraph of the text begins: below it there is no room. */
  readonly end: number;
}

/** Something in the margin. `index` counts within the group. */
export interface MarginItem {
  readonly group: string;
  readonly kind: 'open' | 'card' | 'line' | 'stack';
  readonly index: number;
  readonly top: number;
  readonly height: number;
}

export const CARD = 92;
export const LINE = 30;
export const GAP = 8;
/** What may be filled of the room of a paragraph, so that an open conversation above is soon caught up with. */
const FILLED = 0.75;

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
  for (const { key, tops, end } of groups) {
    const first = Math.max(tops[0] ?? 0, free);
    const room = (Math.min(end, until) - first) * FILLED;
    const kind = densityOf(tops.length, room);
    const height = kind === 'card' ? CARD : LINE;
    const count = kind === 'stack' ? 1 : tops.length;
    for (let index = 0; index < count; index += 1) {
      const top = Math.max(tops[index] ?? 0, free);
      items.push({ group: key, kind, index, top, height });
      free = top + height + (kind === 'card' ? GAP : 2);
    }
    free += GAP - 2;
  }
  return items;
}

function densityOf(count: number, room: number): 'card' | 'line' | 'stack' {
  if (count * (CARD + GAP) - GAP <= room) return 'card';
  if (count * (LINE + 2) - 2 <= room) return 'line';
  return count === 1 ? 'line' : 'stack';
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
