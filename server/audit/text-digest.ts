import type { UpdateRecord } from '../ports/store.ts';
import { NOTHING_BEFORE, sha256 } from './hash.ts';

/** Digest of an empty update log. */
export const EMPTY_TEXT = NOTHING_BEFORE;

/**
 * An audit entry pins the update log at least every so many updates: a text that is only typed in, without any other
 * act, still has its rolling digest chained. 256 updates are about a minute of five people typing.
 */
export const DIGEST_EVERY = 256;

/**
 * The rolling digest of the update log, one SHA-256 a row (about 2 µs): over the digest before, the row's fields
 * with lengths, and the bytes of the update. Changing, dropping, adding or reordering rows changes every digest after.
 */
export const textDigest = (previous: string, row: Omit<UpdateRecord, 'digest'>): string =>
  sha256(
    previous,
    JSON.stringify([row.documentId, row.seq, row.participantId, row.at, row.claims, row.update.byteLength]),
    row.update,
  );
