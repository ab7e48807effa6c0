import { existsSync } from 'node:fs';
import { copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { verify } from '../audit/verify.ts';
import { findDamage } from '../store/sqlite/copy-database.ts';
import { DATABASE_FILE, openSqliteReader } from '../store/sqlite/store.ts';
import { type BackupManifest, fileHash, MANIFEST_FILE, readManifest } from './backup-manifest.ts';
import { finish, megabytes, refuseFull, refuseUsed, Stop } from './whole-copy.ts';

const USAGE = `Usage: npm run -s restore -- BACKUP [DATA_DIR]
Puts a backup into a new or empty folder (DATA_DIR, else ./data) and verifies it. Exit 0: done. 1: done, but the record
does not verify. 2: nothing was restored.`;

/** `npm run restore`. Answers the exit code. */
export async function main(
  args: readonly string[],
  dataDir = process.env.DATA_DIR || './data',
): Promise<number> {
  const [backup, target = dataDir, ...more] = args;
  if (backup === undefined || more.length > 0 || args.some((arg) => arg.startsWith('-'))) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  try {
    return await restore(backup, target);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return 2;
  }
}

async function restore(backup: string, target: string): Promise<number> {
  const source = join(backup, DATABASE_FILE);
  const manifest = await readManifest(join(backup, MANIFEST_FILE));
  if (manifest === null || !existsSync(source))
    throw new Stop(`${backup} is no backup: it needs ${DATABASE_FILE} and ${MANIFEST_FILE}`);
  refuseUsed(target);
  await refuseFull(target, manifest.bytes);
  if ((await stat(source)).size !== manifest.bytes || (await fileHash(source)) !== manifest.sha256)
    throw new Stop(`${source} is not what was backed up, nothing was restored: take another backup`);
  await mkdir(target, { recursive: true });
  const workshop = join(target, 'partial');
  const partial = join(workshop, DATABASE_FILE);
  await mkdir(workshop);
  try {
    await copyFile(source, partial);
    const [damage] = findDamage(partial);
    if (damage !== undefined) throw new Stop(`${source} is damaged, nothing was restored: ${damage}`);
    const findings = await findingsIn(workshop, manifest);
    await finish(partial, join(target, DATABASE_FILE));
    for (const finding of findings) process.stdout.write(`${finding}\n`);
    process.stdout.write(
      `${target} holds ${manifest.documents.length} documents as of ${manifest.madeAt}, ${megabytes(manifest.bytes)}. Start with: DATA_DIR=${target} npm start\n`,
    );
    return findings.length === 0 ? 0 : 1;
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** The whole record, held against the heads that were written down when the backup was made. */
async function findingsIn(folder: string, { documents }: BackupManifest): Promise<readonly string[]> {
  const store = openSqliteReader(folder);
  try {
    // A document without acts has no head to hold it against.
    const kept = documents.flatMap(({ documentId, head }) =>
      head.seq === 0 ? [] : [{ documentId, ...head }],
    );
    const reports = await verify(store, kept);
    return reports.flatMap(({ findings }) => findings.map(({ row, problem }) => `${row} ${problem}`));
  } finally {
    store.close();
  }
}
