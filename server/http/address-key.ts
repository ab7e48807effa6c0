import { isIP } from 'node:net';

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/;

/**
 * What addresses are counted by: an IPv4 address, or the 64 bits of IPv6 that one network is given (RFC 6177), of which
 * anybody has all. Null for this machine itself: its programs are its operator's, and a proxy on it that does not name
 * whom it serves would have everybody counted as one.
 */
export function addressKey(address: string): string | null {
  if (address === '' || LOOPBACK.test(address)) return null;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return isIP(address) === 6 ? networkOf(address) : address;
}

function networkOf(address: string): string {
  const [before = '', after] = (address.split('%')[0] as string).toLowerCase().split('::');
  const groups = (text: string | undefined): string[] => (text ? text.split(':') : []);
  const left = groups(before);
  const right = groups(after);
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const all = after === undefined ? left : [...left, ...zeros, ...right];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
