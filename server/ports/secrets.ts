import type { NewId } from '../../shared/model/ids.ts';

/** Ids, tokens and hashes: everything random or cryptographic that commands need. */
export interface Secrets {
  /** An unguessable id of 128 bits. */
  readonly newId: NewId;
  /** A token of 256 bits that opens something to whoever holds it. */
  newToken(): string;
  /** SHA-256 in hex of a text as UTF-8. Tokens and keys are stored only so. */
  hash(text: string): string;
  /** Encrypts an answer with a key that only the holder of `secret` can derive. */
  seal(secret: string, text: string): Uint8Array;
  /** Null when `secret` is not the one it was sealed with. */
  unseal(secret: string, sealed: Uint8Array): string | null;
}
