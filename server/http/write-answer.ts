import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Steps } from '../../shared/model/steps.ts';
import { inSteps } from '../steps/in-steps.ts';
import { schemaOf } from './later.ts';

/** Values in a list from which on it is checked and written in steps: a millisecond. A comment has some forty. */
const LONG = 2_000;

/** Values of one step, as far as the rows of a list can be parted. */
const AT_ONCE = 1_000;

/**
 * H24: JSON with a long list is checked against the schema of its answer and written in steps. 2,000 comments would hold
 * everybody for 50 ms. What does not fit the schema is left to the ordinary way, which says so.
 */
export async function writeLongAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: unknown,
): Promise<unknown> {
  const schemas = request.routeOptions.schema?.response as Readonly<Record<number, unknown>> | undefined;
  const schema = schemaOf(schemas?.[reply.statusCode]);
  if (!(schema instanceof z.core.$ZodType)) return answer;
  const parts = split(schema, answer);
  if (parts === null) return answer;
  const json = await inSteps(writeSteps(schema, parts));
  if (json === null) return answer;
  reply.serializer((written: unknown) => written as string);
  return json;
}

/** A value with empty lists where long ones stood, and these, by the name of the member. */
interface Parts {
  readonly hollow: unknown;
  readonly filled: ReadonlyMap<string, Filling>;
}

/** What belongs at a member of an object: a long list with the schema of it, or an object that has some further inside. */
type Filling = { readonly list: z.core.$ZodArray; readonly items: readonly unknown[] } | Parts;

/** Null: nothing in it is long, or it cannot be taken apart without changing what its schema says of it. */
function split(schema: z.core.$ZodType, value: unknown): Parts | null {
  const shape = shapeOf(schema);
  if (shape === null || typeof value !== 'object' || value === null) return null;
  const filled = new Map<string, Filling>();
  const hollow: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const of = shape[name];
    const filling = of === undefined ? null : fillingOf(of, member);
    if (filling !== null) filled.set(name, filling);
    hollow[name] = filling === null ? member : 'list' in filling ? [] : filling.hollow;
  }
  return filled.size === 0 ? null : { hollow, filled };
}

function fillingOf(schema: z.core.$ZodType, value: unknown): Filling | null {
  if (!Array.isArray(value)) return split(schema, value);
  const list = bare(schema);
  const isPlain = list instanceof z.core.$ZodArray && !list._zod.def.checks?.length;
  return isPlain && weigh(value, LONG) >= LONG ? { list, items: value } : null;
}

/** How many values there are in one, counted up to `most`. */
function weigh(value: unknown, most: number): number {
  if (typeof value !== 'object' || value === null) return 1;
  let weight = 1;
  for (const member of Array.isArray(value) ? value : Object.values(value)) {
    if (weight >= most) break;
    weight += weigh(member, most - weight);
  }
  return weight;
}

/** Members of an object that its schema judges one by one; null for any other schema. */
function shapeOf(schema: z.core.$ZodType): Readonly<Record<string, z.core.$ZodType>> | null {
  const object = bare(schema);
  return object instanceof z.core.$ZodObject && !object._zod.def.checks?.length
    ? object._zod.def.shape
    : null;
}

/** A schema without what lets null, absence or no writing through: none of these changes a value that is there. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  const wraps =
    schema instanceof z.core.$ZodNullable ||
    schema instanceof z.core.$ZodOptional ||
    schema instanceof z.core.$ZodReadonly;
  return wraps && !schema._zod.def.checks?.length ? bare(schema._zod.def.innerType) : schema;
}

/** The same JSON as of the whole value; null where some of it does not fit its schema. */
function* writeSteps(schema: z.core.$ZodType, { hollow, filled }: Parts): Steps<string | null> {
  const checked = z.safeEncode(schema, hollow);
  return checked.success ? yield* writeObject(checked.data, filled) : null;
}

function* writeObject(object: unknown, filled: ReadonlyMap<string, Filling>): Steps<string | null> {
  const members: string[] = [];
  for (const [name, member] of Object.entries(object as object)) {
    const filling = filled.get(name);
    const json =
      filling === undefined
        ? JSON.stringify(member)
        : 'list' in filling
          ? yield* writeList(filling.list, filling.items)
          : yield* writeObject(member, filling.filled);
    if (json === null) return null;
    // What JSON has no word for is left out, as always.
    if (json !== undefined) members.push(`${JSON.stringify(name)}:${json}`);
    yield;
  }
  return `{${members.join(',')}}`;
}

function* writeList(list: z.core.$ZodArray, items: readonly unknown[]): Steps<string | null> {
  const written: string[] = [];
  let together: unknown[] = [];
  let weight = 0;
  const write = (): boolean => {
    const checked = z.safeEncode(list, together);
    if (checked.success && together.length > 0) written.push(JSON.stringify(checked.data).slice(1, -1));
    together = [];
    weight = 0;
    return checked.success;
  };
  const { element } = list._zod.def;
  for (const item of items) {
    const own = weigh(item, AT_ONCE);
    const parts = own < AT_ONCE ? null : split(element, item);
    if (parts !== null || weight + own > AT_ONCE) {
      if (!write()) return null;
      yield;
    }
    if (parts === null) {
      together.push(item);
      weight += own;
    } else {
      const json = yield* writeSteps(element, parts);
      if (json === null) return null;
      written.push(json);
    }
  }
  return write() ? `[${written.join(',')}]` : null;
}
