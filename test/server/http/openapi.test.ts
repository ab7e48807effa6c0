import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHarness, type Harness, send } from '../harness.ts';

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: object }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: object }> }>;
}
interface Description {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Record<string, Record<string, Operation>>;
}

/** Every route of the contract. One that is added stands here and in the description. */
const ROUTES = [
  'DELETE /api/documents/{id}/feed/token',
  'DELETE /api/documents/{id}/members/{participant}',
  'DELETE /api/session',
  'GET /api/demo',
  'GET /api/documents',
  'GET /api/documents/{id}',
  'GET /api/documents/{id}/adoption',
  'GET /api/documents/{id}/audit',
  'GET /api/documents/{id}/comments',
  'GET /api/documents/{id}/comments/{comment}',
  'GET /api/documents/{id}/comparison',
  'GET /api/documents/{id}/declarations',
  'GET /api/documents/{id}/dispositions',
  'GET /api/documents/{id}/export/archive.json',
  'GET /api/documents/{id}/export/comparison.{format}',
  'GET /api/documents/{id}/export/dispositions.{format}',
  'GET /api/documents/{id}/export/record.docx',
  'GET /api/documents/{id}/export/rolling.{format}',
  'GET /api/documents/{id}/export/synthesis.{format}',
  'GET /api/documents/{id}/export/{file}',
  'GET /api/documents/{id}/feed',
  'GET /api/documents/{id}/feed.atom',
  'GET /api/documents/{id}/mail',
  'GET /api/documents/{id}/members',
  'GET /api/documents/{id}/positions',
  'GET /api/documents/{id}/positions/reading',
  'GET /api/documents/{id}/proposals',
  'GET /api/documents/{id}/proposals/{proposal}',
  'GET /api/documents/{id}/provenance/{paragraph}',
  'GET /api/documents/{id}/publication',
  'GET /api/documents/{id}/record',
  'GET /api/documents/{id}/register',
  'GET /api/documents/{id}/register/{noun}/{rowId}/history',
  'GET /api/documents/{id}/roadmap',
  'GET /api/documents/{id}/rolling',
  'GET /api/documents/{id}/seen',
  'GET /api/documents/{id}/silences',
  'GET /api/documents/{id}/synthesis',
  'GET /api/documents/{id}/text',
  'GET /api/documents/{id}/text/authorship',
  'GET /api/documents/{id}/versions',
  'GET /api/documents/{id}/versions/{version}',
  'GET /api/documents/{id}/waiting',
  'GET /api/mail/stop',
  'GET /api/notices',
  'GET /api/session',
  'PATCH /api/documents/{id}',
  'PATCH /api/documents/{id}/adoption',
  'PATCH /api/documents/{id}/answers/{answer}',
  'PATCH /api/documents/{id}/comments/{comment}',
  'PATCH /api/documents/{id}/delegations/{delegation}',
  'PATCH /api/documents/{id}/mail',
  'PATCH /api/documents/{id}/members/{participant}',
  'PATCH /api/documents/{id}/proposals/{proposal}',
  'POST /api/demo/enter',
  'POST /api/documents',
  'POST /api/documents/{id}/adoption',
  'POST /api/documents/{id}/answers/{answer}/withdrawal',
  'POST /api/documents/{id}/comments',
  'POST /api/documents/{id}/comments/{comment}/anchor',
  'POST /api/documents/{id}/comments/{comment}/answers',
  'POST /api/documents/{id}/comments/{comment}/items',
  'POST /api/documents/{id}/comments/{comment}/settlement',
  'POST /api/documents/{id}/comments/{comment}/submission',
  'POST /api/documents/{id}/comments/{comment}/withdrawal',
  'POST /api/documents/{id}/declarations',
  'POST /api/documents/{id}/declarations/{declaration}/joining',
  'POST /api/documents/{id}/declarations/{declaration}/leaving',
  'POST /api/documents/{id}/declarations/{declaration}/withdrawal',
  'POST /api/documents/{id}/delegations',
  'POST /api/documents/{id}/dispositions',
  'POST /api/documents/{id}/dispositions/{disposition}/contests',
  'POST /api/documents/{id}/dispositions/{disposition}/contests/answer',
  'POST /api/documents/{id}/dispositions/{disposition}/reaction',
  'POST /api/documents/{id}/feed/token',
  'POST /api/documents/{id}/groups',
  'POST /api/documents/{id}/import',
  'POST /api/documents/{id}/invitations',
  'POST /api/documents/{id}/links',
  'POST /api/documents/{id}/members/{participant}/invitation',
  'POST /api/documents/{id}/milestones',
  'POST /api/documents/{id}/milestones/{milestone}/opening',
  'POST /api/documents/{id}/milestones/{milestone}/withdrawal',
  'POST /api/documents/{id}/objections/{objection}/withdrawal',
  'POST /api/documents/{id}/phase',
  'POST /api/documents/{id}/positions',
  'POST /api/documents/{id}/proposals',
  'POST /api/documents/{id}/proposals/{proposal}/acceptance',
  'POST /api/documents/{id}/proposals/{proposal}/compromise',
  'POST /api/documents/{id}/proposals/{proposal}/compromise/answer',
  'POST /api/documents/{id}/proposals/{proposal}/sponsorships',
  'POST /api/documents/{id}/proposals/{proposal}/sponsorships/{delegation}',
  'POST /api/documents/{id}/proposals/{proposal}/submission',
  'POST /api/documents/{id}/proposals/{proposal}/withdrawal',
  'POST /api/documents/{id}/record/closing',
  'POST /api/documents/{id}/seen',
  'POST /api/documents/{id}/silences',
  'POST /api/documents/{id}/silences/{silence}/ending',
  'POST /api/documents/{id}/silences/{silence}/extension',
  'POST /api/documents/{id}/silences/{silence}/objections',
  'POST /api/documents/{id}/stances',
  'POST /api/documents/{id}/statements',
  'POST /api/documents/{id}/statements/{statement}/verification',
  'POST /api/documents/{id}/statements/{statement}/withdrawal',
  'POST /api/documents/{id}/statuses',
  'POST /api/documents/{id}/submissions',
  'POST /api/documents/{id}/versions',
  'POST /api/mail/confirmation',
  'POST /api/mail/stop',
  'POST /api/notices/read',
  'POST /api/session',
  'PUT /api/documents/{id}/alignments/{group}',
  'PUT /api/documents/{id}/declarations/{declaration}',
  'PUT /api/documents/{id}/delegations/{delegation}/head',
  'PUT /api/documents/{id}/groups/{group}',
  'PUT /api/documents/{id}/links/{link}',
  'PUT /api/documents/{id}/milestones/{milestone}',
  'PUT /api/documents/{id}/statements/{statement}',
];

describe('OpenAPI', () => {
  let harness: Harness;
  let description: Description;
  beforeAll(async () => {
    harness = await createHarness();
    description = (await send(harness, null, 'GET', '/api/openapi.json')).json();
  });
  afterAll(() => harness.close());

  const operations = () =>
    Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        name: `${method.toUpperCase()} ${path}`,
        path,
        operation,
      })),
    );

  it('H1: describes every route of the API and no other', () => {
    expect(description.openapi).toMatch(/^3\.1/);
    expect(
      operations()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(ROUTES);
    const served = harness.app.printRoutes({ commonPrefix: false });
    expect(served).toContain('/healthz');
  });

  it('H1: every operation says what it does, names its parameters and describes its errors', () => {
    for (const { name, path, operation } of operations()) {
      expect(operation.summary, name).toBeTruthy();
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const named = (operation.parameters ?? []).filter((p) => p.in === 'path').map((p) => p.name);
      expect(named.sort(), name).toEqual(wanted.sort());
      expect(Object.keys(operation.responses.default?.content ?? {}), name).toEqual([
        'application/problem+json',
      ]);
      expect(
        Object.keys(operation.responses).some((status) => status.startsWith('2')),
        name,
      ).toBe(true);
    }
  });

  it('H1: references inside the description lead somewhere', () => {
    const text = JSON.stringify(description);
    for (const [, pointer] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const target = (pointer as string)
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], description);
      expect(target, pointer).toBeDefined();
    }
  });

  it('H1: bodies are described by the schemas that validate them', () => {
    const body = description.paths['/api/documents']?.post?.requestBody?.content['application/json']?.schema;
    expect(body).toMatchObject({
      type: 'object',
      required: ['title'],
      additionalProperties: false,
      properties: { workingText: { enum: ['team', 'participants', 'public'] } },
    });
    const upload = description.paths['/api/documents/{id}/import']?.post?.requestBody?.content;
    expect(upload?.['multipart/form-data']?.schema).toMatchObject({
      properties: { file: { format: 'binary' } },
    });
  });
});
