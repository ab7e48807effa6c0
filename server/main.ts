import './heap.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp, type Running } from './app.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { troubleOf } from './ports/store-failure.ts';
import { programVersion } from './version.ts';
import { WAITING_CONNECTIONS } from './ws/door-limits.ts';

/** Longest time a stop may take, in milliseconds; orchestrators commonly kill after ten seconds. */
const STOP_TIME = 8_000;

/** The longest interval that a timer knows, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** One line on stderr, and out. */
function stop(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** The built client: beside the built server, or in dist/ when the sources run directly. */
const clientFolder = (): string => {
  const beside = join(import.meta.dirname, '../client');
  return existsSync(join(beside, 'assets')) ? beside : join(import.meta.dirname, '../dist/client');
};

/** The server's own timers let the process end; starting and stopping must not, before they are done. */
setInterval(() => undefined, LONGEST_TIMER);

const config = readConfig(process.env);
if (!config.ok) stop(config.error);
const { host, port, publicUrl, logLevel } = config.value;
// Somebody at a terminal looks for the address, not for a line a request.
const logger = createLog(
  logLevel ?? (process.stderr.isTTY ? 'warn' : 'info'),
  pino.destination({ dest: 2, sync: true }),
);

/** What nobody caught ends the process: its state is unknown, and everything shown is on the disk. */
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error: unknown) => {
    logger.fatal({ err: error }, 'a bug ends the server');
    process.exit(1);
  });

let running: Running | null = null;
let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    if (stopping || running === null) process.exit(running === null ? 0 : 1);
    stopping = true;
    const since = performance.now();
    logger.info({ signal }, 'stopping');
    setTimeout(() => stop(`stopping took longer than ${STOP_TIME} ms`), STOP_TIME).unref();
    running.close().then(
      () => {
        logger.info({ ms: Math.round(performance.now() - since) }, 'stopped');
        process.exit(0);
      },
      (error: unknown) => stop(`stopping failed: ${String(error)}`),
    );
  });

running = await createApp({
  config: config.value,
  logger,
  clientFolder: clientFolder(),
}).catch((error: unknown) => stop(startProblem(error)));

/** Names the variable behind a start that failed; a bug shows whole. */
function startProblem(error: unknown): string {
  const { message, code, stack } = error as NodeJS.ErrnoException;
  if (message.includes('DATA_DIR')) return message;
  if (troubleOf(error) !== null) return `DATA_DIR: ${message}`;
  if (code !== undefined && /^E[A-Z]+$/.test(code)) return `DATA_DIR: ${message}`;
  return stack ?? message;
}

try {
  await running.http.listen({ host, port, backlog: WAITING_CONNECTIONS });
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  await running.close();
  stop(code === 'EADDRINUSE' ? `PORT: ${port} on ${host} is in use` : `HOST: ${message}`);
}

const address = running.http.server.address();
const actualPort = typeof address === 'object' && address !== null ? address.port : port;
const here = publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`;
const ownerLine =
  running.ownerToken === null ? '' : `Enter as owner, once, at ${here}/enter#token=${running.ownerToken}\n`;
const about = { version: programVersion(), node: process.version, port: actualPort };
logger.info({ ...about, demo: config.value.demo, mail: config.value.mail !== null }, 'started');
process.stdout.write(`${ownerLine}Sounding Board is ready at ${here}\n`);
