import { existsSync, readdirSync } from 'node:fs';
import { open, rename, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** A reason to stop that is told in one line. */
export class Stop extends Error {}

/** Throws unless the folder is new or empty: nothing is ever written over. */
export function refuseUsed(folder: string): void {
  if (!existsSync(folder)) return;
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    throw new Stop(`${folder}: ${(error as Error).message}`);
  }
  if (names.length > 0) throw new Stop(`${folder} is not empty: name a new or empty folder`);
}

/** Throws when a disk has fewer bytes than are needed. */
export async function refuseFull(folder: string, needed: number): Promise<void> {
  let at = resolve(folder);
  while (!existsSync(at)) at = dirname(at);
  const { bavail, bsize } = await statfs(at);
  if (bavail * bsize < needed)
    throw new Stop(`${folder}: ${megabytes(needed)} are needed, ${megabytes(bavail * bsize)} are free`);
}

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** Gives a finished file its name: whoever finds that name finds all of it, however the machine stops. */
export async function finish(partial: string, path: string): Promise<void> {
  await sync(partial);
  await rename(partial, path);
  await sync(dirname(path));
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
