import type { Profile } from './prepare.ts';

/** Weight of the words and bigrams that two blocks share. */
export function sharedWeight(a: Profile, b: Profile, weights: Float64Array): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.features.length && j < b.features.length) {
    const left = a.features[i] as number;
    const right = b.features[j] as number;
    if (left === right) {
      shared += (weights[left] as number) * Math.min(a.counts[i] as number, b.counts[j] as number);
      i++;
      j++;
    } else if (left < right) i++;
    else j++;
  }
  return shared;
}

/**
 * 0 to 1: half Dice (how much of both is common), half the larger containment (how much of the shorter one is in
 * the longer one), so that a paragraph that grew to three times its length still knows itself.
 */
export function similarity(a: Profile, b: Profile, weights: Float64Array): number {
  const least = Math.min(a.weight, b.weight);
  if (least === 0) return 0;
  const shared = sharedWeight(a, b, weights);
  return shared / (a.weight + b.weight) + shared / least / 2;
}
