import type { KeptArchiveHead } from '../audit/verify-archive.ts';
import type { KeptHead } from '../audit/verify-kept.ts';
import { verifyArchiveFile } from './verify-archive.ts';
import { verifyFolder } from './verify-folder.ts';

const USAGE = `Usage: DATA_DIR=… npm run -s verify [-- --head DOCUMENT:SEQ:HASH …]
       npm run -s verify -- ARCHIVE.json [--head [DOCUMENT:]SEQ:HASH …]
Exit 0: all holds. 1: findings. 2: nothing to verify.`;

/** What was asked: a file or, without one, DATA_DIR. A head of an archive may leave its document out: there is one. */
interface Asked {
  readonly file: string | null;
  readonly heads: readonly KeptArchiveHead[];
}

/** Reads the arguments; null when one is not readable. */
function readArguments(args: readonly string[]): Asked | null {
  let file: string | null = null;
  const heads: Asked['heads'][number][] = [];
  for (let k = 0; k < args.length; k += 1) {
    const arg = args[k] as string;
    if (arg !== '--head') {
      if (file !== null || arg.startsWith('-')) return null;
      file = arg;
      continue;
    }
    k += 1;
    const match = /^(?:([^:]+):)?(\d+):([0-9a-f]{64})$/.exec(args[k] ?? '');
    if (match === null) return null;
    heads.push({ documentId: match[1] ?? null, seq: Number(match[2]), hash: match[3] as string });
  }
  return file === null && heads.some(({ documentId }) => documentId === null) ? null : { file, heads };
}

/** Checks an archive, or the record in DATA_DIR: a line a finding on stdout, or what holds with the head of its chain. */
export async function main(
  args: readonly string[],
  folder = process.env.DATA_DIR || './data',
): Promise<number> {
  const asked = readArguments(args);
  if (asked === null) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  return asked.file === null
    ? await verifyFolder(folder, asked.heads as readonly KeptHead[])
    : verifyArchiveFile(asked.file, asked.heads);
}
