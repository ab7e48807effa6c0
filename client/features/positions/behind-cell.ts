import type { EffectivePosition, GroupVoice } from '../../../shared/domain/effective-position.ts';
import type { HeldPosition } from '../../../shared/domain/held-position.ts';
import { holderKey } from '../../../shared/model/holder.ts';
import type { Delegation } from '../../../shared/model/participant.ts';
import type { Standing } from '../../../shared/model/position.ts';
import { OBJECTIONS_FIRST } from './standing-signs.ts';

/** Words that stand behind a cell, once, with every delegation they count for. */
export interface Voice {
  /** One, or those of several groups that agree. */
  readonly held: readonly HeldPosition[];
  readonly delegations: readonly Delegation[];
  /** Whether it is a delegation's own. */
  readonly own: boolean;
}

export interface BehindCell {
  /** Objections first. */
  readonly standings: readonly {
    readonly standing: Standing;
    readonly voices: readonly Voice[];
    readonly count: number;
  }[];
  readonly split: readonly { readonly delegation: Delegation; readonly voices: readonly GroupVoice[] }[];
  readonly notHeard: readonly Delegation[];
}

/** Sorts who is behind a cell by what they say; what a group says stands there once, with all it speaks for. */
export function behindCell(
  people: readonly { readonly delegation: Delegation; readonly effective: EffectivePosition }[],
): BehindCell {
  const voices = new Map<
    Standing,
    Map<string, { held: readonly HeldPosition[]; delegations: Delegation[]; own: boolean }>
  >();
  const split: BehindCell['split'][number][] = [];
  const notHeard: Delegation[] = [];
  for (const { delegation, effective } of people) {
    switch (effective.through) {
      case 'nobody':
        notHeard.push(delegation);
        break;
      case 'split':
        split.push({ delegation, voices: effective.voices });
        break;
      default: {
        const own = effective.through === 'itself';
        const held = own ? [effective.held] : effective.voices.map((voice) => voice.held);
        const key = held.map(({ position }) => holderKey(position.holder)).join(' ');
        const ofStanding = voices.get(effective.standing) ?? new Map();
        voices.set(effective.standing, ofStanding);
        const known = ofStanding.get(key);
        if (known === undefined) ofStanding.set(key, { held, delegations: [delegation], own });
        else known.delegations.push(delegation);
      }
    }
  }
  const standings = OBJECTIONS_FIRST.flatMap((standing) => {
    const list = [...(voices.get(standing)?.values() ?? [])];
    const count = list.reduce((sum, { delegations }) => sum + delegations.length, 0);
    return list.length === 0 ? [] : [{ standing, voices: list, count }];
  });
  return { standings, split, notHeard };
}
