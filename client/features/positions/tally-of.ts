import type { EffectivePosition } from '../../../shared/domain/effective-position.ts';
import type { Tally } from '../../../shared/domain/matrix-counts.ts';

/** The counts of a cell, from the people behind it. */
export function tallyOf(
  people: readonly { readonly effective: EffectivePosition; readonly toReconfirm: boolean }[],
): Tally {
  const count = (fits: (effective: EffectivePosition) => boolean): number =>
    people.filter(({ effective }) => fits(effective)).length;
  return {
    support: count(({ standing }) => standing === 'support'),
    'can-live-with': count(({ standing }) => standing === 'can-live-with'),
    concern: count(({ standing }) => standing === 'concern'),
    oppose: count(({ standing }) => standing === 'oppose'),
    split: count(({ through }) => through === 'split'),
    notHeard: count(({ through }) => through === 'nobody'),
    toReconfirm: people.filter(({ toReconfirm }) => toReconfirm).length,
  };
}
