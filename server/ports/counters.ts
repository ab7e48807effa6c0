/**
 * What the server has done since it started, as plain numbers: the hot path adds to them with `+= 1` and nothing else,
 * and `/metrics` reads them when it is asked. They hold amounts only, never whose or of which document.
 */
export interface Counters {
  /** Frames and bytes that came in on `/sync`. */
  framesIn: number;
  bytesIn: number;
  /** Frames and bytes handed to sockets of `/sync`, one a receiver. */
  framesOut: number;
  bytesOut: number;

  /** Updates sent on their way into the log. */
  updatesAdmitted: number;
  /** Updates that brought nothing new. */
  updatesKnown: number;
  /** Admitted updates that are durable. Admitted, neither committed nor dropped: waiting. */
  updatesCommitted: number;
  /** Admitted updates that could not be stored and went back to those who wrote them. */
  updatesDropped: number;

  /** Group commits that succeeded: one append each, for one room or many. */
  windowsCommitted: number;
  /** Appends that failed. */
  windowsDropped: number;
  /** Rows of the log in one committed window. */
  readonly windowEntries: Tally;
  /** Seconds from handing a window to the log until it was durable. */
  readonly appendSeconds: Tally;

  /** Receivers passed over because their network was full, and brought up to date later. */
  receiversSkipped: number;
  receiversCaughtUp: number;
  /** Answers to a client that had nothing, plain and packed, and to one that had some of the text. */
  joinsWithFullState: number;
  joinsWithPackedState: number;
  returnsWithDifference: number;
  /** Presence frames handed to sockets. */
  presenceFrames: number;
  /** Acknowledgements handed to sockets. */
  acknowledgements: number;

  /** Connections that took their seat, and those of them that are gone. */
  readonly opened: Record<SeatKind, number>;
  readonly closed: Record<SeatKind, number>;
  /** Closings that the server began, under `<close code> <reason>`; add with `countClosing`. */
  readonly closings: Map<string, number>;

  snapshotsWritten: number;
  snapshotSeconds: number;
  /** Times the write-ahead log was brought into the database, and times that failed. */
  checkpoints: number;
  checkpointsFailed: number;
  /** Texts loaded from snapshot and log. */
  loads: number;
  loadSeconds: number;
  /** ClientIDs bound to a participant who announced them. */
  claims: number;
}

/** Who may write and who reads on `/sync`; who listens on `/events`. */
export type SeatKind = 'writer' | 'reader' | 'listener';

/** Values counted by size. `counts[k]` are those at most `bounds[k]`, the last those above every bound. */
export interface Tally {
  readonly bounds: readonly number[];
  readonly counts: number[];
  sum: number;
}

/** Powers of four: a window holds one keystroke in a quiet room and thousands after a long offline spell. */
const ENTRY_BOUNDS = [1, 4, 16, 64, 256, 1_024, 4_096];

/** From a fast disk's sync to one that is in trouble. */
const SECOND_BOUNDS = [0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

/** Reasons stand in the program's text and are few; should one ever be made of something else, it ends as `other`. */
const MOST_CLOSINGS = 128;

const createTally = (bounds: readonly number[]): Tally => ({
  bounds,
  counts: Array.from({ length: bounds.length + 1 }, () => 0),
  sum: 0,
});

export const createCounters = (): Counters => ({
  framesIn: 0,
  bytesIn: 0,
  framesOut: 0,
  bytesOut: 0,
  updatesAdmitted: 0,
  updatesKnown: 0,
  updatesCommitted: 0,
  updatesDropped: 0,
  windowsCommitted: 0,
  windowsDropped: 0,
  windowEntries: createTally(ENTRY_BOUNDS),
  appendSeconds: createTally(SECOND_BOUNDS),
  receiversSkipped: 0,
  receiversCaughtUp: 0,
  joinsWithFullState: 0,
  joinsWithPackedState: 0,
  returnsWithDifference: 0,
  presenceFrames: 0,
  acknowledgements: 0,
  opened: { writer: 0, reader: 0, listener: 0 },
  closed: { writer: 0, reader: 0, listener: 0 },
  closings: new Map(),
  snapshotsWritten: 0,
  snapshotSeconds: 0,
  checkpoints: 0,
  checkpointsFailed: 0,
  loads: 0,
  loadSeconds: 0,
  claims: 0,
});

/** Counts one value by its size. */
export function addTo(tally: Tally, value: number): void {
  let k = 0;
  while (k < tally.bounds.length && value > (tally.bounds[k] as number)) k += 1;
  tally.counts[k] = (tally.counts[k] as number) + 1;
  tally.sum += value;
}

/** Counts a closing that the server began. */
export function countClosing({ closings }: Counters, code: number, reason: string): void {
  const asked = `${code} ${reason}`;
  const key = closings.has(asked) || closings.size < MOST_CLOSINGS ? asked : `${code} other`;
  closings.set(key, (closings.get(key) ?? 0) + 1);
}
