import type { FastifyServerOptions, RouteOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { App } from './app.ts';
import { loader, schemaOf } from './later.ts';

type Checks = ReturnType<typeof validatorCompiler>;
type Writes = ReturnType<typeof serializerCompiler>;

/** Checks a part of a request. Made at its first use: its schema is loaded with the first request that needs it. */
export const checks = (route: Parameters<typeof validatorCompiler>[0]): Checks => {
  let made: Checks | null = null;
  return (data) => {
    made ??= validatorCompiler({ ...route, schema: schemaOf(route.schema) });
    return made(data);
  };
};

const writes = (route: Parameters<typeof serializerCompiler>[0]): Writes => {
  let made: Writes | null = null;
  return (data) => {
    made ??= serializerCompiler({ ...route, schema: schemaOf(route.schema) });
    return made(data);
  };
};

/**
 * Requests are checked and answers are written by zod. Said when Fastify is made and not set afterwards: it does not load
 * its own compilers then, which take a megabyte and are not in the bundle (scripts/left-out.mjs).
 */
export const BY_ZOD = {
  compilersFactory: { buildValidator: () => checks, buildSerializer: () => writes },
} as unknown as NonNullable<FastifyServerOptions['schemaController']>;

/** From now on a route's schemas are loaded before its first request is checked. */
export function loadSchemas(app: App): void {
  app.addHook('onRoute', (route: RouteOptions) => {
    const load = loader(route.schema ?? {});
    if (load === null) return;
    const before = route.preValidation ?? [];
    route.preValidation = [async () => await load(), ...(Array.isArray(before) ? before : [before])];
  });
}
