import { readFileSync } from 'node:fs';
import { type OpenLogFile, openLogFile } from '../../../server/store/sqlite/log-file.ts';

/** A disk that syncs when a test lets it. */
export interface HeldDisk {
  /** For `openSqliteStore`. */
  readonly openLogFile: OpenLogFile;
  /** From now on syncs wait. */
  hold(): void;
  /** How many syncs were begun since the start. */
  begun(): number;
  /** Whether one waits. */
  waits(): boolean;
  /** Lets the one that waits through; the next waits again. */
  letOne(): Promise<void>;
  /** Lets all through from now on. */
  letAll(): void;
  /** The one that waits fails, or the next one. */
  fail(): void;
  /** The write-ahead log as a power cut would leave it now: what was written before the last sync began that ended. */
  kept(): Uint8Array;
}

export function createHeldDisk(): HeldDisk {
  let held = false;
  let failing = false;
  let begun = 0;
  let kept: Uint8Array = new Uint8Array();
  let waiting: (() => void) | null = null;
  const take = (): (() => void) | null => {
    const go = waiting;
    waiting = null;
    return go;
  };
  return {
    openLogFile(path) {
      const real = openLogFile(path);
      kept = readFileSync(path);
      return {
        ...real,
        sync(done) {
          begun += 1;
          const written = readFileSync(path);
          const go = (): void => {
            if (failing) {
              done(new Error('EIO: i/o error, fdatasync'));
              return;
            }
            real.sync((error) => {
              kept = written;
              done(error);
            });
          };
          if (held) waiting = go;
          else go();
        },
      };
    },
    hold() {
      held = true;
    },
    begun: () => begun,
    waits: () => waiting !== null,
    async letOne() {
      const before = kept;
      take()?.();
      while (kept === before) await new Promise((resolve) => setImmediate(resolve));
    },
    letAll() {
      held = false;
      take()?.();
    },
    fail() {
      failing = true;
      take()?.();
    },
    kept: () => kept,
  };
}
