import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddress from '@fastify/proxy-addr';
import { addressKey } from './address-key.ts';

/** Proxies whose forwarding headers are believed: on this machine or in its private network, as containers are. */
export const TRUSTED_PROXIES = ['loopback', 'linklocal', 'uniquelocal'];

const isTrusted = proxyAddress.compile(TRUSTED_PROXIES);

/** Whether connections from here may carry many people's requests. */
export const isTrustedProxy = (address: string): boolean => isTrusted(address, 0);

/** By what an upgrade is counted: the address that Fastify's `request.ip` tells of a request; null for nobody's. */
export function addressOf(request: IncomingMessage): string | null {
  const peer = request.socket.remoteAddress;
  if (peer === undefined) return null;
  const named = proxyAddress(request, isTrusted);
  return addressKey(isIP(named) === 0 ? peer : named);
}

/** By what a TCP connection is counted; null for a proxy's, which carries everybody's requests. */
export const peerKey = (address: string): string | null =>
  isTrusted(address, 0) ? null : addressKey(address);
