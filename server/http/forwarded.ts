import type { IncomingHttpHeaders } from 'node:http';

/** Headers by which a proxy says that it passes on what somebody else asked (RFC 7239, RFC 9110 and common use). */
const FORWARDING = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-server',
  'x-real-ip',
  'x-client-ip',
  'cf-connecting-ip',
];

/** Addresses of this machine as Node shows them. */
const isLoopbackAddress = (address: string): boolean => /^(?:::ffff:)?127\.|^::1$/.test(address);

/** Names by which a program on this machine asks for it. */
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;

/**
 * Whether a program on this machine asks for itself: from a loopback address, without a sign of a proxy in between,
 * under a name of this machine. The last keeps out pages in a browser here whose name was pointed at 127.0.0.1
 * (DNS rebinding), and proxies that pass the public name on.
 */
export const isOwnMachine = (address: string | undefined, headers: IncomingHttpHeaders): boolean =>
  address !== undefined &&
  isLoopbackAddress(address) &&
  LOOPBACK_HOST.test(headers.host ?? '') &&
  FORWARDING.every((name) => headers[name] === undefined);
