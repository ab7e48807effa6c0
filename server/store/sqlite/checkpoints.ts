import { WAL_BYTES } from './database.ts';
import type { LogFile } from './log-file.ts';

/** Bytes by which a log that could not be begun anew has to grow before that is tried again. */
const FURTHER = WAL_BYTES / 4;

/** Runs work while nobody writes and everything committed is on the disk. */
export type Alone = (work: () => Promise<void>) => Promise<void>;

/** Sees to it that the write-ahead log is brought into the database and begun anew when it has grown. */
export interface Checkpoints {
  /** Call it when a commit is on its way to the disk. */
  look(): void;
}

/**
 * A log that was begun anew is as long as before until it is written past its old end, so its length tells when it is
 * full. One that somebody holds on to (a backup) is tried again when it has grown further.
 */
export function createCheckpoints(
  log: Pick<LogFile, 'size'>,
  checkpoint: (alone: Alone) => Promise<void>,
  alone: Alone,
): Checkpoints {
  let most = WAL_BYTES;
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    try {
      await checkpoint(alone);
    } catch {
      // The log is read with the database: it grows, and that is all.
    } finally {
      const size = log.size();
      most = size <= WAL_BYTES ? WAL_BYTES : size + FURTHER;
      running = false;
    }
  };
  return {
    look() {
      if (!running && log.size() > most) void run();
    },
  };
}
