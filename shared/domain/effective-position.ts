import type { DelegationId, GroupId, ParagraphId } from '../model/ids.ts';
import type { Standing } from '../model/position.ts';
import { groupsFor, type Ties } from './alignment.ts';
import { type HeldPosition, type HeldPositions, heldAt } from './held-position.ts';

/** What one group says. */
export interface GroupVoice {
  readonly group: GroupId;
  readonly held: HeldPosition;
}

/** Where a delegation stands on a paragraph, and through whom (rules V5–V8). */
export type EffectivePosition =
  | { readonly through: 'itself'; readonly standing: Standing; readonly held: HeldPosition }
  /** Every group that speaks for it here and has spoken says the same. */
  | { readonly through: 'group'; readonly standing: Standing; readonly voices: readonly GroupVoice[] }
  /** Groups that speak for it say different things: told, never chosen between. */
  | { readonly through: 'split'; readonly standing: null; readonly voices: readonly GroupVoice[] }
  | { readonly through: 'nobody'; readonly standing: null };

const NOT_HEARD: EffectivePosition = { through: 'nobody', standing: null };

/** From its own position and those of the groups that speak for it on this paragraph. */
export function effectiveFrom(own: HeldPosition | null, voices: readonly GroupVoice[]): EffectivePosition {
  if (own !== null) return { through: 'itself', standing: own.position.standing, held: own };
  const [first] = voices;
  if (first === undefined) return NOT_HEARD;
  const { standing } = first.held.position;
  return voices.every(({ held }) => held.position.standing === standing)
    ? { through: 'group', standing, voices }
    : { through: 'split', standing: null, voices };
}

/** A delegation's standing on a paragraph: its own, else that of the group or groups it aligns with there. */
export function effectivePosition(
  delegation: DelegationId,
  paragraph: ParagraphId,
  held: HeldPositions,
  ties: Ties,
): EffectivePosition {
  const own = heldAt(held, { noun: 'delegation', id: delegation }, paragraph);
  const voices = groupsFor(ties, delegation, paragraph).flatMap((group): GroupVoice[] => {
    const said = heldAt(held, { noun: 'group', id: group }, paragraph);
    return said === null ? [] : [{ group, held: said }];
  });
  return effectiveFrom(own, voices);
}

/** Whether it was said of other words, and nobody has said it of these. */
export function needsReconfirming(effective: EffectivePosition): boolean {
  switch (effective.through) {
    case 'itself':
      return effective.held.state === 'to-reconfirm';
    case 'nobody':
      return false;
    default:
      return effective.voices.every(({ held }) => held.state === 'to-reconfirm');
  }
}
