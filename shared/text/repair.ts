import type { NewId, ParagraphId } from '../model/ids.ts';
import { IMPLICIT_ID, type ParagraphHead } from './marker.ts';

/** A paragraph as the repair of ids looks at it. */
export interface IdBearer {
  readonly head: ParagraphHead;
  /** Whether it has no characters. */
  readonly empty: boolean;
  /** Whether the change at hand wrote its head: inserted it, or set one of its attributes. */
  readonly touched: boolean;
}

const isPlainHead = ({ kind, dir, from, pinned }: ParagraphHead): boolean =>
  kind === 'plain' && dir === 'auto' && from.length === 0 && pinned === null;

/**
 * Which of the bearers of one id keeps it: the one the change did not write (a paste leaves the original its id).
 * But Enter at the start of a paragraph leaves an untouched empty one above the words: then the words keep it.
 */
function keeperOf(group: readonly number[], all: readonly IdBearer[]): number {
  const first = group.find((k) => !all[k]?.touched) ?? (group[0] as number);
  const next = all[first + 1];
  const cut = all[first]?.empty === true && next !== undefined && !next.empty && group.includes(first + 1);
  return cut ? first + 1 : first;
}

/**
 * New ids that a change needs, by paragraph number. An implicit paragraph gets one as soon as it is more than
 * words at the very start: elsewhere, empty, or with a head of its own it needs a marker.
 */
export function repairIds(paragraphs: readonly IdBearer[], newId: NewId): ReadonlyMap<number, ParagraphId> {
  const bearers = new Map<ParagraphId, number[]>();
  const repairs = new Map<number, ParagraphId>();
  paragraphs.forEach(({ head, empty }, k) => {
    const stays = head.id === IMPLICIT_ID ? k === 0 && !empty && isPlainHead(head) : head.id !== '';
    if (!stays) repairs.set(k, newId() as ParagraphId);
    else bearers.set(head.id, [...(bearers.get(head.id) ?? []), k]);
  });
  for (const group of bearers.values()) {
    if (group.length < 2) continue;
    const keeper = keeperOf(group, paragraphs);
    for (const k of group) if (k !== keeper) repairs.set(k, newId() as ParagraphId);
  }
  return repairs;
}
