import { problem } from '../../shared/model/problem.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { App } from './app.ts';
import { credentialsOf } from './credentials.ts';
import { isOwnMachine } from './forwarded.ts';
import { sendProblem } from './problems.ts';

/** Metrics, and who may read them besides a program on this machine. */
export interface Metering {
  readonly metrics: Metrics;
  /** Compares with METRICS_TOKEN and ADMIN_TOKEN in constant time. */
  readonly isToken: (token: string) => boolean;
}

/** Requests that no route takes; their addresses are anybody's words and stand in no label. */
const NO_ROUTE = 'none';

/** Counts every answered request. */
export function meterRequests(app: App, { metrics }: Metering): void {
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    const seconds = reply.elapsedTime / 1_000;
    metrics.countRequest({ method, route: routeOptions.url ?? NO_ROUTE, status: reply.statusCode, seconds });
  });
}

/**
 * W3: `GET /metrics`. Whoever has no right to it and shows no token is told what an unknown address tells; a wrong
 * token is answered 401, so that a mistyped one is found.
 */
export function metricsRoute(app: App, { metrics, isToken }: Metering): void {
  app.get('/metrics', async (request, reply) => {
    const { bearer } = credentialsOf(request.headers);
    const welcome =
      bearer === null ? isOwnMachine(request.socket.remoteAddress, request.headers) : isToken(bearer);
    if (welcome) {
      const text = await metrics.text();
      return reply.header('cache-control', 'no-store').type(metrics.contentType).send(text);
    }
    return sendProblem(
      reply,
      bearer === null
        ? problem('not-found', 'there is nothing at GET /metrics')
        : problem('unknown-token', 'this token does not open the metrics'),
    );
  });
}
