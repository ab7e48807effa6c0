import fastifyCookie from '@fastify/cookie';
import { SESSION_COOKIE } from '../../shared/api/socket.ts';
import type { Credentials } from '../ports/gatekeeper.ts';

/** Reads session cookie and bearer token out of the headers of a request or an upgrade. */
export function credentialsOf(headers: {
  readonly cookie?: string | undefined;
  readonly authorization?: string | undefined;
}): Credentials {
  const cookie = fastifyCookie.parse(headers.cookie ?? '')[SESSION_COOKIE];
  const bearer = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  return { cookie: cookie ?? null, bearer: bearer ?? null };
}
