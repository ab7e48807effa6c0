import type { StoreHealth, StoreTrouble } from '../../ports/store-failure.ts';
import type { Mutex } from '../mutex.ts';
import type { Watch } from './guarded.ts';
import { rollback } from './rollback.ts';
import type { SqlDatabase } from './sql-database.ts';

/** What the connections of a store met with. */
export interface Troubles {
  /** For the connection that writes. */
  readonly writing: Watch;
  /** For those that only read. */
  readonly reading: Watch;
  /** A sync failed: nothing is written any more. */
  failed(): void;
  now(): StoreHealth;
}

export function createTroubles(): Troubles {
  let trouble: StoreTrouble | null = null;
  let damaged = false;
  let failed = false;
  const met = (what: StoreTrouble): void => {
    if (what === 'storage-damaged') damaged = true;
  };
  return {
    writing: {
      trouble(what) {
        met(what);
        trouble = what;
      },
      committed() {
        trouble = null;
      },
    },
    reading: { trouble: met, committed: () => undefined },
    failed() {
      failed = true;
    },
    now: () => ({ trouble: failed ? 'storage-failed' : trouble, damaged }),
  };
}

/** Bytes that a trial writes: a disk that is called writable has room for a window of keystrokes at least. */
const TRIAL_BYTES = 64 * 1024;

/** Milliseconds between two trials, however often somebody asks. */
const TRIAL_EVERY = 1_000;

/**
 * Whether the store takes what is written. After trouble nobody may write for a while; then whoever asks has a trial
 * made, so that it is told when there is space again. After a sync that failed none is: it would prove nothing.
 */
export function createHealth(
  writer: SqlDatabase,
  mutex: Mutex,
  troubles: Troubles,
  now: () => number = () => performance.now(),
): () => Promise<StoreHealth> {
  let triedAt = Number.NEGATIVE_INFINITY;
  const trial = (): void => {
    try {
      writer.exec('BEGIN IMMEDIATE');
      writer.exec(
        `CREATE TABLE trial ("bytes" BLOB); INSERT INTO trial VALUES (zeroblob(${TRIAL_BYTES})); DROP TABLE trial`,
      );
      writer.exec('COMMIT');
    } catch {
      // The connection's watch was told.
      rollback(writer);
    }
  };
  return async () => {
    const { trouble: met } = troubles.now();
    if (met !== null && met !== 'storage-failed' && now() - triedAt >= TRIAL_EVERY) {
      triedAt = now();
      await mutex.run(trial);
    }
    return troubles.now();
  };
}
