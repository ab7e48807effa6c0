import type { FastifyBaseLogger } from 'fastify';
import type { DocumentEvent } from '../shared/model/event.ts';
import { SCHEMA_VERSION } from '../shared/text/marker.ts';
import { adminTokenTest } from './admin-token.ts';
import { createLocalBus } from './bus/local.ts';
import { systemClock } from './clock.ts';
import { watchWindows } from './commands/close-window.ts';
import { finishAcceptances } from './commands/finish-acceptance.ts';
import { createGatekeeper } from './commands/gatekeeper.ts';
import { ensureOwner } from './commands/owner.ts';
import type { Config } from './config.ts';
import { createComparisons } from './files/comparisons.ts';
import { createFiles } from './files/files.ts';
import { addressOf, peerKey } from './http/address.ts';
import type { App, HttpContext } from './http/app.ts';
import { createInputRate } from './http/input-rate.ts';
import { requestIdOf } from './http/request-id.ts';
import { createHttpServer } from './http/server.ts';
import { journalOf } from './log.ts';
import { openPostOffice } from './mail/post-office.ts';
import type { SmtpOptions } from './mail/smtp.ts';
import { createMetrics } from './metrics/prometheus.ts';
import { openFiles } from './open-files.ts';
import type { Clock } from './ports/clock.ts';
import { createCounters } from './ports/counters.ts';
import type { MailPort } from './ports/mail.ts';
import type { WorkingTexts } from './ports/working-texts.ts';
import { createPositionBooks } from './queries/position-books.ts';
import { createRegisterCopies } from './queries/register-copies.ts';
import { createAuthorship } from './room/authorship.ts';
import { createRooms } from './room/rooms.ts';
import { systemTimers } from './room/timers.ts';
import { secrets } from './secrets.ts';
import { MIGRATIONS } from './store/sqlite/migrations.ts';
import { databaseSize } from './store/sqlite/size.ts';
import { openSqliteStore } from './store/sqlite/store.ts';
import { watchAccess } from './store/watch-access.ts';
import { watchCheckpoints } from './store/watch-checkpoints.ts';
import { programVersion } from './version.ts';
import { acceptInTurns } from './ws/accept-in-turns.ts';
import { attachSockets } from './ws/attach.ts';
import { doorLimits, mostConnections } from './ws/door-limits.ts';
import { limitLines } from './ws/limit-lines.ts';

/** The running whole. */
export interface Running {
  readonly http: App;
  /** Token of the one-time owner link, while nobody has entered by one and the server shows no demonstration. */
  readonly ownerToken: string | null;
  /** Ends everything in order: what is on its way becomes durable, connections close, the database is shut. */
  close(): Promise<void>;
}

export interface AppOptions {
  readonly config: Config;
  readonly logger: FastifyBaseLogger;
  readonly clientFolder: string | null;
  /** The machine's clock unless a test turns its own. */
  readonly clock?: Clock;
}

/** Loaded only where mail is sent: its package takes memory that most servers need for readers. */
async function smtpMail(options: SmtpOptions): Promise<MailPort> {
  const { createSmtpMail } = await import('./mail/smtp.ts');
  return createSmtpMail(options);
}

/** The composition root: every adapter is chosen here and nowhere else. */
export async function createApp({
  config,
  logger,
  clientFolder,
  clock = systemClock,
}: AppOptions): Promise<Running> {
  const journal = journalOf(logger);
  const report = journal.error;
  const counters = createCounters();
  const { store, access } = watchAccess(
    openSqliteStore(config.dataDir, clock.now(), {}, watchCheckpoints(counters, report)),
  );
  const bus = createLocalBus(report);
  const rooms = createRooms({
    log: store.textLog,
    clock,
    newId: secrets.newId,
    report,
    note: journal.debug,
    bus,
    counters,
  });
  const authorship = createAuthorship(store.textLog);
  const isAdminToken = adminTokenTest(config.adminToken);
  const base = {
    store,
    access,
    bus,
    clock,
    secrets,
    workingTexts: rooms,
    files: createFiles(secrets.newId),
    comparisons: createComparisons(),
    isAdminToken,
  };
  const gatekeeper = createGatekeeper(base);
  const stopReauthorising = bus.subscribe((event) => reauthorise(rooms, event));
  await finishAcceptances(base, (error) => report('an acceptance could not be finished', error));
  const stopWatching = await watchWindows(base, journal);
  const needsOwner = !config.demo || config.adminToken !== null;
  const ownerToken = needsOwner ? await ensureOwner(base, !config.demo) : null;
  const positions = createPositionBooks(base);
  // Loaded only where it is shown.
  const demo = config.demo
    ? await (await import('./demo/seed.ts')).ensureDemo({ ...base, authorship, positions })
    : null;
  const context: HttpContext = {
    ...base,
    gatekeeper,
    demo,
    authorship,
    registers: createRegisterCopies(store),
    positions,
    publicUrl: config.publicUrl,
    inputRate: createInputRate(clock),
    mailOrigin: config.mail === null ? null : config.publicUrl,
  };
  const isMetricsToken = adminTokenTest(config.metricsToken);
  const metering = {
    metrics: createMetrics({
      counters,
      pressure: rooms.pressure,
      storage: () => databaseSize(config.dataDir),
      databaseSchema: MIGRATIONS.length,
      textSchema: SCHEMA_VERSION,
      version: programVersion(),
    }),
    isToken: (token: string) => isMetricsToken(token) || isAdminToken(token),
  };
  const http = await createHttpServer(context, { logger, clientFolder, metering });
  const limits = doorLimits(openFiles(), config.connectionsPerAddress);
  http.server.maxConnections = mostConnections(openFiles());
  acceptInTurns(http.server, limits.slice, systemTimers);
  limitLines(http.server, limits.linesPerAddress, peerKey);
  const sockets = attachSockets(http.server, {
    rooms,
    gatekeeper,
    bus,
    publicOrigin: config.publicUrl,
    report,
    limits,
    addressOf,
    signOuts: { access, hash: secrets.hash, clock, endsAt: gatekeeper.endsAt },
    counters,
    journal,
    requestId: requestIdOf,
  });
  const { mail: smtp, publicUrl: origin } = config;
  const postOffice =
    smtp === null || origin === null
      ? null
      : openPostOffice({ ...context, origin, mail: await smtpMail(smtp), journal });
  return {
    http,
    ownerToken,
    async close() {
      const httpClosed = http.close();
      await rooms.close();
      await sockets.close();
      await httpClosed;
      await postOffice?.stop();
      stopWatching();
      stopReauthorising();
      await store.close();
    },
  };
}

/** After a change of access or phase the affected connections come back and are judged anew (rule P9). */
function reauthorise(rooms: WorkingTexts, event: DocumentEvent): void {
  if (event.kind === 'phase-changed' && event.only === 'closesAt') rooms.outdate(event.documentId);
  else if (event.kind === 'phase-changed') rooms.reauthorise(event.documentId);
  else if (event.kind === 'document-changed' && event.audience) rooms.reauthorise(event.documentId);
  else if (event.kind === 'members-changed') rooms.reauthorise(event.documentId, event.participantId);
}
