import { createHash, type Hash } from 'node:crypto';
import type { ArchivePart, ArchiveSeal } from '../../shared/model/archive.ts';
import { recordHash } from './hash.ts';

/** A stretch of the canonical JSON of one part. Parts come whole, one after the other, in the order of their names. */
export interface ArchivePiece {
  readonly part: ArchivePart;
  readonly json: string;
}

/** Characters gathered before they are passed on: few large writes instead of one a row. */
const CHUNK = 64 * 1024;

/** The seal over the digests of the parts. */
export const sealOf = (parts: ArchiveSeal['parts']): ArchiveSeal => ({ digest: recordHash(parts), parts });

/** The file of an archive, chunk by chunk: nothing of it is held but the running hash. */
export async function* sealArchive(pieces: AsyncIterable<ArchivePiece>): AsyncGenerator<string> {
  const digests: Partial<Record<ArchivePart, string>> = {};
  let current = null as { readonly part: ArchivePart; readonly hash: Hash } | null;
  let waiting = '{"archive":{';
  for await (const { part, json } of pieces) {
    if (current?.part !== part) {
      if (current !== null) digests[current.part] = current.hash.digest('hex');
      waiting += `${current === null ? '' : ','}${JSON.stringify(part)}:`;
      current = { part, hash: createHash('sha256') };
    }
    current.hash.update(json);
    waiting += json;
    if (waiting.length < CHUNK) continue;
    yield waiting;
    waiting = '';
  }
  if (current !== null) digests[current.part] = current.hash.digest('hex');
  const { digest, parts } = sealOf(digests as ArchiveSeal['parts']);
  const listed = Object.entries(parts).map(([part, hash]) => `${JSON.stringify(part)}:"${hash}"`);
  yield `${waiting}},"seal":{"digest":"${digest}","parts":{${listed.join(',')}}}}`;
}
