import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddress from '@fastify/proxy-addr';

/** Proxies whose forwarding headers are believed: on this machine or in its private network, as containers are. */
export const TRUSTED_PROXIES = ['loopback', 'linklocal', 'uniquelocal'];

const isTrusted = proxyAddress.compile(TRUSTED_PROXIES);

/** Whether connections from here may carry many people's requests. */
export const isTrustedProxy = (address: string): boolean => isTrusted(address, 0);

/** From where a request or an upgrade comes, by the rule that Fastify's `request.ip` follows; '' when it is gone. */
export function addressOf(request: IncomingMessage): string {
  const peer = request.socket.remoteAddress;
  if (peer === undefined) return '';
  const named = proxyAddress(request, isTrusted);
  return isIP(named) === 0 ? peer : named;
}
