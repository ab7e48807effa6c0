import { fstatSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** A log that never grows as long as this, in bytes, gets no space. */
const LEAST = 256 * 1024;
/** Bytes put behind the log at a time: with 1,000 rooms a second's worth, with one who types a quarter of a minute's. */
const PIECE = 1024 * 1024;

/** Makes the space of the write-ahead log before it is used. */
export interface LogSpace {
  /** Call it with the log's length in bytes when a commit is on its way to the disk. */
  look(size: number): void;
  /** Ends, with the piece that is being written. */
  close(): Promise<void>;
}

/**
 * A sync of a file that grew has to bring to the disk what the file system keeps of it as well: 0.66 ms on a disk that needs
 * 0.50 for a file that is written over. So a piece of zeros is put behind the log, and another when the log has outgrown
 * it or was begun anew. Not all at once: a page that nobody has looked at for a while has to be read from the disk before
 * a part of it can be written over, and that would hold up whoever commits. SQLite's log ends at the first frame that has
 * not the log's salt or has page number 0 (walDecodeFrame in wal.c), so zeros are as if they were not there.
 *
 * The file is opened for appending: the system itself puts what is written at the end of the file, so it never comes down
 * on a frame that SQLite writes at the same time. It is another descriptor than that of the commits' syncs, because each
 * is told once of a failure of the disk. Where there is no space the log grows as it is used.
 */
export function createLogSpace(path: string): LogSpace {
  /** The length that the log was given, until it has another. */
  let made = 0;
  let working: Promise<void> | null = null;
  let closed = false;
  const lengthen = async (): Promise<void> => {
    const file = await open(path, 'a');
    try {
      await file.write(new Uint8Array(PIECE));
      await file.datasync();
      made = fstatSync(file.fd).size;
    } finally {
      await file.close();
    }
  };
  return {
    look(size) {
      if (closed || working !== null || size === made || size < LEAST) return;
      working = lengthen()
        .catch(() => undefined)
        .finally(() => {
          working = null;
        });
    },
    async close() {
      closed = true;
      await working;
    },
  };
}
