import { join } from 'node:path';
import { connect } from './database.ts';
import { storeFailure } from './guarded.ts';

/** SQLite's SQLITE_BUSY (https://sqlite.org/rescode.html#busy). */
const BUSY = 5;

/**
 * Keeps a second server from the same folder: two would number updates twice. The lock is an open exclusive
 * transaction on a file of its own, which the operating system ends with the process, however it ends.
 * Throws a one-line error when another process holds it or the file cannot be had.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock.sqlite');
  try {
    const database = connect(file, false, 0);
    try {
      database.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      database.close();
      throw error;
    }
    return () => database.close();
  } catch (error) {
    if ((error as { errcode?: number }).errcode === BUSY)
      throw new Error(`DATA_DIR ${folder} is in use by another running server`);
    throw storeFailure(file, error);
  }
}
