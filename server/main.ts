import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';

const app = fastify({ logger: false });
await app.register(fastifyStatic, { root: join(import.meta.dirname, '../client') });
app.get('/healthz', () => ({ ready: true }));
await app.listen({ port: Number(process.env.PORT ?? 8080), host: process.env.HOST ?? '127.0.0.1' });
