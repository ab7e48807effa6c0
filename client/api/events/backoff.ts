import { CLOSE } from '../../../shared/api/socket.ts';
import type { Failure } from '../request.ts';

/** A code for `comeBackAfter` that stands for a line that just broke (RFC 6455, 7.4.1). */
export const CLOSE_BROKEN = 1006;

/** Failures that pass by themselves. Others would answer the same again until access changes. */
const PASSING: readonly Failure['code'][] = ['offline', 'unavailable', 'too-many-requests', 'internal'];
export const passesByItself = ({ code }: Failure): boolean => PASSING.includes(code);

const SHORTEST = 250;
/** A network that is back is noticed soon. */
const LONGEST = 15_000;
/** Access that was refused may be given later; asking often would not bring it. */
const REFUSED = 60_000;

/**
 * Milliseconds until the next attempt after a close code. `attempts`: failed ones in a row; `random`: 0 to 1.
 * Doubles and spreads over the upper half, so that a room of people does not come back in one instant.
 */
export function comeBackAfter(code: number, attempts: number, random: number): number {
  const spread = (full: number): number => Math.round(full / 2 + (random * full) / 2);
  const growing = Math.min(LONGEST, SHORTEST * 2 ** Math.min(attempts, 16));
  if (code === CLOSE.reauthorise && attempts === 0) return Math.round(random * SHORTEST);
  if (code >= 4400 && code <= 4499) return spread(REFUSED);
  if (code === CLOSE.goingAway || code === CLOSE.tryAgain) return spread(Math.max(2_000, growing));
  return spread(growing);
}
