import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import { problem } from '../../shared/model/problem.ts';
import type { App } from './app.ts';
import { sendProblem } from './problems.ts';

/** Files under assets/ carry a hash of their content in their name: a browser may keep them for ever. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

/**
 * Serves the built client; every page address that is no file answers index.html, and the client routes it.
 * Files that lie there compressed as well (`.br`, `.gz`) are sent so.
 */
export async function clientFiles(app: App, folder: string | null): Promise<void> {
  const there = folder !== null && existsSync(join(folder, 'index.html'));
  if (there)
    await app.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (response, path) => {
        const immutable = path.includes(`${sep}assets${sep}`);
        response.header('cache-control', immutable ? IMMUTABLE : 'no-cache');
      },
    });
  app.setNotFoundHandler((request, reply) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const isPage = request.method === 'GET' || request.method === 'HEAD';
    const isFile = /\.[a-z0-9]+$/i.test(pathname);
    if (there && isPage && !isFile && !/^\/(api|sync|events)(\/|$)/.test(pathname))
      return reply.sendFile('index.html');
    return sendProblem(reply, problem('not-found', `there is nothing at ${request.method} ${pathname}`));
  });
}
