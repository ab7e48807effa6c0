import { rollback } from './rollback.ts';
import type { SqlDatabase, SqlStatement } from './sql-database.ts';

/**
 * Reading of rows that are on the disk and of no others, without waiting for the disk: while a commit is on its way
 * there, a transaction that reads keeps the state before it.
 */
export interface SteadyReader extends SqlDatabase {
  /** Call it right before a commit that changes rows. `underWay`: the commit up to which a sync is running, else 0. */
  hold(underWay: number): void;
  /** That commit's number. */
  concerns(commit: number): void;
  /** Everything up to this commit is on the disk. */
  settled(durable: number): void;
}

interface Side {
  readonly database: SqlDatabase;
  readonly begin: () => void;
  holds: boolean;
}

/**
 * The first connection reads what is newest, or holds the state before commits that are on their way. A further one,
 * opened when acts first come quicker than syncs, holds the state that the sync under way will have made durable.
 * So whenever a sync has ended, readers see all that it brought to the disk.
 */
export function createSteadyReader(open: () => SqlDatabase): SteadyReader {
  const first = sideOf(open());
  let further: Side | null = null;
  let current = first;
  /** The newest commit that changed rows. */
  let concerned = 0;
  const other = (): Side => {
    further ??= sideOf(open());
    return current === first ? further : first;
  };

  const statement = (sql: string): SqlStatement => {
    const made = new Map([[first, first.database.prepare(sql)]]);
    const now = (): SqlStatement => {
      const known = made.get(current) ?? current.database.prepare(sql);
      made.set(current, known);
      return known;
    };
    return {
      run: (...values) => now().run(...values),
      get: (...values) => now().get(...values),
      all: (...values) => now().all(...values),
      // An open cursor would keep an old state: all at once.
      iterate: (...values) =>
        now()
          .all(...values)
          .values(),
    };
  };

  return {
    exec: (sql) => current.database.exec(sql),
    prepare: statement,
    hold(underWay) {
      if (!current.holds) keep(current);
      else if (concerned <= underWay && !other().holds) keep(other());
    },
    concerns(commit) {
      concerned = commit;
    },
    settled(durable) {
      if (further?.holds && first.holds) {
        const old = current;
        current = other();
        release(old);
      }
      if (concerned > durable) return;
      release(current);
      current = first;
    },
    close() {
      for (const side of [first, further]) {
        if (side === null) continue;
        release(side);
        side.database.close();
      }
    },
  };
}

function sideOf(database: SqlDatabase): Side {
  try {
    // A transaction sees the state of its first reading.
    const look = database.prepare('SELECT COUNT(*) FROM sqlite_master WHERE 0');
    const begin = (): void => {
      database.exec('BEGIN');
      look.get();
    };
    return { database, begin, holds: false };
  } catch (error) {
    database.close();
    throw error;
  }
}

function keep(side: Side): void {
  side.holds = true;
  try {
    side.begin();
  } catch (error) {
    release(side);
    throw error;
  }
}

function release(side: Side): void {
  if (!side.holds) return;
  side.holds = false;
  // Also where reading failed meanwhile: a connection in trouble takes nothing else.
  rollback(side.database);
}
