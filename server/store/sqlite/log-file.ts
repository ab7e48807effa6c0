import { closeSync, fdatasync, fdatasyncSync, fstatSync, openSync } from 'node:fs';

/** The file of the write-ahead log, beside SQLite's own use of it. */
export interface LogFile {
  /** Brings to the disk what was written to it before this call. Told null once it is there, else why it is not. */
  sync(done: (error: Error | null) => void): void;
  /** Its length in bytes. */
  size(): number;
  close(): void;
}

/** How the file is opened: `openLogFile`, unless a test has a disk of its own. */
export type OpenLogFile = (path: string) => LogFile;

/**
 * A descriptor of our own, so that Node's threads can sync while the main one goes on. A sync concerns the file, whoever
 * wrote to it. SQLite locks the database and the `-shm` and never the `-wal` (its files are opened with UNIXFILE_NOLOCK
 * but for the database: unixOpen in os_unix.c), so closing ours drops no lock of its (https://sqlite.org/howtocorrupt.html,
 * 2.2); of the database itself no descriptor may be opened here. For writing, because Windows syncs no other.
 *
 * What a process that was killed had committed may not be on the disk: it is synced before anybody reads it.
 */
export function openLogFile(path: string): LogFile {
  const descriptor = openSync(path, 'r+');
  try {
    fdatasyncSync(descriptor);
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
  return {
    sync: (done) => fdatasync(descriptor, done),
    size: () => fstatSync(descriptor).size,
    close: () => closeSync(descriptor),
  };
}
