import swagger from '@fastify/swagger';
import fastify from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { App, HttpContext } from './app.ts';
import { BY_ZOD } from './by-zod.ts';
import { inFull, loader } from './later.ts';
import { apiRoutes } from './routes.ts';

/** The OpenAPI description, made from the schemas that validate, as JSON. Its routes are never called. */
export async function apiDescription(): Promise<string> {
  const app = fastify({ schemaController: BY_ZOD }) as unknown as App;
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Sounding Board',
        version: '1',
        description: 'Errors are application/problem+json with a stable code.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'sb_session' },
          bearer: { type: 'http', scheme: 'bearer' },
        },
      },
      security: [{ session: [] }, { bearer: [] }, {}],
    },
    transform: ({ schema, ...route }) => jsonSchemaTransform({ ...route, schema: schema && inFull(schema) }),
  });
  const loading: Promise<void>[] = [];
  app.addHook('onRoute', ({ schema = {} }) => void loading.push(loader(schema)?.() ?? Promise.resolve()));
  await app.register((api) => apiRoutes(api as unknown as App, {} as HttpContext));
  await Promise.all(loading);
  await app.ready();
  const description = JSON.stringify(app.swagger());
  await app.close();
  return description;
}
