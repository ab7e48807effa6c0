import type { IncomingHttpHeaders } from 'node:http';
import fastifyCookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { JSON_BODY_BYTES } from '../../shared/api/limits.ts';
import { problem } from '../../shared/model/problem.ts';
import { troubleOf } from '../ports/store-failure.ts';
import { TRUSTED_PROXIES } from './address.ts';
import { addressKey } from './address-key.ts';
import type { App, HttpContext } from './app.ts';
import { BY_ZOD, loadSchemas } from './by-zod.ts';
import { clientFiles } from './client-files.ts';
import { compressAnswer } from './compress.ts';
import { credentialsOf } from './credentials.ts';
import { healthAnswer } from './health-answer.ts';
import { type Metering, meterRequests, metricsRoute } from './metering.ts';
import { describeApi } from './openapi.ts';
import { isForeignOrigin } from './origin.ts';
import { problemOf, Refused, retryAfter, sendProblem } from './problems.ts';
import { requestIdOf } from './request-id.ts';
import { logRequests } from './request-log.ts';
import { apiRoutes } from './routes.ts';
import { securityHeaders } from './security-headers.ts';
import { SteadyRates } from './steady-rates.ts';
import { type HttpTimes, timesFor } from './times.ts';
import { writeLongAnswer } from './write-answer.ts';

/** Requests of one account in a minute. A busy client makes about 60. */
const REQUESTS_A_MINUTE = 1_200;

/** Those of one address without an account: hundreds may read along behind it, and each page asks ten times or so. */
const STRANGERS_A_MINUTE = 12_000;

export interface HttpOptions {
  readonly logger: FastifyBaseLogger;
  /** Folder of the built client; null serves the API alone. */
  readonly clientFolder: string | null;
  /** Shorter ones for tests. */
  readonly times?: Partial<HttpTimes>;
  /** Metrics to keep and to show; absent in tests that look at neither. */
  readonly metering?: Metering;
}

/** The HTTP server, ready to listen: API, description, client files, and the rules that hold for all of them. */
export async function createHttpServer(context: HttpContext, options: HttpOptions): Promise<App> {
  const app: App = fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIdOf,
    bodyLimit: JSON_BODY_BYTES,
    ...timesFor(options.times),
    trustProxy: TRUSTED_PROXIES,
    schemaController: BY_ZOD,
  });
  answerProblems(app);
  acceptEmptyJson(app);
  await app.register(helmet, securityHeaders(context.publicUrl));
  await app.register(fastifyCookie);
  logRequests(app);
  guardRequests(app, context);
  if (options.metering !== undefined) meterRequests(app, options.metering);
  await app.register(async (scope) => {
    const api = scope as unknown as App;
    await api.register(rateLimit, {
      max: ({ accounts }) => (accounts.length > 0 ? REQUESTS_A_MINUTE : STRANGERS_A_MINUTE),
      timeWindow: 60_000,
      store: SteadyRates,
      hook: 'preHandler',
      keyGenerator: (request) => request.accounts[0]?.id ?? addressKey(request.ip) ?? request.ip,
      errorResponseBuilder: (_request, { after }) =>
        new Refused(problem('too-many-requests', `too many requests: try again in ${after}`)),
    });
    loadSchemas(api);
    describeApi(api, options.clientFolder);
    await apiRoutes(api, context);
  });
  app.get('/healthz', { logLevel: 'silent' }, async () => healthAnswer(await context.store.health()));
  if (options.metering !== undefined) metricsRoute(app, options.metering);
  await clientFiles(app, options.clientFolder);
  return app;
}

/** A request that says JSON and sends nothing means no body: tools set the header on every request. */
function acceptEmptyJson(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null, undefined) : parse(request, String(body), done),
  );
}

/** Every refusal and failure is a problem; a bug is logged whole and answered without its inside. */
function answerProblems(app: App): void {
  app.setErrorHandler((error, request, reply) => {
    const expected = problemOf(error);
    const wait = retryAfter(error);
    if (wait !== null) reply.header('retry-after', wait);
    if (troubleOf(error) !== null) request.log.error({ err: error }, 'the store is in trouble');
    if (expected !== null) return sendProblem(reply, expected);
    request.log.error({ err: error }, 'unexpected error');
    return sendProblem(reply, problem('internal', `something broke here; it is logged as ${request.id}`));
  });
}

/** Before any route: who asks, and whether a page of another site sent it. */
function guardRequests(app: App, context: HttpContext): void {
  app.decorateRequest('credentials', null as never);
  app.decorateRequest('accounts', null as never);
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api/')) return;
    reply.header('cache-control', 'no-store');
    request.credentials = credentialsOf(request.headers);
    refuseForeign(context, request.method, request.headers, request.credentials.cookie !== null);
    const accounts = await context.gatekeeper.accountsOf(request.credentials);
    if (accounts === 'unknown-credentials')
      throw new Refused(problem('unknown-token', 'this token is not valid: it was replaced or cut short'));
    request.accounts = accounts;
  });
  app.addHook('preSerialization', writeLongAnswer);
  app.addHook('onSend', compressAnswer);
}

/**
 * A change made with a cookie must come from our own pages. Without Origin it comes from no page: such a tool holds
 * a token and can send it as a bearer token.
 */
function refuseForeign(
  { publicUrl }: HttpContext,
  method: string,
  headers: IncomingHttpHeaders,
  hasCookie: boolean,
): void {
  if (method === 'GET' || method === 'HEAD' || headers.authorization !== undefined) return;
  if (isForeignOrigin(headers, publicUrl))
    throw new Refused(problem('foreign-origin', 'this was sent from a page of another site'));
  if (hasCookie && headers.origin === undefined)
    throw new Refused(
      problem('foreign-origin', 'a change with a cookie needs an Origin header; tools send a bearer token'),
    );
}
