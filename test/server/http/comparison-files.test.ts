import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN, createHarness, type Harness, newDocument, newMember, send, write } from '../harness.ts';

describe('a comparison as a file', () => {
  let harness: Harness;
  let id: string;
  beforeAll(async () => {
    harness = await createHarness();
    id = await newDocument(harness);
    const drafter = await newMember(harness, id, 'drafter');
    await write(harness, id, drafter.id, 'We agree to close the gaps.');
    await send(harness, ADMIN, 'POST', `/api/documents/${id}/versions`, {
      stage: 'zero',
      name: 'Zero draft',
    });
    await write(harness, id, drafter.id, 'We further agree to act firmly.');
  });
  afterAll(() => harness.close());

  const file = (format: string, query = 'from=latest&to=working') =>
    send(harness, ADMIN, 'GET', `/api/documents/${id}/export/comparison.${format}?${query}`);

  it('C13: a .docx holds tracked changes under the name of the delegation that wrote them', async () => {
    const answer = await file('docx');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[a-z0-9-]+\.docx"$/);
    const xml = strFromU8(unzipSync(new Uint8Array(answer.rawPayload))['word/document.xml'] as Uint8Array);
    expect(xml).toMatch(/<w:ins [^>]*w:author="Delegation of drafter"/);
  });

  it.each([
    ['html', 'text/html; charset=utf-8', '<ins>'],
    ['txt', 'text/plain; charset=utf-8', 'firmly'],
    ['json', 'application/json; charset=utf-8', '"algorithm"'],
  ])('C11: %s', async (format, type, words) => {
    const answer = await file(format);
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.body).toContain(words);
  });

  it.each([
    ['pdf', 'from=latest&to=working', 400],
    ['docx', 'to=working', 400],
    ['docx', 'from=nowhere&to=working', 404],
  ])('%s with %s: refused with %i', async (format, query, status) => {
    const answer = await file(format, query);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });
});
