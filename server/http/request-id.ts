import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isTrustedProxy } from './address.ts';

/** Plain and short, as proxies make them: 32 hex digits, a UUID. */
const PLAIN = /^[\w.-]{8,64}$/;

/** 32 hex digits. Kept for as long as a socket is open; Node puts a UUID together from pieces, which takes 500 bytes. */
const newRequestId = (): string => randomBytes(16).toString('hex');

/** W12: the id of a request or an upgrade: a proxy's that is trusted and sends a plain one, else a new one. */
export function requestIdOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  const given = headers['x-request-id'];
  const isPlain = typeof given === 'string' && PLAIN.test(given);
  return isPlain && isTrustedProxy(socket.remoteAddress ?? '') ? given : newRequestId();
}
