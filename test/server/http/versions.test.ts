import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IMPORT_FILE_BYTES } from '../../../shared/api/limits.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import {
  ADMIN,
  createHarness,
  type Harness,
  newDocument,
  newMember,
  send,
  setPhase,
  write,
} from '../harness.ts';

const TEXT = 'Preamble\n\n1. We decide to act.\n\n2. We recall what we decided.\n\n(a) First;\n\n(b) Second.';

/** A multipart body with one file, as browsers send it. */
function multipart(name: string, content: string | Uint8Array, field = 'file') {
  const boundary = 'sample-boundary';
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}

describe('texts, imports and versions', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await createHarness();
  });
  afterAll(() => harness.close());

  const get = async (path: string) => (await send(harness, ADMIN, 'GET', path)).json();
  const importFile = (
    id: string,
    query: string,
    name: string,
    content: string | Uint8Array,
    more: { readonly token?: string; readonly field?: string; readonly key?: string } = {},
  ) => {
    const { payload, headers } = multipart(name, content, more.field);
    return harness.app.inject({
      method: 'POST',
      url: `/api/documents/${id}/import?${query}`,
      payload,
      headers: {
        ...headers,
        authorization: `Bearer ${more.token ?? ADMIN}`,
        ...(more.key === undefined ? {} : { 'idempotency-key': more.key }),
      },
    });
  };
  const publish = (id: string, name: string, more: object = {}) =>
    send(harness, ADMIN, 'POST', `/api/documents/${id}/versions`, { stage: 'revision', name, ...more });

  it('H14: a file becomes the working text, attributed to whoever brought it', async () => {
    const id = await newDocument(harness);
    const answer = await importFile(id, 'as=working', 'text.txt', TEXT);
    expect(answer.statusCode).toBe(200);
    expect(answer.json().paragraphs).toBe(5);
    const { paragraphs, base } = await get(`/api/documents/${id}/text`);
    expect(base).toEqual({ version: null, labels: {} });
    expect(paragraphs.map((p: { label: string; text: string }) => `${p.label}|${p.text}`)).toEqual([
      '|Preamble',
      '1|We decide to act.',
      '2|We recall what we decided.',
      '(a)|First;',
      '(b)|Second.',
    ]);
    const me = (await get(`/api/documents/${id}`)).me.participant.id;
    const authorship = await get(`/api/documents/${id}/text/authorship`);
    expect(authorship.people[me].name).toBe('Server owner');
    for (const { runs } of authorship.paragraphs) for (const run of runs) expect(run.by).toBe(me);
    const { entries } = await get(`/api/documents/${id}/audit`);
    expect(entries.at(-1)).toMatchObject({ act: 'text.import', participantId: me });
    expect(harness.events.at(-1)).toMatchObject({ kind: 'text-imported', paragraphs: 5 });
  });

  it('H14: an import keeps the ids of paragraphs that it continues', async () => {
    const id = await newDocument(harness);
    await importFile(id, 'as=working', 'text.txt', TEXT);
    const before = (await get(`/api/documents/${id}/text`)).paragraphs;
    const reworded = TEXT.replace('to act.', 'to act together.').replace('\n\n(a) First;', '');
    await importFile(id, 'as=working', 'text.txt', `A new beginning\n\n${reworded}`);
    const after = (await get(`/api/documents/${id}/text`)).paragraphs;
    const ids = (paragraphs: { id: string }[]) => paragraphs.map((p) => p.id);
    expect(ids(after).slice(1)).toEqual(ids(before).filter((_, k) => k !== 3));
    expect(ids(before)).not.toContain(after[0].id);
  });

  it('H14: a file becomes a version of its own and leaves the working text alone', async () => {
    const id = await newDocument(harness);
    const member = await newMember(harness, id, 'drafter');
    await write(harness, id, member.id, 'A live paragraph.');
    const answer = await importFile(id, 'as=version&stage=zero&name=Zero+draft', 'text.txt', TEXT);
    const version = await get(`/api/documents/${id}/versions/${answer.json().version}`);
    expect([version.name, version.stage, version.paragraphs.length]).toEqual(['Zero draft', 'zero', 5]);
    const { paragraphs } = await get(`/api/documents/${id}/text`);
    expect(paragraphs.at(-1).text).toBe('A live paragraph.');
  });

  const BAD_FILES: readonly (readonly [string, string, string | Uint8Array, string, string?])[] = [
    ['an empty file', 'a.txt', '', 'empty-file'],
    ['a binary', 'a.txt', new Uint8Array(3_000).map((_, n) => (n * 7) % 256), 'unsupported-file'],
    ['a cut off .docx', 'a.docx', Buffer.from('504b0304140000000800', 'hex'), 'unreadable-file'],
    ['a file too large', 'a.txt', new Uint8Array(IMPORT_FILE_BYTES + 1).fill(97), 'too-large'],
    ['a file in another field', 'a.txt', TEXT, 'invalid-fields', 'upload'],
  ];
  for (const [what, name, content, code, field] of BAD_FILES)
    it(`H14: ${what} is refused with a code and changes nothing`, async () => {
      const id = await newDocument(harness);
      const answer = await importFile(id, 'as=working', name, content, field === undefined ? {} : { field });
      expect(answer.json().code).toBe(code);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      const acts = (await get(`/api/documents/${id}/audit`)).entries.map((e: { act: string }) => e.act);
      expect(acts).toEqual(['document.create', 'member.join']);
      expect(await harness.store.textLog.read(id as never, 0, 10)).toEqual([]);
    });

  it('H3: an import sent again changes nothing twice', async () => {
    const id = await newDocument(harness);
    const once = () => importFile(id, 'as=working', 'text.txt', TEXT, { key: 'import-once' });
    expect((await once()).json()).toEqual((await once()).json());
    const acts = (await get(`/api/documents/${id}/audit`)).entries.map((e: { act: string }) => e.act);
    expect(acts.filter((act: string) => act === 'text.import')).toHaveLength(1);
    const version = () =>
      importFile(id, 'as=version&stage=zero&name=Z', 'text.txt', TEXT, { key: 'version-once' });
    expect((await version()).json()).toEqual((await version()).json());
    const other = await importFile(id, 'as=version&stage=zero&name=Y', 'text.txt', `${TEXT} `, {
      key: 'version-once',
    });
    expect(other.json().code).toBe('idempotency-conflict');
    expect((await get(`/api/documents/${id}/versions`)).versions).toHaveLength(1);
  });

  it('P3: only facilitators import, and not into a frozen text', async () => {
    const id = await newDocument(harness);
    const drafter = await newMember(harness, id, 'drafter');
    const refused = await importFile(id, 'as=working', 'text.txt', TEXT, { token: drafter.token });
    expect(refused.json().code).toBe('not-permitted');
    await setPhase(harness, id, 'silence');
    expect((await importFile(id, 'as=working', 'text.txt', TEXT)).json().detail).toContain('(phase)');
  });

  it('H15: publishing numbers anew, freezes labels and tells what was renumbered', async () => {
    const id = await newDocument(harness);
    await importFile(id, 'as=working', 'text.txt', '1. We decide.\n\n2. We recall.');
    expect((await publish(id, 'Rev.1')).statusCode).toBe(201);
    const member = await newMember(harness, id, 'drafter');
    await write(harness, id, member.id, 'We [note] this.');
    const labels = async () =>
      (await get(`/api/documents/${id}/text`)).paragraphs.map((p: { label: string }) => p.label);
    expect(await labels()).toEqual(['1', '2', '2 bis']);
    const preview = await get(`/api/documents/${id}/publication`);
    expect(preview).toMatchObject({ brackets: 1, audience: 2, paragraphs: 3, base: { name: 'Rev.1' } });
    expect(preview.relabelling).toMatchObject([{ from: '2 bis', to: '3' }]);
    expect(preview.comparison.summary).toMatchObject({ same: 2, added: 1 });
    await publish(id, 'Rev.2');
    const version = await get(`/api/documents/${id}/versions/latest`);
    expect(version.paragraphs.map((p: { label: string }) => p.label)).toEqual(['1', '2', '3']);
    expect(version.relabelling).toEqual(preview.relabelling);
    expect(version.ordinal).toBe(2);
    expect(await labels()).toEqual(['1', '2', '3']);
  });

  it('H15: a version’s hash is SHA-256 over the canonical JSON of stage, name, date and paragraphs', async () => {
    const id = await newDocument(harness);
    await importFile(id, 'as=working', 'text.txt', TEXT);
    const { hash } = (await publish(id, 'Rev.1', { letter: 'Dear colleagues' })).json();
    const version = await get(`/api/documents/${id}/versions/latest`);
    const { stage, name, publishedAt, paragraphs } = version;
    const text = canonicalJson({ stage, name, publishedAt, paragraphs });
    expect(createHash('sha256').update(text).digest('hex')).toBe(hash);
    expect(version).toMatchObject({ hash, letter: 'Dear colleagues' });
    const tag = { 'if-none-match': `"${hash}"` };
    const again = await send(harness, ADMIN, 'GET', `/api/documents/${id}/versions/latest`, undefined, tag);
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('H15: nothing is published unseen, twice under one name, or without a change', async () => {
    const id = await newDocument(harness);
    await importFile(id, 'as=working', 'text.txt', TEXT);
    const { textHash } = await get(`/api/documents/${id}/publication`);
    const member = await newMember(harness, id, 'drafter');
    await write(harness, id, member.id, 'A late word.');
    expect((await publish(id, 'Rev.1', { textHash })).json().code).toBe('text-changed');
    const seen = (await get(`/api/documents/${id}/publication`)).textHash;
    expect((await publish(id, 'Rev.1', { textHash: seen })).statusCode).toBe(201);
    expect((await publish(id, 'Rev.2')).json().code).toBe('nothing-to-publish');
    await write(harness, id, member.id, 'Another.');
    const taken = (await publish(id, 'Rev.1')).json();
    expect([taken.code, taken.fields[0].field]).toEqual(['already-exists', 'name']);
    expect((await publish(id, 'Final', { stage: 'final' })).statusCode).toBe(201);
    expect((await publish(id, 'Final again', { stage: 'zero' })).statusCode).toBe(201);
  });

  it('H15: a version does not change when the working text does', async () => {
    const id = await newDocument(harness);
    await importFile(id, 'as=working', 'text.txt', TEXT);
    await publish(id, 'Rev.1');
    const before = await get(`/api/documents/${id}/versions/latest`);
    await importFile(id, 'as=working', 'text.txt', 'Something else entirely.');
    expect(await get(`/api/documents/${id}/versions/latest`)).toEqual(before);
  });

  it('C1: a comparison holds every block of both texts once and names their paragraphs', async () => {
    const id = await newDocument(harness);
    await importFile(id, 'as=working', 'text.txt', TEXT);
    await publish(id, 'Rev.1');
    await importFile(id, 'as=working', 'text.txt', TEXT.replace('to act', 'to act at once'));
    const comparison = await get(`/api/documents/${id}/comparison?from=latest`);
    expect(comparison.to).toMatchObject({ text: 'working', blocks: 5 });
    expect(comparison.from.name).toBe('Rev.1');
    const rows = comparison.rows as { from: number[]; to: number[]; kind: string }[];
    for (const side of ['from', 'to'] as const)
      expect(rows.flatMap((row) => row[side]).sort()).toEqual([0, 1, 2, 3, 4]);
    expect(rows.filter((row) => row.kind === 'changed')).toHaveLength(1);
    expect(comparison.from.paragraphs[1].id).toBe(comparison.to.paragraphs[1].id);
  });

  it('H16: texts are exported as files that a browser saves', async () => {
    const id = await newDocument(harness, { title: 'Sample "outcome"\u2028 document' });
    await importFile(id, 'as=working', 'text.txt', TEXT);
    await publish(id, 'Rev.1');
    for (const what of ['working', 'latest'])
      for (const format of ['txt', 'md', 'html', 'docx', 'json']) {
        const answer = await send(harness, ADMIN, 'GET', `/api/documents/${id}/export/${what}.${format}`);
        expect(answer.statusCode, `${what}.${format} ${answer.body.slice(0, 200)}`).toBe(200);
        expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[\x20-\x7e]+"$/);
        if (format === 'txt') expect(answer.body).toContain('We decide to act.');
        if (format === 'docx') expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK');
      }
    const drafter = await newMember(harness, id, 'observer');
    const refused = await send(harness, drafter.token, 'GET', `/api/documents/${id}/export/working.txt`);
    expect(refused.json().detail).toContain('(working-text-restricted)');
  });

  it('H17: the audit log comes in pages, chained, with its head', async () => {
    const id = await newDocument(harness);
    for (let n = 0; n < 3; n += 1) await newMember(harness, id, 'drafter', `Sample ${n}`);
    const first = await get(`/api/documents/${id}/audit?limit=2`);
    const rest = await get(`/api/documents/${id}/audit?after=2`);
    expect(first.entries.map((e: { seq: number }) => e.seq)).toEqual([1, 2]);
    expect(rest.entries.map((e: { seq: number }) => e.seq)).toEqual([3, 4, 5]);
    expect(rest.entries[0].previous).toBe(first.entries[1].hash);
    expect(rest.head).toEqual({ seq: 5, hash: rest.entries[2].hash });
  });
});
