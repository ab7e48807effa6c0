import type { FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';

/**
 * Requests are checked and answers are written by zod. Said when Fastify is made and not set afterwards: it does not load
 * its own compilers then, which take a megabyte and are not in the bundle (scripts/left-out.mjs).
 */
export const BY_ZOD = {
  compilersFactory: { buildValidator: () => validatorCompiler, buildSerializer: () => serializerCompiler },
} as unknown as NonNullable<FastifyServerOptions['schemaController']>;
