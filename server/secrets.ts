import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { sha256 } from './audit/hash.ts';
import type { Secrets } from './ports/secrets.ts';

const ID_BYTES = 16;
const TOKEN_BYTES = 32;

/** AES-256-GCM as NIST SP 800-38D recommends it: a nonce of 96 bits, a tag of 128. */
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keyFrom = (secret: string, nonce: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, nonce, 'sounding-board sealed answer', 32));

export const secrets: Secrets = {
  newId: () => randomBytes(ID_BYTES).toString('base64url'),
  newToken: () => randomBytes(TOKEN_BYTES).toString('base64url'),
  hash: (text) => sha256(text),
  seal(secret, text) {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, keyFrom(secret, nonce), nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  },
  unseal(secret, sealed) {
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv(CIPHER, keyFrom(secret, nonce), nonce);
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    try {
      const body = sealed.subarray(NONCE_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  },
};
