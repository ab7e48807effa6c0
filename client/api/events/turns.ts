/** Between two questions of one page that was cut off, in ms: it must not ask everything at the same instant. */
const TURN = 400;

/**
 * When the k-th (from 0) of those who may have missed something asks, in ms from now; `random`: 0 to 1. One after the
 * other within a page, and each at its own moment, so that pages that came back together do not ask together.
 */
export const turnOf = (k: number, random: number): number => Math.round((k + random) * TURN);
