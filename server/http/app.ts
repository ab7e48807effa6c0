import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { CommandContext } from '../commands/context.ts';
import type { Demo } from '../ports/demo.ts';
import type { Credentials, Gatekeeper } from '../ports/gatekeeper.ts';
import type { Account } from '../ports/records.ts';
import type { QueryContext } from '../queries/context.ts';
import type { InputRate } from './input-rate.ts';

/** What the routes serve. */
export interface HttpContext extends CommandContext, QueryContext {
  readonly gatekeeper: Gatekeeper;
  /** Compares with the server's ADMIN_TOKEN in constant time. */
  readonly isAdminToken: (token: string) => boolean;
  /** The sample document of a demonstration server. */
  readonly demo: Demo | null;
  /** Origin under which people reach the server, without a trailing slash; null when it was not configured. */
  readonly publicUrl: string | null;
  /** Origin for links in mails; null where this server sends no mail. */
  readonly mailOrigin: string | null;
  readonly inputRate: InputRate;
}

export type App = FastifyInstance<
  Server,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

declare module 'fastify' {
  interface FastifyRequest {
    /** What the request carries, before anybody asks whose it is. */
    credentials: Credentials;
    /** The accounts behind it, newest first; none for somebody who is not signed in. */
    accounts: readonly Account[];
  }
}

/** Origin for links in answers: the configured one, or the one this request came to. */
export const originOf = (context: HttpContext, request: FastifyRequest): string =>
  context.publicUrl ?? `${request.protocol}://${request.host}`;
