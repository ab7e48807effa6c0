import { WAL_BYTES } from './database.ts';
import type { LogFile } from './log-file.ts';

/** Bytes by which a log that could not be begun anew has to grow before that is tried again. */
const FURTHER = WAL_BYTES / 4;

/** Runs work while nobody writes and everything committed is on the disk. */
export type Alone = (work: () => Promise<void>) => Promise<void>;

/** Told how checkpoints ended. */
export interface CheckpointWatch {
  checkpointed(): void;
  /** The log is read with the database: it grows, and that is all, as long as the disk has room. */
  checkpointFailed(error: unknown): void;
}

/** Sees to it that the write-ahead log is brought into the database and begun anew when it has grown. */
export interface Checkpoints {
  /** Call it with the log's length in bytes when a commit is on its way to the disk. */
  look(size: number): void;
}

/** A log that could not be begun anew because somebody holds on to it (a backup) is tried again when it has grown further. */
export function createCheckpoints(
  log: Pick<LogFile, 'size'>,
  checkpoint: (alone: Alone) => Promise<void>,
  alone: Alone,
  watch: CheckpointWatch,
): Checkpoints {
  let most = WAL_BYTES;
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    try {
      await checkpoint(alone);
      watch.checkpointed();
    } catch (error) {
      watch.checkpointFailed(error);
    } finally {
      const size = log.size();
      most = size <= WAL_BYTES ? WAL_BYTES : size + FURTHER;
      running = false;
    }
  };
  return {
    look(size) {
      if (!running && size > most) void run();
    },
  };
}
