import { existsSync, statSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verify } from '../audit/verify.ts';
import { contentsOf } from '../store/sqlite/contents.ts';
import { copyDatabase, findDamage } from '../store/sqlite/copy-database.ts';
import { DATABASE_FILE, openSqliteReader } from '../store/sqlite/store.ts';
import { type BackupManifest, fileHash, MANIFEST_FILE } from './backup-manifest.ts';
import { finish, megabytes, refuseFull, refuseUsed, Stop } from './whole-copy.ts';

const USAGE = `Usage: DATA_DIR=… npm run -s backup -- FOLDER [--quick]
Copies all that DATA_DIR holds into a new or empty folder, beside a running server too, and verifies the copy.
--quick leaves out the audit chain. Exit 0: done. 1: done, but the record does not verify. 2: no backup was made.`;

/** `npm run backup`. Answers the exit code. */
export async function main(
  args: readonly string[],
  dataDir = process.env.DATA_DIR || './data',
): Promise<number> {
  const quick = args.includes('--quick');
  const [folder, ...more] = args.filter((arg) => arg !== '--quick');
  if (folder === undefined || more.length > 0 || folder.startsWith('-')) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  try {
    return await backUp(dataDir, folder, quick);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return 2;
  }
}

async function backUp(dataDir: string, folder: string, quick: boolean): Promise<number> {
  const source = join(dataDir, DATABASE_FILE);
  if (!existsSync(source)) throw new Stop(`DATA_DIR ${dataDir} holds no database`);
  refuseUsed(folder);
  await refuseFull(folder, bytesOf(source) + bytesOf(`${source}-wal`));
  await mkdir(folder, { recursive: true });
  const target = join(folder, DATABASE_FILE);
  // Verification opens a folder, so that the copy stands in one of its own until it is whole.
  const workshop = join(folder, 'partial');
  const partial = join(workshop, DATABASE_FILE);
  await mkdir(workshop);
  try {
    await copyDatabase(source, partial, showProgress);
    const [damage] = findDamage(partial);
    if (damage !== undefined)
      throw new Stop(`${source} is damaged, no backup was made: ${damage}. Restore an earlier backup`);
    const { schema, documents } = contentsOf(partial);
    const findings = quick ? [] : await findingsIn(workshop);
    const bytes = bytesOf(partial);
    const manifest: BackupManifest = {
      format: 'sounding-board-backup',
      formatVersion: 1,
      madeAt: new Date().toISOString(),
      schema,
      bytes,
      sha256: await fileHash(partial),
      documents,
    };
    await finish(partial, target);
    await writeFile(join(workshop, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
    await finish(join(workshop, MANIFEST_FILE), join(folder, MANIFEST_FILE));
    for (const { documentId, updates, head } of documents)
      process.stdout.write(
        `document ${documentId}: ${updates} updates; head ${documentId}:${head.seq}:${head.hash}\n`,
      );
    const updates = documents.reduce((sum, document) => sum + document.updates, 0);
    process.stdout.write(
      `${folder} holds ${documents.length} documents, ${updates} updates, ${megabytes(bytes)}${quick ? '; the audit chain was not verified' : ''}\n`,
    );
    for (const finding of findings) process.stdout.write(`${finding}\n`);
    return findings.length === 0 ? 0 : 1;
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

const bytesOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** What of the record in a folder does not verify, a line each. */
async function findingsIn(folder: string): Promise<readonly string[]> {
  const store = openSqliteReader(folder);
  try {
    const reports = await verify(store);
    return reports.flatMap(({ findings }) => findings.map(({ row, problem }) => `${row} ${problem}`));
  } finally {
    store.close();
  }
}

/** How far the copy is, on a terminal. */
function showProgress({ totalPages, remainingPages }: { totalPages: number; remainingPages: number }): void {
  if (!process.stderr.isTTY || totalPages === 0) return;
  const share = Math.floor((100 * (totalPages - remainingPages)) / totalPages);
  process.stderr.write(`\r${share} % copied${remainingPages === 0 ? '\n' : ''}`);
}
