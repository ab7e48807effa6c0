import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';

/** Proxies whose forwarding headers are believed: on this machine or in its private network, as containers are. */
export const TRUSTED_PROXIES = ['loopback', 'linklocal', 'uniquelocal'];

/** The same networks (RFC 1918, RFC 3927, RFC 4193, RFC 4291, RFC 6890). */
const trusted = new BlockList();
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const)
  trusted.addSubnet(network, bits, 'ipv4');
trusted.addAddress('::1', 'ipv6');
trusted.addSubnet('fc00::', 7, 'ipv6');
trusted.addSubnet('fe80::', 10, 'ipv6');

/** Plain and short, as proxies make them: 32 hex digits, a UUID. */
const PLAIN = /^[\w.-]{8,64}$/;

/** W12: the id of a request or an upgrade: a proxy's that is trusted and sends a plain one, else a new one. */
export function requestIdOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  const given = headers['x-request-id'];
  const address = socket.remoteAddress ?? '';
  const plain = typeof given === 'string' && PLAIN.test(given);
  return plain && address !== '' && trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
    ? given
    : randomUUID();
}
