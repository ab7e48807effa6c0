import { type Holder, holderKey } from '../model/holder.ts';
import type { ParagraphId } from '../model/ids.ts';
import { type Position, STANDINGS, type Standing } from '../model/position.ts';

/** A standing that was not taken back. */
export type TakenPosition = Position & { readonly standing: Standing };

/** Why a position must be confirmed: what became of the words it was taken on. */
export type WhyReconfirm = 'words-changed' | 'split' | 'merged';

/** A position as it holds for a paragraph of one version (rules V10–V14). */
export interface HeldPosition {
  /** The row, on the version it was taken on. */
  readonly position: TakenPosition;
  /** The paragraph of the version looked at. */
  readonly paragraph: ParagraphId;
  /** `own`: taken on this very version. */
  readonly state: 'own' | 'carried' | 'to-reconfirm';
  readonly because: WhyReconfirm | null;
  /** Further positions of this holder that came together here when paragraphs were merged. */
  readonly others: readonly TakenPosition[];
}

/** `holderKey` → paragraph → what the holder holds there. */
export type HeldPositions = ReadonlyMap<string, ReadonlyMap<ParagraphId, HeldPosition>>;

export const isTaken = (position: Position): position is TakenPosition => position.standing !== null;

export const ownHeld = (position: TakenPosition): HeldPosition => ({
  position,
  paragraph: position.paragraph,
  state: 'own',
  because: null,
  others: [],
});

export const heldAt = (held: HeldPositions, holder: Holder, paragraph: ParagraphId): HeldPosition | null =>
  held.get(holderKey(holder))?.get(paragraph) ?? null;

/** 0 for `support` … 3 for `oppose`. */
export const rankOf = (standing: Standing): number => STANDINGS.indexOf(standing);

/** A standing that says something against the words: an issue that has to be addressed. */
export const isObjection = (standing: Standing): boolean => standing === 'concern' || standing === 'oppose';

export function indexHeld(list: Iterable<HeldPosition>): Map<string, Map<ParagraphId, HeldPosition>> {
  const held = new Map<string, Map<ParagraphId, HeldPosition>>();
  for (const one of list) {
    const key = holderKey(one.position.holder);
    const row = held.get(key);
    if (row === undefined) held.set(key, new Map([[one.paragraph, one]]));
    else row.set(one.paragraph, one);
  }
  return held;
}
