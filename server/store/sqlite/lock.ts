import { join } from 'node:path';
import { connect } from './database.ts';

/**
 * Keeps a second server from the same folder: two would number updates twice. The lock is an open exclusive
 * transaction on a file of its own, which the operating system ends with the process, however it ends.
 * Throws a one-line error when another process holds it.
 */
export function lockFolder(folder: string): () => void {
  const database = connect(join(folder, 'lock.sqlite'), false, 0);
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch {
    database.close();
    throw new Error(`DATA_DIR ${folder} is in use by another running server`);
  }
  return () => database.close();
}
