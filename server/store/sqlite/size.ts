import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE } from './store.ts';

/** Bytes of the database in a folder and of its write-ahead log; 0 for a file that is not there. */
export function databaseSize(folder: string): { readonly database: number; readonly wal: number } {
  const file = join(folder, DATABASE_FILE);
  const bytes = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return { database: bytes(file), wal: bytes(`${file}-wal`) };
}
