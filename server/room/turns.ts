import type { Connection } from './connection.ts';

/** The order in which receivers are served, and when. */
export interface Turns {
  /** Goes through the connections; who comes meanwhile is visited at the end, who leaves is not. Null between laps. */
  lap: Iterator<Connection, undefined> | null;
  /** Whom it comes to next; null when it is through. */
  upcoming: Connection | null;
  /** Number before which everybody has everything when this lap is through. */
  target: number;
  /** A part of the lap is under way. */
  serving: boolean;
  /** Writes after which it is over, those made so far, and the milliseconds that took. */
  part: number;
  written: number;
  spent: number;
  /** Something came up during this part that a next one has to look at. */
  again: boolean;
  /** Milliseconds of the room's share that the part was thought to use up, and until when the share is used up. */
  paid: number;
  paidUntil: number;
  /** Before this no further part begins. */
  notBefore: number;
  /** Updates shown since the last part began, and how many a write carries on average. */
  shown: number;
  carried: number;
  /** Milliseconds that a write is thought to cost. */
  cost: number;
  /** Calls the next part off. */
  cancel: (() => void) | null;
}

/** Until it is learnt: about what a loopback takes. */
const FIRST_COST = 0.01;

export const createTurns = (): Turns => ({
  lap: null,
  upcoming: null,
  target: 0,
  serving: false,
  part: 0,
  written: 0,
  spent: 0,
  again: false,
  paid: 0,
  paidUntil: 0,
  notBefore: 0,
  shown: 0,
  carried: 1,
  cost: FIRST_COST,
  cancel: null,
});
