import * as Y from 'yjs';
import { MAX_FRAME_BYTES } from '../../../shared/api/socket.ts';
import type { UnsentChange } from './device-store.ts';
import type { UnsentLedger } from './unsent-ledger.ts';
import type { Wire } from './wire.ts';

/** A connection that has been silent this long (milliseconds) is asked whether it lives. */
const QUIET = 10_000;
/** How long an answer may take, with nothing waiting to leave, before the connection counts as dead. */
const PATIENCE = 15_000;
/** The same when there is reason for doubt: the browser says that it is offline, or the laptop was opened. */
const DOUBTFUL_PATIENCE = 3_000;
/** Room for the message head in a frame. */
const LARGEST_UPDATE = MAX_FRAME_BYTES - 64;

export interface ExchangeOptions {
  readonly ledger: UnsentLedger;
  readonly wire: () => Wire | null;
  readonly now: () => number;
  /** These are durable on the server. */
  readonly durable: (changes: readonly UnsentChange[]) => void;
  /** A change is larger than any frame may be. */
  readonly tooLarge: () => void;
}

/**
 * What goes out when: nothing before the server has judged this person and said what it holds; then all unsent
 * changes as the answer to its sync step 1; then each change at once, with a barrier behind it.
 */
export interface Exchange {
  opened(): void;
  judge(mayWrite: boolean): void;
  /** The server has sent its sync step 1. */
  serverAsked(): void;
  /** The server has answered our sync step 1. */
  answerArrived(): void;
  acknowledged(barrier: number): void;
  /** A change was made here and stands in the ledger. */
  written(change: UnsentChange): void;
  lost(): void;
  /** Something was heard. */
  heard(): void;
  /** Asks at once whether the connection lives, and waits less long for the answer. */
  doubt(): void;
  /** Answers false when the connection is dead. Call about once a second. */
  alive(): boolean;
  judged(): boolean;
  /** Both sides know what the other holds, as far as this person may tell. */
  synced(): boolean;
}

export function createExchange(options: ExchangeOptions): Exchange {
  const { ledger, wire, now } = options;
  let mayWrite: boolean | null = null;
  let asked = false;
  let answered = false;
  let received = false;
  let heardAt = 0;
  let waitedSince = 0;
  let patience = PATIENCE;

  const barrier = (always = false): void => {
    const n = ledger.nextBarrier(always);
    if (n === null) return;
    waitedSince = now();
    wire()?.sendBarrier(n);
  };
  const reset = (): void => {
    ledger.lost();
    mayWrite = null;
    asked = false;
    answered = false;
    received = false;
    patience = PATIENCE;
    heardAt = now();
  };
  const answer = (): void => {
    if (mayWrite !== true || !asked) return;
    const changes = ledger.changes();
    if (changes.some((change) => change.update.length > LARGEST_UPDATE)) {
      options.tooLarge();
      return;
    }
    if (changes.length > 0) {
      // Only what is unsent, not the whole state: deletions are attributed to whoever brings them.
      const merged = Y.mergeUpdates(changes.map((change) => change.update));
      if (merged.length <= LARGEST_UPDATE) wire()?.sendAnswer(merged);
      else for (const change of changes) wire()?.sendUpdate(change.update);
      ledger.sent();
    }
    answered = true;
    barrier();
  };
  return {
    opened: reset,
    judge: (may) => {
      mayWrite = may;
      if (!answered) answer();
    },
    // It may ask again: something arrived that builds on what it lacks.
    serverAsked: () => {
      asked = true;
      answer();
    },
    answerArrived: () => {
      received = true;
    },
    acknowledged: (n) => {
      patience = PATIENCE;
      const durable = ledger.acknowledged(n);
      if (durable.length > 0) options.durable(durable);
      barrier();
    },
    written: (change) => {
      if (!answered) return;
      if (change.update.length > LARGEST_UPDATE) {
        options.tooLarge();
        return;
      }
      wire()?.sendUpdate(change.update);
      ledger.sent([change.key]);
      barrier();
    },
    lost: reset,
    heard: () => {
      heardAt = now();
    },
    doubt: () => {
      patience = DOUBTFUL_PATIENCE;
      heardAt = 0;
      waitedSince = now();
      barrier(true);
    },
    alive: () => {
      const time = now();
      // A slow line that still carries bytes is not dead.
      if ((wire()?.waiting() ?? 0) > 0) waitedSince = time;
      if (ledger.underWay()) return time - Math.max(waitedSince, heardAt) < patience;
      if (time - heardAt > QUIET) barrier(true);
      return true;
    },
    judged: () => mayWrite !== null,
    synced: () => received && (answered || mayWrite === false),
  };
}
