import { CLOSE } from '../../../shared/api/socket.ts';

/** Longest wait between two attempts, in milliseconds: a network that is back is noticed soon. */
const LONGEST = 10_000;
const SHORTEST = 250;
/** After flooding, or when the server cannot store: long enough to help, short enough to wait for. */
const PATIENT = 5_000;

/**
 * Milliseconds until the next attempt. `attempts`: failed ones in a row. `random`: 0 to 1. Doubles from SHORTEST
 * to LONGEST and spreads over the upper half, so that a room of people does not come back in one instant.
 */
export function retryDelay(code: number, attempts: number, random: number): number {
  const spread = (full: number): number => Math.round(full / 2 + (random * full) / 2);
  const growing = spread(Math.min(LONGEST, SHORTEST * 2 ** attempts));
  switch (code) {
    case CLOSE.reauthorise:
      return attempts === 0 ? Math.round(random * SHORTEST) : growing;
    case CLOSE.flooding:
    case CLOSE.tryAgain:
      return Math.max(spread(2 * PATIENT), growing);
    case CLOSE.goingAway:
      return Math.max(spread(1000), growing);
    default:
      return growing;
  }
}
