import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Level } from 'pino';
import { createApp, type Running } from '../../server/app.ts';
import type { Config } from '../../server/config.ts';
import { createLog } from '../../server/log.ts';
import { ADMIN } from './harness.ts';

/** The whole server on its embedded database in a folder of its own, listening on a free port. */
export interface WholeServer {
  readonly running: Running;
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly folder: string;
  /** Lines of the log so far. */
  readonly logged: string[];
  stop(): Promise<void>;
}

export async function startWholeServer(
  given: Partial<Config> & { readonly level?: Level } = {},
): Promise<WholeServer> {
  const folder = mkdtempSync(join(tmpdir(), 'sounding-board-'));
  const { level = 'trace', ...rest } = given;
  const config: Config = {
    ...{ port: 0, host: '127.0.0.1', dataDir: folder, publicUrl: null, adminToken: ADMIN },
    ...{ metricsToken: null, demo: false, logLevel: level, mail: null, connectionsPerAddress: 100 },
    ...rest,
  };
  const logged: string[] = [];
  const logger = createLog(level, { write: (line: string) => void logged.push(line) });
  const running = await createApp({ config, logger, clientFolder: null });
  const origin = await running.http.listen({ port: 0, host: '127.0.0.1' });
  return {
    running,
    origin,
    folder,
    logged,
    async stop() {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
