import type { IncomingHttpHeaders } from 'node:http';
import { SESSION_COOKIE } from '../../shared/api/socket.ts';
import type { Credentials } from '../ports/gatekeeper.ts';

/** The session cookie and the bearer token of an upgrade request. */
export const credentialsOf = (headers: IncomingHttpHeaders): Credentials => ({
  cookie: cookieNamed(SESSION_COOKIE, headers.cookie ?? ''),
  bearer: /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null,
});

function cookieNamed(name: string, header: string): string | null {
  for (const pair of header.split(';')) {
    const [key, ...value] = pair.split('=');
    if (key?.trim() !== name) continue;
    try {
      return decodeURIComponent(value.join('=').trim());
    } catch {
      return null;
    }
  }
  return null;
}

/**
 * Whether a browser page may use its cookie here. Browsers send Origin with every WebSocket upgrade and let any
 * page open one, cookie included (cross-site WebSocket hijacking); other programs send none.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicUrl: string | null): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return true;
  try {
    const page = new URL(origin);
    return page.host === host || (publicUrl !== null && page.origin === new URL(publicUrl).origin);
  } catch {
    return false;
  }
}
