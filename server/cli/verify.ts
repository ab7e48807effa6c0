import { type KeptHead, verify } from '../audit/verify.ts';
import { openSqliteReader } from '../store/sqlite/store.ts';

const USAGE =
  'Usage: DATA_DIR=… npm run -s verify [-- --head DOCUMENT:SEQ:HASH …]\nExit 0: all holds. 1: findings. 2: nothing to verify.';

/** `--head` options; null when one is not readable. */
function readHeads(args: readonly string[]): KeptHead[] | null {
  const heads: KeptHead[] = [];
  for (let k = 0; k < args.length; k += 2) {
    const match = /^([^:]+):(\d+):([0-9a-f]{64})$/.exec(args[k + 1] ?? '');
    if (args[k] !== '--head' || match === null) return null;
    const [, documentId, seq, hash] = match as unknown as [string, string, string, string];
    heads.push({ documentId, seq: Number(seq), hash });
  }
  return heads;
}

/** Checks the record in DATA_DIR: a line a finding on stdout, or a line a document with the head of its chain. */
export async function main(
  args: readonly string[],
  folder = process.env.DATA_DIR || './data',
): Promise<number> {
  const heads = readHeads(args);
  if (heads === null) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  let store: ReturnType<typeof openSqliteReader>;
  try {
    store = openSqliteReader(folder);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return 2;
  }
  try {
    const reports = await verify(store, heads);
    const findings = reports.flatMap((report) => report.findings);
    for (const { row, problem } of findings) process.stdout.write(`${row} ${problem}\n`);
    if (findings.length > 0) return 1;
    for (const { documentId, entries, versions, updates, head } of reports)
      process.stdout.write(
        `document ${documentId} holds: ${entries} audit entries, ${versions} versions, ${updates} updates; head ${documentId}:${head.seq}:${head.hash}\n`,
      );
    return 0;
  } finally {
    store.close();
  }
}
