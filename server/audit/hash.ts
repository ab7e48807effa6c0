import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/domain/canonical-json.ts';

/** What stands before the first link of a chain. */
export const NOTHING_BEFORE = '0'.repeat(64);

/** SHA-256 in lower-case hex. Text is hashed as UTF-8. */
export const sha256 = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

/** SHA-256 over the canonical JSON of a row. */
export const recordHash = (record: unknown): string => sha256(canonicalJson(record));
