import fastify, { type FastifySchema } from 'fastify';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { App } from '../../../server/http/app.ts';
import { BY_ZOD, loadSchemas } from '../../../server/http/by-zod.ts';
import { inFull, later, loader, schemaOf } from '../../../server/http/later.ts';

const SCHEMAS = {
  wanted: z.strictObject({ name: z.string().min(1) }),
  answer: z.strictObject({ said: z.string() }),
};

/** A module of schemas that counts how often it is loaded, and fails the first times. */
function moduleOf(failures = 0) {
  const calls = { loads: 0 };
  const load = async (): Promise<typeof SCHEMAS> => {
    calls.loads += 1;
    if (calls.loads <= failures) throw new Error('the file is gone');
    return SCHEMAS;
  };
  return { calls, load };
}

async function appOf(load: () => Promise<typeof SCHEMAS>) {
  const { wanted, answer } = later(load);
  const app = fastify({ schemaController: BY_ZOD }) as unknown as App;
  loadSchemas(app);
  app.post('/say', { schema: { body: wanted, response: { 200: answer } } }, async ({ body }) => ({
    said: body.name,
    more: 'not described',
  }));
  await app.ready();
  return app;
}
const say = (app: App, body: object) => app.inject({ method: 'POST', url: '/say', body });

describe('schemas that are loaded with the first request that needs them', () => {
  it('H26: they are loaded once, before the first request is checked', async () => {
    const { calls, load } = moduleOf();
    const app = await appOf(load);
    expect(calls.loads).toBe(0);
    const refused = await Promise.all([say(app, { name: '' }), say(app, { name: 5 })]);
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([400, 400]);
    expect(calls.loads).toBe(1);
  });

  it('H26: an answer is checked against what describes it', async () => {
    const app = await appOf(moduleOf().load);
    const answer = await say(app, { name: 'Hear' });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('not described');
  });

  it('H26: a module that could not be loaded is asked for again by the next request', async () => {
    const { calls, load } = moduleOf(1);
    const app = await appOf(load);
    const first = await say(app, { name: '' });
    const second = await say(app, { name: '' });
    expect([first.statusCode, second.statusCode, calls.loads]).toEqual([500, 400, 2]);
  });

  it('H26: a description names the schemas themselves once they are loaded', async () => {
    const { wanted, answer } = later(moduleOf().load);
    const summary = 'Say something';
    const described = { description: 'Said', content: { 'application/json': { schema: answer } } };
    const schema: FastifySchema = { summary, body: wanted, response: { 200: described, 204: z.null() } };
    expect(() => schemaOf(wanted)).toThrow('wanted');
    await loader(schema)?.();
    const { body, response } = inFull(schema) as {
      body: unknown;
      response: Record<string, typeof described>;
    };
    expect(body).toBe(SCHEMAS.wanted);
    expect(response[200]?.content['application/json'].schema).toBe(SCHEMAS.answer);
    expect(inFull(schema)).toMatchObject({ summary });
    expect(loader({ body: SCHEMAS.wanted })).toBeNull();
  });
});
