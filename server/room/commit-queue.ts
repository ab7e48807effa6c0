import { addTo, type Counters, createCounters } from '../ports/counters.ts';
import type { LoggedUpdate, TextLog } from '../ports/text-log.ts';
import type { Timers } from './timers.ts';

/** A room, as the queue sees it. */
export interface Committer {
  /** When it could show a further window, on the timers' clock: what it adds before may wait until then. */
  readyAt(): number;
  /** Its oldest `seqs.length` entries are durable. */
  committed(seqs: readonly number[]): void;
  /** Nothing that it has added and that is not committed is or will be in the log. */
  failed(error: unknown): void;
}

/** Called when an append takes it: until then it may still grow. */
export type Entry = () => LoggedUpdate;

export interface CommitQueue {
  /** Entries of one committer are stored in the order in which they are added. */
  add(committer: Committer, entry: Entry): void;
  /** Begins an append now if one is due. Whether one that takes something of this committer is then under way. */
  hurry(committer: Committer): boolean;
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>;
}

/**
 * An append that cost this thread t ms uses up t × PACE ms of time, at most PERIOD; CREDIT ms of it may be used up early (the
 * generic cell rate algorithm, ITU-T I.371), as many for a dear append as for a cheap one, so that distances are even.
 * So many rooms share a commit and its sync, which costs other threads about as much again, and a server where little is
 * typed waits for nothing. How long the disk takes does not count: the rooms gather meanwhile anyway.
 */
const PACE = 60;
const PERIOD = 8;
const CREDIT = 16;

/** What one append takes. */
type Window = ReadonlyMap<Committer, readonly LoggedUpdate[]>;

/** In the order of the rooms. `flat` takes several times as long, and there are a hundred windows a second. */
function allOf(window: Window): LoggedUpdate[] {
  const all: LoggedUpdate[] = [];
  for (const entries of window.values()) for (const entry of entries) all.push(entry);
  return all;
}

/**
 * Group commit: one append, and so one sync of the disk, for what all rooms have gathered since the last one.
 * One append is under way at a time, which keeps each room's order.
 */
export function createCommitQueue(
  log: Pick<TextLog, 'append'>,
  timers: Timers,
  report: (what: string, error: unknown) => void,
  counters: Counters = createCounters(),
): CommitQueue {
  let waiting = new Map<Committer, Entry[]>();
  /** Whose entries the append under way takes; null while there is none. */
  let underWay: ReadonlyMap<Committer, unknown> | null = null;
  let notBefore = 0;
  let paidUntil = 0;
  let idlers: (() => void)[] = [];
  /** The next append: when, and how to call it off. */
  let next: { readonly at: number; readonly cancel: () => void } | null = null;

  /** Sees to it that an append begins at `at` or sooner. */
  const schedule = (at: number): void => {
    if (underWay !== null || (next !== null && next.at <= at)) return;
    next?.cancel();
    const pause = at - timers.now();
    if (pause > 0) {
      next = { at, cancel: timers.after(pause, flush) };
      return;
    }
    let off = false;
    timers.soon(() => {
      if (!off) flush();
    });
    next = {
      at,
      cancel: () => {
        off = true;
      },
    };
  };
  const scheduleWaiting = (): void => {
    for (const committer of waiting.keys()) schedule(Math.max(notBefore, committer.readyAt()));
  };

  /** A bug in one room must not keep the others from their words. */
  const guard = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      report('a room failed to take what was stored', error);
    }
  };

  const append = async (window: Window): Promise<void> => {
    let seqs: readonly number[];
    const handedOver = timers.now();
    let cost: number | null = null;
    try {
      seqs = await log.append(allOf(window), (milliseconds) => {
        cost = milliseconds;
      });
    } catch (error) {
      counters.windowsDropped += 1;
      if (window.size === 1) {
        for (const committer of window.keys()) {
          // What it has added since builds on what failed.
          waiting.delete(committer);
          guard(() => committer.failed(error));
        }
        return;
      }
      // One room's trouble must not be another's: try each alone.
      for (const [committer, entries] of window) await append(new Map([[committer, entries]]));
      return;
    }
    const settledAt = timers.now();
    counters.windowsCommitted += 1;
    addTo(counters.windowEntries, seqs.length);
    addTo(counters.appendSeconds, (settledAt - handedOver) / 1_000);
    let from = 0;
    for (const [committer, entries] of window) {
      const mine = seqs.slice(from, from + entries.length);
      guard(() => committer.committed(mine));
      from += entries.length;
    }
    const period = Math.min(PERIOD, (cost ?? settledAt - handedOver) * PACE);
    paidUntil = Math.max(paidUntil, handedOver) + period;
    notBefore = paidUntil - CREDIT;
  };

  /** Takes what the rooms that are ready have gathered; the others' words wait for their time. */
  const takeReady = (): Window => {
    const now = timers.now();
    const window = new Map<Committer, readonly LoggedUpdate[]>();
    const all = waiting;
    // Another map each time, for the reason of `emptied`.
    waiting = new Map();
    for (const [committer, entries] of all)
      if (committer.readyAt() > now) waiting.set(committer, entries);
      else
        window.set(
          committer,
          entries.map((entry) => entry()),
        );
    return window;
  };

  const flush = (): void => {
    next = null;
    const window = takeReady();
    if (window.size === 0) {
      scheduleWaiting();
      return;
    }
    underWay = window;
    void append(window).finally(() => {
      underWay = null;
      scheduleWaiting();
      if (waiting.size === 0) {
        const done = idlers;
        idlers = [];
        for (const resolve of done) resolve();
      }
    });
  };

  return {
    add(committer, entry) {
      const entries = waiting.get(committer);
      if (entries !== undefined) {
        entries.push(entry);
        return;
      }
      waiting.set(committer, [entry]);
      const at = Math.max(notBefore, committer.readyAt());
      // After a rest hardly anybody else comes in this very turn of the event loop, and the rest of a turn takes long.
      if (underWay === null && timers.now() >= Math.max(at, paidUntil)) flush();
      else schedule(at);
    },
    hurry(committer) {
      if (underWay === null && waiting.size > 0 && timers.now() >= notBefore) {
        next?.cancel();
        flush();
      }
      return underWay?.has(committer) ?? false;
    },
    idle() {
      if (underWay === null && waiting.size === 0) return Promise.resolve();
      return new Promise((resolve) => idlers.push(resolve));
    },
  };
}
