import { addTo, type Counters, createCounters } from '../ports/counters.ts';
import type { LoggedUpdate, TextLog } from '../ports/text-log.ts';
import type { Timers } from './timers.ts';

/** A room, as the queue sees it. */
export interface Committer {
  /** Its oldest `seqs.length` entries are durable. */
  committed(seqs: readonly number[]): void;
  /** Nothing that it has added and that is not committed is or will be in the log. */
  failed(error: unknown): void;
}

export interface CommitQueue {
  /** Entries of one committer are stored in the order in which they are added. */
  add(committer: Committer, entry: LoggedUpdate): void;
  /** Resolves when nothing is waiting or under way. */
  idle(): Promise<void>;
}

/**
 * After a window that kept the server busy for t ms the next one opens t × PACE ms later, at most MAX_PAUSE.
 * So a quiet server waits for nothing, and a loaded one gathers more keystrokes into each broadcast.
 */
const PACE = 1;
const MAX_PAUSE = 40;

/**
 * Group commit: one append, and so one flush to disk, for what all rooms have gathered since the last one.
 * One append is under way at a time, which keeps each room's order.
 */
export function createCommitQueue(
  log: Pick<TextLog, 'append'>,
  timers: Timers,
  report: (what: string, error: unknown) => void,
  counters: Counters = createCounters(),
): CommitQueue {
  let waiting = new Map<Committer, LoggedUpdate[]>();
  let scheduled = false;
  let running = false;
  let notBefore = 0;
  let idlers: (() => void)[] = [];

  const schedule = (): void => {
    if (scheduled || running || waiting.size === 0) return;
    scheduled = true;
    const pause = notBefore - timers.now();
    if (pause > 0) timers.after(pause, flush);
    else timers.soon(flush);
  };

  /** A bug in one room must not keep the others from their words. */
  const guard = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      report('a room failed to take what was stored', error);
    }
  };

  const append = async (window: ReadonlyMap<Committer, LoggedUpdate[]>): Promise<void> => {
    let seqs: readonly number[];
    const handedOver = timers.now();
    try {
      seqs = await log.append([...window.values()].flat());
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
    counters.updatesCommitted += seqs.length;
    addTo(counters.windowEntries, seqs.length);
    addTo(counters.appendSeconds, (settledAt - handedOver) / 1_000);
    let from = 0;
    for (const [committer, entries] of window) {
      const mine = seqs.slice(from, from + entries.length);
      guard(() => committer.committed(mine));
      from += entries.length;
    }
    notBefore = timers.now() + Math.min(MAX_PAUSE, (timers.now() - settledAt) * PACE);
  };

  const flush = (): void => {
    scheduled = false;
    const window = waiting;
    if (window.size === 0) return;
    waiting = new Map();
    running = true;
    void append(window).finally(() => {
      running = false;
      schedule();
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
      if (entries === undefined) waiting.set(committer, [entry]);
      else entries.push(entry);
      schedule();
    },
    idle() {
      if (!running && waiting.size === 0) return Promise.resolve();
      return new Promise((resolve) => idlers.push(resolve));
    },
  };
}
