import { createHash, hash as digestOf } from 'node:crypto';
import { canonicalJson } from '../../shared/domain/canonical-json.ts';

/** What stands before the first link of a chain. */
export const NOTHING_BEFORE = '0'.repeat(64);

/** Bytes up to which putting the parts together costs less than a hash that is fed piece by piece. */
const SMALL = 4096;

/** Where they are put together, one hash at a time: a UTF-16 unit is at most three bytes of UTF-8. */
const together = Buffer.allocUnsafeSlow(3 * SMALL);

/** SHA-256 in lower-case hex. Text is hashed as UTF-8. */
export const sha256 = (...parts: readonly (string | Uint8Array)[]): string => {
  let length = 0;
  for (const part of parts) length += part.length;
  if (length <= SMALL) return digestOf('sha256', putTogether(parts), 'hex');
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

function putTogether(parts: readonly (string | Uint8Array)[]): Uint8Array {
  let at = 0;
  for (const part of parts)
    if (typeof part === 'string') at += together.write(part, at);
    else {
      together.set(part, at);
      at += part.length;
    }
  return together.subarray(0, at);
}

/** SHA-256 over the canonical JSON of a row. */
export const recordHash = (record: unknown): string => sha256(canonicalJson(record));
