import { createHash, hash as digestOf } from 'node:crypto';
import { canonicalJson } from '../../shared/domain/canonical-json.ts';

/** What stands before the first link of a chain. */
export const NOTHING_BEFORE = '0'.repeat(64);

/** Bytes up to which putting the parts together costs less than a hash that is fed piece by piece. */
const SMALL = 4096;

/** SHA-256 in lower-case hex. Text is hashed as UTF-8. */
export const sha256 = (...parts: readonly (string | Uint8Array)[]): string => {
  if (parts.reduce((sum, { length }) => sum + length, 0) <= SMALL)
    return digestOf('sha256', Buffer.concat(parts.map(bytesOf)), 'hex');
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

const bytesOf = (part: string | Uint8Array): Uint8Array =>
  typeof part === 'string' ? Buffer.from(part) : part;

/** SHA-256 over the canonical JSON of a row. */
export const recordHash = (record: unknown): string => sha256(canonicalJson(record));
