import type { Connection } from './connection.ts';

/** The order in which receivers are served, and when. */
export interface Turns {
  /** Goes through the connections; who comes meanwhile is visited at the end, who leaves is not. Null between laps. */
  lap: Iterator<Connection> | null;
  /** Number before which everybody has everything when this lap is through. */
  target: number;
  /** Receivers it has come to, and the milliseconds that took. */
  served: number;
  spent: number;
  /** Something came up during this lap that a next one has to look at. */
  again: boolean;
  /** Until when the laps so far use up the room's share. */
  paidUntil: number;
  /** Before this no further lap begins. */
  notBefore: number;
  /** Milliseconds that a write is thought to cost. */
  cost: number;
  /** Calls the next lap off. */
  cancel: (() => void) | null;
}

/** Until it is learnt: about what a loopback takes. */
const FIRST_COST = 0.01;

export const createTurns = (): Turns => ({
  lap: null,
  target: 0,
  served: 0,
  spent: 0,
  again: false,
  paidUntil: 0,
  notBefore: 0,
  cost: FIRST_COST,
  cancel: null,
});
