import { verify } from '../audit/verify.ts';
import type { KeptHead } from '../audit/verify-kept.ts';
import { openSqliteReader } from '../store/sqlite/store.ts';

/** Checks the record in a folder and prints what was found. Answers the exit code. */
export async function verifyFolder(folder: string, heads: readonly KeptHead[]): Promise<number> {
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
