import { safeLink } from '../../../shared/text/link.ts';

/** What people type for an address, made whole: `www.un.org` and `name@un.org` are understood. Null if it is none. */
export function completeAddress(typed: string): string | null {
  const address = typed.trim();
  const direct = safeLink(address);
  if (direct !== null) return direct;
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return safeLink(`mailto:${address}`);
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#:].*)?$/u.test(address)
    ? safeLink(`https://${address}`)
    : null;
}
