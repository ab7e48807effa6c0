import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Contents } from '../store/sqlite/contents.ts';

/** The name of the description that stands beside the database in a backup. */
export const MANIFEST_FILE = 'backup.json';

/** What a backup says of itself. */
export interface BackupManifest extends Contents {
  readonly format: 'sounding-board-backup';
  readonly formatVersion: 1;
  readonly madeAt: string;
  readonly bytes: number;
  /** SHA-256 of the database file, in hexadecimal. */
  readonly sha256: string;
}

/** SHA-256 of a file, in hexadecimal. */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

/** Reads a description; null when it is none. */
export async function readManifest(path: string): Promise<BackupManifest | null> {
  try {
    const said = JSON.parse(await readFile(path, 'utf8')) as Partial<BackupManifest>;
    const isManifest =
      said.format === 'sounding-board-backup' &&
      said.formatVersion === 1 &&
      typeof said.sha256 === 'string' &&
      typeof said.bytes === 'number' &&
      Array.isArray(said.documents);
    return isManifest ? (said as BackupManifest) : null;
  } catch {
    return null;
  }
}
