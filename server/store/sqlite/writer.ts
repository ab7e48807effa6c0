import type { Mutex } from '../mutex.ts';
import type { Durability } from './durability.ts';
import { rollback } from './rollback.ts';
import type { SqlDatabase } from './sql-database.ts';
import type { SteadyReader } from './steady-reader.ts';

/** The one connection that writes. */
export interface Writer {
  readonly database: SqlDatabase;
  /**
   * Runs `work` alone, in a transaction. The next one may begin once it is committed; the promise resolves when it is
   * on the disk with everything that `work` may have read. So does one that refuses or throws.
   */
  run<Answer>(work: () => Promise<Answer> | Answer, about: About): Promise<Answer>;
}

export interface About {
  /** Whether it changed rows that readers must not see before they are on the disk. Asked before the COMMIT. */
  readonly rows: () => boolean;
  /** Told after the COMMIT, before it is on the disk. */
  readonly committed?: (commit: number) => void;
}

export function createWriter(
  database: SqlDatabase,
  reader: Pick<SteadyReader, 'hold' | 'concerns'>,
  mutex: Mutex,
  durability: Durability,
): Writer {
  const commit = ({ rows, committed }: About): void => {
    const changesRows = rows();
    if (changesRows) reader.hold(durability.underWay());
    try {
      database.exec('COMMIT');
    } finally {
      // One that failed may be there all the same.
      if (changesRows) reader.concerns(durability.newest() + 1);
      const number = durability.committed();
      committed?.(number);
    }
  };
  return {
    database,
    async run(work, about) {
      /** What it has seen. */
      let seen = 0;
      try {
        return await mutex.run(async () => {
          durability.check();
          try {
            database.exec('BEGIN IMMEDIATE');
            const begun = work();
            // What is done at once is committed at once: a key typed in a quiet room waits for no turn of a queue.
            const answer = begun instanceof Promise ? await begun : begun;
            commit(about);
            return answer;
          } catch (error) {
            rollback(database);
            throw error;
          } finally {
            seen = durability.newest();
          }
        });
      } finally {
        await durability.reached(seen);
      }
    },
  };
}
