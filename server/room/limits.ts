import { MAX_FRAME_BYTES } from '../../shared/api/socket.ts';

/** Tokens come back at `perSecond` up to `burst`; every frame costs one, and one more per 4 KiB. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** Every bound of a room, with its reason. Tests lower them; nobody raises them at run time. */
export interface Limits {
  /** Bytes of one frame (close 1009). */
  readonly frameBytes: number;
  /** A fast typist sends 15 edits and as many carets a second; the burst lets a client bring a long offline spell. */
  readonly writerRate: Rate;
  /** Stock clients echo every presence change they receive, so a reader is not silent. */
  readonly readerRate: Rate;
  /** One person's connections together, as a multiple of one connection's rate. */
  readonly participantFactor: number;
  /**
   * ClientIDs that are new to the text, of one participant. A page takes one each time it is opened. Yjs settles who comes
   * first at one place by walking over what others put there, so many clientIDs at one place cost their square.
   */
  readonly clientIds: Rate;
  /**
   * Structs that Yjs may pass to find the places of what one participant brings: half a microsecond each, here and in every
   * browser. Two people who each rewrote one paragraph offline, in a hundred pieces, bring about some ten thousand.
   */
  readonly steps: Rate;
  /** Open connections of one participant: browsers, tabs and those not yet known to be dead. */
  readonly connectionsPerParticipant: number;
  /** Bytes of updates that wait for what they build on, per connection. */
  readonly heldBytes: number;
  /** Such updates per connection: each is looked at again when something new comes. */
  readonly heldUpdates: number;
  /** Frames a connection may send while its room is still loading. */
  readonly framesWhileLoading: number;
  /** Bytes not yet taken by the network above which a receiver is skipped and later brought up to date at once. */
  readonly slowBytes: number;
  /** Milliseconds between looks at skipped receivers. */
  readonly catchUpEvery: number;
  /**
   * Milliseconds after which a skipped receiver that has taken nothing is sent away: stock clients give up on a line
   * that is silent for 30 s themselves, and what waits for it takes memory.
   */
  readonly stuckAfter: number;
  /** Milliseconds between two presence broadcasts: 20 a second look fluent and cost little. */
  readonly presenceEvery: number;
  /** Milliseconds that a presence state which was only renewed may wait: clients let it lapse after 30 s. */
  readonly renewEvery: number;
  /** Milliseconds between two attendance broadcasts. */
  readonly attendanceEvery: number;
  /** Silence towards a client after which an empty message is sent: stock clients give up after 30 s. */
  readonly keepAliveEvery: number;
  /** Milliseconds that a room without connections stays loaded. */
  readonly unloadAfter: number;
  /** Updates that are loaded without a snapshot in any case; a long text lets more gather (room/snapshot.ts). */
  readonly snapshotEvery: number;
  /** Bytes of broadcast updates kept beside the cached initial state before it is encoded anew. */
  readonly tailBytes: number;
  /**
   * Bytes of an initial state from which on it is packed for those who read that: ten segments, with which a line
   * begins (RFC 6928), carry fewer in one round trip.
   */
  readonly packFrom: number;
}

export const LIMITS: Limits = {
  frameBytes: MAX_FRAME_BYTES,
  writerRate: { perSecond: 400, burst: 40_000 },
  readerRate: { perSecond: 60, burst: 1_200 },
  participantFactor: 2,
  clientIds: { perSecond: 0.1, burst: 256 },
  steps: { perSecond: 1_000, burst: 200_000 },
  connectionsPerParticipant: 32,
  heldBytes: 2 * MAX_FRAME_BYTES,
  heldUpdates: 1_024,
  framesWhileLoading: 256,
  slowBytes: 256 * 1024,
  catchUpEvery: 100,
  stuckAfter: 30_000,
  presenceEvery: 50,
  renewEvery: 5_000,
  attendanceEvery: 1_000,
  keepAliveEvery: 15_000,
  unloadAfter: 60_000,
  snapshotEvery: 4_000,
  tailBytes: 64 * 1024,
  packFrom: 12 * 1024,
};
