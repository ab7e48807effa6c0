/** What of a request's headers tells where it comes from. */
export interface OriginHeaders {
  readonly origin?: string | undefined;
  readonly host?: string | undefined;
}

/**
 * Whether a browser sent this from a page of another site. Asked before every change made with a cookie and before
 * every WebSocket upgrade, which browsers do not guard themselves (RFC 6455, section 10.2).
 * With PUBLIC_URL its origin alone is ours, and whatever names this machine; without, the one the request is sent to.
 * A request without Origin comes from no page: `false`.
 */
export function isForeignOrigin({ origin, host }: OriginHeaders, publicUrl: string | null): boolean {
  if (origin === undefined) return false;
  if (!URL.canParse(origin)) return true;
  const from = new URL(origin);
  if (publicUrl !== null && from.origin === new URL(publicUrl).origin) return false;
  // Both spelt alike: a default port may be written out in one of them.
  const ours = `${from.protocol}//${host}`;
  if (!URL.canParse(ours) || from.host !== new URL(ours).host) return true;
  return publicUrl !== null && !isLoopback(from.hostname);
}

/** Names and addresses of this machine itself (RFC 5735, RFC 4291, RFC 6761). */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || /^127(\.\d{1,3}){3}$/.test(hostname) || /^\[?::1\]?$/.test(hostname);
