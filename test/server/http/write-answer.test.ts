import fastify, { type FastifyInstance } from 'fastify';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { App } from '../../../server/http/app.ts';
import { BY_ZOD, loadSchemas } from '../../../server/http/by-zod.ts';
import { later } from '../../../server/http/later.ts';
import { writeLongAnswer } from '../../../server/http/write-answer.ts';

const row = z.strictObject({ id: z.string(), place: z.int().nullable(), note: z.string().exactOptional() });
const rows = (count: number) =>
  Array.from({ length: count }, (_, k) => ({
    ...(k % 3 === 0 ? { note: `“${k}”\u2028\ud83d\ude00` } : {}),
    place: k % 2 === 0 ? k : null,
    id: `row-${k}`,
  }));
const list = z.array(row).readonly();

const answering = (schema: z.ZodType, answer: unknown, inSteps: boolean): FastifyInstance => {
  const app = fastify({ schemaController: BY_ZOD });
  loadSchemas(app as unknown as App);
  if (inSteps) app.addHook('preSerialization', writeLongAnswer);
  app.get('/', { schema: { response: { 200: schema } } }, async () => answer);
  return app;
};

const answered = async (schema: z.ZodType, answer: unknown, inSteps: boolean) => {
  const app = answering(schema, answer, inSteps);
  const { statusCode, headers, payload } = await app.inject('/');
  await app.close();
  return { statusCode, type: headers['content-type'], length: headers['content-length'], payload };
};

const CASES: Readonly<Record<string, readonly [z.ZodType, unknown]>> = {
  'a long list among others': [
    z.strictObject({ head: z.int(), rows: list, few: list }),
    { few: rows(3), rows: rows(1_000), head: 7 },
  ],
  'members in the order of the schema, not of the answer': [
    z.object({ one: z.string(), rows: list, other: z.string() }),
    { other: 'b', rows: rows(820), one: 'a' },
  ],
  'members that the schema does not name': [
    z.object({ rows: list }),
    { rows: rows(820), secret: 'not for the answer' },
  ],
  'members that a loose schema lets through': [
    z.looseObject({ rows: list }),
    { more: { rows: rows(820) }, rows: rows(820) },
  ],
  'lists further inside, null and absent': [
    z.strictObject({
      open: z.strictObject({ rows: list, counts: z.record(z.string(), z.int()) }).nullable(),
      none: z.strictObject({ rows: list }).nullable(),
      absent: z.strictObject({ rows: list }).exactOptional(),
    }),
    { open: { counts: { a: 1 }, rows: rows(900) }, none: null },
  ],
  'lists of numbers, and of lists': [
    z.strictObject({ numbers: z.array(z.int()), pairs: z.array(z.tuple([z.enum(['+', '-']), z.string()])) }),
    {
      numbers: Array.from({ length: 4_321 }, (_, k) => k),
      pairs: Array.from({ length: 1_001 }, (_, k) => ['+', `${k}`]),
    },
  ],
  'long lists in the members of a short one': [
    z.strictObject({ sections: z.array(z.strictObject({ title: z.string(), rows: list }).nullable()) }),
    {
      sections: [
        null,
        { title: 'one', rows: rows(900) },
        { rows: rows(2), title: 'two' },
        { rows: [], title: 'three' },
      ],
    },
  ],
  'nothing long': [z.strictObject({ rows: list }), { rows: rows(99) }],
  'a list whose length is limited': [
    z.strictObject({ rows: z.array(row).min(900).max(1_000) }),
    { rows: rows(950) },
  ],
  'an object that is judged as a whole': [
    z.strictObject({ rows: list }).refine((whole) => whole.rows.length > 800),
    { rows: rows(850) },
  ],
};

/** What fits no schema is a bug, and nothing of it is answered. */
const BUGS: typeof CASES = {
  'a row of another shape': [z.strictObject({ rows: list }), { rows: [...rows(850), { id: 1 }] }],
  'a member too many': [z.strictObject({ rows: list }), { rows: rows(850), secret: 'not for the answer' }],
  'a member too few': [z.strictObject({ rows: list, head: z.int() }), { rows: rows(850) }],
  'a list that is too long': [z.strictObject({ rows: z.array(row).max(849) }), { rows: rows(850) }],
};

describe('long answers', () => {
  for (const [name, [schema, answer]] of Object.entries(CASES))
    it(`H24: are the same letter for letter in steps: ${name}`, async () => {
      const whole = await answered(schema, answer, false);
      expect(whole.statusCode).toBe(200);
      expect(await answered(schema, answer, true)).toEqual(whole);
    });

  for (const [name, [schema, answer]] of Object.entries(BUGS))
    it(`H24: are refused in steps as they are in one: ${name}`, async () => {
      const whole = await answered(schema, answer, false);
      expect(whole.statusCode).toBe(500);
      expect(await answered(schema, answer, true)).toEqual(whole);
    });

  it.each([
    ['at once', <Schema extends z.ZodType>(schema: Schema) => schema],
    [
      'with the first request',
      <Schema extends z.ZodType>(schema: Schema) => later(async () => ({ schema })).schema,
    ],
  ])(
    'H24: let others have their turn while they are written, by a schema that is loaded %s',
    async (_, of) => {
      let turns = 0;
      let working = true;
      const others = (): void => {
        turns += 1;
        if (working) setImmediate(others);
      };
      const seen = new Set<number>();
      const slow = z.custom<number>((value) => {
        seen.add(turns);
        if ((value as number) % 1_000 === 0)
          for (const until = performance.now() + 9; performance.now() < until; );
        return true;
      });
      setImmediate(others);
      const numbers = Array.from({ length: 6_000 }, (_, k) => k);
      const { payload } = await answered(of(z.strictObject({ numbers: z.array(slow) })), { numbers }, true);
      working = false;
      expect(JSON.parse(payload)).toEqual({ numbers });
      expect(seen.size).toBe(6);
    },
  );
});
