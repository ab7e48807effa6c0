import type { Connection } from './connection.ts';

/** The order in which receivers are served, and when. */
export interface Turns {
  /** Goes through the connections; who comes meanwhile is visited at the end, who leaves is not. Null between laps. */
  lap: Iterator<Connection> | null;
  /** Number before which everybody has everything when this lap is through. */
  target: number;
  notBefore: number;
  cancel: (() => void) | null;
}

export const createTurns = (): Turns => ({ lap: null, target: 0, notBefore: 0, cancel: null });
