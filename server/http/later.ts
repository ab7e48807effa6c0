import type { FastifySchema } from 'fastify';
import type { z } from 'zod';
import { giveWay } from '../steps/in-steps.ts';

/** A module of schemas that is loaded when a request first needs one of them. */
interface Shelf {
  readonly load: () => Promise<object>;
  loading: Promise<void> | null;
  schemas: Readonly<Record<string, unknown>> | null;
}

/** Stands for a schema in a route until it is loaded. Fastify leaves alone what is no plain object. */
class Later {
  readonly shelf: Shelf;
  readonly name: string;
  constructor(shelf: Shelf, name: string) {
    this.shelf = shelf;
    this.name = name;
  }
}

/**
 * The schemas of a module, for routes alone: `const { commentsAnswer } = later(() => import('…/comments.ts'))`. All schemas
 * together take 9 MB, and many a server needs few of them. They are loaded within a few milliseconds, before the request
 * is checked. Nothing else may be asked of them than to stand in the schema of a route.
 */
export function later<Schemas extends object>(load: () => Promise<Schemas>): Schemas {
  const shelf: Shelf = { load, loading: null, schemas: null };
  return new Proxy({} as Schemas, { get: (_, name) => new Later(shelf, String(name)) });
}

async function fill(shelf: Shelf): Promise<void> {
  // Asked for once more after a failure: the next request may find the file.
  shelf.loading ??= shelf.load().then(
    (schemas) => {
      shelf.schemas = schemas as Record<string, unknown>;
    },
    (error: unknown) => {
      shelf.loading = null;
      throw error;
    },
  );
  await shelf.loading;
}

/** The schema that stands there, loaded. */
export function schemaOf(given: unknown): z.ZodType {
  if (!(given instanceof Later)) return given as z.ZodType;
  const schema = given.shelf.schemas?.[given.name];
  if (schema === undefined) throw new Error(`the schema ${given.name} is not loaded, or there is none`);
  return schema as z.ZodType;
}

/** How an answer is described: by its schema, or by one for each type of content. */
type Answer = Later | { readonly content?: Readonly<Record<string, { readonly schema: unknown }>> };
const answersOf = ({ response = {} }: FastifySchema): [status: string, answer: Answer][] =>
  Object.entries(response as Record<string, Answer>);

/** Everything in a route's description that may be a schema. */
const partsOf = (schema: FastifySchema): unknown[] => [
  ...[schema.body, schema.querystring, schema.params, schema.headers],
  ...answersOf(schema).flatMap(([, answer]) =>
    answer instanceof Later ? [answer] : Object.values(answer.content ?? {}).map((content) => content.schema),
  ),
];

/** Loads what a route's schema names; null when there is nothing to load, now or ever. */
export function loader(schema: FastifySchema): (() => Promise<void>) | null {
  const shelves = new Set(partsOf(schema).flatMap((part) => (part instanceof Later ? [part.shelf] : [])));
  if (shelves.size === 0) return null;
  return async () => {
    for (const shelf of shelves) {
      if (shelf.schemas !== null) continue;
      await fill(shelf);
      // To make them took some milliseconds: the request itself comes after whoever waited meanwhile.
      await giveWay();
    }
  };
}

/** The same description of a route with the schemas themselves, once they are loaded. */
export function inFull(schema: FastifySchema): FastifySchema {
  const parts = (['body', 'querystring', 'params', 'headers'] as const).flatMap((key) =>
    schema[key] === undefined ? [] : [[key, schemaOf(schema[key])]],
  );
  const answers = answersOf(schema).map(([status, answer]) => {
    if (answer instanceof Later || answer.content === undefined) return [status, schemaOf(answer)];
    const contents = Object.entries(answer.content).map(([type, content]) => [
      type,
      { ...content, schema: schemaOf(content.schema) },
    ]);
    return [status, { ...answer, content: Object.fromEntries(contents) }];
  });
  const response = schema.response === undefined ? {} : { response: Object.fromEntries(answers) };
  return { ...schema, ...Object.fromEntries(parts), ...response };
}
