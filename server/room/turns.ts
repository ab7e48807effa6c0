import type { Connection } from './connection.ts';

/** The order in which receivers are served, and when. */
export interface Turns {
  /** Goes through the connections; who comes meanwhile is visited at the end, who leaves is not. Null between laps. */
  lap: Iterator<Connection> | null;
  /** Number before which everybody has everything when this lap is through. */
  target: number;
  /** When it began. */
  lapAt: number;
  /** Before this nothing is written. */
  notBefore: number;
  /** Milliseconds that a write is thought to cost. */
  cost: number;
  /** Calls the next slice off. */
  cancel: (() => void) | null;
}

/** Until it is learnt: about what a loopback takes. */
const FIRST_COST = 0.01;

export const createTurns = (): Turns => ({
  lap: null,
  target: 0,
  lapAt: 0,
  notBefore: 0,
  cost: FIRST_COST,
  cancel: null,
});
