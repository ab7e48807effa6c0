import type { FastifyRequest } from 'fastify';
import type { App } from './app.ts';

/** Ids as this server makes them. What stands in an address may be anybody's words. */
const ID = /^[\w-]{22}$/;

/** W12: one line a request, under its id, which the answer carries too. Failures stand at `info`, all else at `debug`. */
export function logRequests(app: App): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const facts = {
      method,
      route: routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      documentId: documentOf(request),
      account: request.accounts?.[0]?.id ?? null,
    };
    if (reply.statusCode >= 500) request.log.info(facts, 'request failed');
    else request.log.debug(facts, 'request');
  });
}

function documentOf({ params, routeOptions }: FastifyRequest): string | null {
  const { id } = (params ?? {}) as { readonly id?: unknown };
  const isDocument = routeOptions.url?.startsWith('/api/documents/:id') === true;
  return isDocument && typeof id === 'string' && ID.test(id) ? id : null;
}
