import { CLOSE } from './socket.ts';

/** What browsers report when a connection ends without a close frame (RFC 6455, 7.1.5). */
export const LINE_BROKE = 1006;

/** The window within which somebody comes back, in milliseconds: at first, and at most after many failures. */
interface Window {
  readonly first: number;
  readonly longest: number;
}

/** A whole room loses its line at once when the server stops or falls; a quarter a second is what it takes back. */
const BROKEN: Window = { first: 4_000, longest: 10_000 };
/** A change of phase dismisses a whole room as well, but the server stands and people wait to write. */
const JUDGED_ANEW: Window = { first: 1_000, longest: 10_000 };
/** The server cannot store, or asks to slow down: it needs rest more than people need an answer. */
const RESTING: Window = { first: 10_000, longest: 30_000 };
/** Access that was refused may be given later; asking often would not bring it. */
const REFUSED = 60_000;

function windowOf(code: number): Window {
  switch (code) {
    case CLOSE.reauthorise:
      return JUDGED_ANEW;
    case CLOSE.tryAgain:
    case CLOSE.flooding:
      return RESTING;
    default:
      return BROKEN;
  }
}

/**
 * Milliseconds until the next attempt, for sockets and requests alike (R55). `code`: the close code, or `LINE_BROKE`.
 * `attempts`: failed ones in a row. `random`: 0 to 1. `asked`: what the server asked to wait at least (Retry-After).
 *
 * The moment is drawn from the whole window, from nothing to its end ("full jitter"): a room that lost its line in
 * one instant comes back evenly spread, where waits of equal steps would bring it back as one wave after another.
 */
export function comeBackAfter(code: number, attempts: number, random: number, asked = 0): number {
  if (code >= 4400 && code <= 4499 && code !== CLOSE.flooding)
    return Math.round(asked + REFUSED / 2 + (random * REFUSED) / 2);
  const { first, longest } = windowOf(code);
  return Math.round(asked + random * Math.min(longest, first * 2 ** Math.min(attempts, 16)));
}
