import { StoreFailure } from '../../ports/store-failure.ts';
import type { LogFile } from './log-file.ts';

/** What is on the disk. Commits are numbered from 1; the log is one file, so each is there with all before it. */
export interface Durability {
  /** A transaction was committed: its number. It is on its way to the disk from now on. */
  committed(): number;
  /** The newest commit. */
  newest(): number;
  /** The newest one that is on the disk. */
  durable(): number;
  /** Up to which commit the sync that is under way reaches; 0 while none is. */
  underWay(): number;
  /** Resolves once that commit is on the disk. Rejects with a `StoreFailure` where it may not be. */
  reached(commit: number): Promise<void>;
  /** Throws the `StoreFailure` after which nothing may be written any more. */
  check(): void;
}

/** Who hears of it, before those who wait. */
export interface DurabilityWatch {
  /** A sync has begun: what is done now keeps nobody waiting. */
  begun(): void;
  /** Everything up to this commit is on the disk. */
  settled(durable: number): void;
  failed(): void;
}

interface Waiting {
  readonly commit: number;
  readonly done: () => void;
  readonly failed: (error: StoreFailure) => void;
}

const SETTLED = Promise.resolve();

/**
 * Syncs the log behind the commits. One sync is under way at a time, and who commits meanwhile shares the next (group
 * commit). After one that failed the system may have dropped what it could not write and call the next one a success
 * (https://wiki.postgresql.org/wiki/Fsync_Errors), so none is tried again: a new start writes the log into the database.
 */
export function createDurability(
  file: string,
  log: Pick<LogFile, 'sync'>,
  watch: DurabilityWatch,
): Durability {
  let newest = 0;
  let durable = 0;
  let underWay = 0;
  let failure: StoreFailure | null = null;
  let waiting: Waiting[] = [];

  const begin = (): void => {
    underWay = newest;
    log.sync(ended);
    watch.begun();
  };
  const ended = (error: Error | null): void => {
    const before = waiting;
    if (error !== null) {
      failure = failureOf(file, error);
      waiting = [];
      watch.failed();
      for (const { failed } of before) failed(failure);
      return;
    }
    durable = underWay;
    underWay = 0;
    watch.settled(durable);
    waiting = before.filter(({ commit }) => commit > durable);
    if (newest > durable) begin();
    for (const { commit, done } of before) if (commit <= durable) done();
  };

  return {
    committed() {
      newest += 1;
      if (underWay === 0 && failure === null) begin();
      return newest;
    },
    newest: () => newest,
    durable: () => durable,
    underWay: () => underWay,
    reached(commit) {
      if (commit <= durable) return SETTLED;
      if (failure !== null) return Promise.reject(failure);
      return new Promise((done, failed) => waiting.push({ commit, done, failed }));
    },
    check() {
      if (failure !== null) throw failure;
    },
  };
}

const failureOf = (file: string, error: Error): StoreFailure =>
  new StoreFailure(
    'storage-failed',
    `${file}: ${error.message}: the disk did not keep what was written; see to it, then start the server anew`,
    error,
  );
