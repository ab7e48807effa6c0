import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from './app.ts';

/** Where the build lays the description, among the files of the client (scripts/build.mjs). */
const FILE = 'api/openapi.json';

/**
 * Serves `/api/openapi.json`. Making it takes half a second of the main thread and some 30 MB, so the build makes it once
 * and it is sent as a file, like the client's; where nothing was built it is made when it is first asked for.
 */
export function describeApi(app: App, clientFolder: string | null): void {
  if (clientFolder !== null && existsSync(join(clientFolder, FILE))) return;
  let made: Promise<string> | null = null;
  app.get('/api/openapi.json', async (_request, reply) => {
    made ??= import('./describe.ts').then(({ apiDescription }) => apiDescription());
    return reply.type('application/json; charset=utf-8').send(await made);
  });
}
