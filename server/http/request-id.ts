import type { IncomingMessage } from 'node:http';
import { newTraceId } from '../trace/trace-id.ts';
import { isTrustedProxy } from './address.ts';

/** Plain and short, as proxies make them: 32 hex digits, a UUID. */
const PLAIN = /^[\w.-]{8,64}$/;

/** W12: the id of a request or an upgrade: a proxy's that is trusted and sends a plain one, else a new one. */
export function requestIdOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  const given = headers['x-request-id'];
  const isPlain = typeof given === 'string' && PLAIN.test(given);
  return isPlain && isTrustedProxy(socket.remoteAddress ?? '') ? given : newTraceId();
}
