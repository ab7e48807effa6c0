import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../shared/model/participant.ts';
import type { DocumentRecord } from '../../../shared/model/record.ts';
import {
  ADMIN,
  createHarness,
  everyRole,
  type Harness,
  type Member,
  newDocument,
  send,
  write,
} from '../harness.ts';
import type { Cast } from '../sample-cast.ts';
import { chain, fillRegister, sampleRows } from '../whole-register.ts';

let harness: Harness;
let id: string;
let people: Record<Role, Member>;
let cast: Cast;

beforeAll(async () => {
  harness = await createHarness();
  id = await newDocument(harness, { register: 'public', workingText: 'team' });
  people = await everyRole(harness, id);
  await write(harness, id, people.drafter.id, 'We decide [to meet].');
  await write(harness, id, people.drafter.id, 'We recall the Agenda.');
}, 30_000);
afterAll(() => harness.close());

const get = (file: string, role: Role | null = null) =>
  send(harness, role === null ? null : people[role].token, 'GET', `/api/documents/${id}/${file}`);
const record = async (role: Role | null = null): Promise<DocumentRecord> => {
  const answer = await get('record', role);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const publish = (stage: string, name: string) =>
  send(harness, ADMIN, 'POST', `/api/documents/${id}/versions`, { stage, name });

describe('the record', () => {
  it('V146: is there before anything is, and says what is missing', async () => {
    expect(await record()).toMatchObject({
      open: [{ what: 'no-version', count: 0 }],
      adoption: null,
      text: null,
      versions: [],
      declarations: [],
      inputs: { received: 0 },
    });
    await publish('revision', 'Rev.1');
    const before = await record();
    expect(before.text).toMatchObject({ name: 'Rev.1', adopted: false });
    expect(before.open).toEqual([
      { what: 'not-adopted', count: 0 },
      { what: 'brackets', count: 1 },
    ]);
  });

  it('V147: says who adopted what and how, what stands at each paragraph, and what is still open', async () => {
    await publish('final', 'Final text');
    cast = await fillRegister(harness, id, people.delegate.id);
    const { declaration } = sampleRows(cast);
    const own = await harness.store.rows.participants.find(people.stakeholder.id as never);
    await chain(harness, id, [
      {
        noun: 'declaration',
        row: {
          ...declaration,
          id: 'declaration-2',
          kind: 'reservation',
          holder: { noun: 'delegation', id: own?.delegationId },
          objects: [
            { on: 'term', term: 'Agenda' },
            { on: 'absent', language: 'common but differentiated responsibilities' },
          ],
          original: null,
        } as never,
      },
    ]);
    const found = await record();
    expect(found).toMatchObject({
      adoption: { manner: 'consensus', votes: null, symbol: 'A/RES/80/173' },
      text: { name: 'Final text', adopted: true },
      stations: [{ name: 'Zero draft', actual: null, versions: ['Final text'] }],
      marks: [
        { label: '1', governmental: [{ kind: 'dissociation', declarations: 1, delegations: 1 }] },
        { label: '2', nonGovernmental: [{ kind: 'reservation', declarations: 1, delegations: 1 }] },
      ],
      silences: [{ version: 'Final text', outcome: 'kept', objections: [{ places: [{ label: '1' }] }] }],
      positions: [{ label: '1', governments: { concern: 1 } }],
      inputs: { received: 3, noted: 1, undecided: 2 },
      statements: [{ speaker: 'Delegation of delegate', verifiedBy: null, paragraphs: ['1'] }],
      open: [
        { what: 'brackets', count: 1 },
        { what: 'undecided-inputs', count: 2 },
        { what: 'record-open', count: 0 },
      ],
    });
    expect(found.versions.map(({ name, publisher }) => [name, publisher])).toEqual([
      ['Rev.1', 'Server owner'],
      ['Final text', 'Server owner'],
    ]);
    expect(found.declarations.map(({ holder, kind, governmental }) => [holder, kind, governmental])).toEqual([
      ['Delegation of delegate', 'dissociation', true],
      ['Delegation of stakeholder', 'reservation', false],
    ]);
    expect(found.declarations[1]?.objects).toEqual([
      { on: 'term', words: 'Agenda', places: ['2'] },
      { on: 'absent', words: 'common but differentiated responsibilities', places: [] },
    ]);
    const { seq, hash } = (await get('audit?limit=1')).json().head;
    expect(found.audit).toEqual({ seq, hash });
  });

  it('V147: the Word file says the same, in the languages of its words', async () => {
    const answer = await get('export/record.docx');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="sample-text-record.docx"');
    const parts = unzipSync(answer.rawPayload);
    const body = strFromU8(parts['word/document.xml'] as Uint8Array);
    const text = body.replace(/<[^>]+>/g, '');
    for (const words of [
      'Final text was adopted by consensus on 2026-10-20 as A/RES/80/173.',
      '1 dissociation',
      '1 reservation from others than governments',
      'On the term “Agenda”, in paragraph 2; on language that is absent',
      'كلمات',
      'Final text: kept: the version was agreed',
      'As delegations asked.',
      '2 comments and proposals have no decision.',
      'Recording at 1:05:05',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/Extended from [-\d]{10} \d\d:\d\d UTC to [-\d]{10} \d\d:\d\d UTC, on [-\d]{10}/);
    expect(body).toContain('w:val="ar"');
    expect(body).toContain('<w:tblHeader/>');
  }, 30_000);

  it('V141: is for whoever may read versions, register and audit log', async () => {
    const closed = await newDocument(harness);
    for (const file of ['record', 'export/record.docx', 'export/archive.json']) {
      const path = `/api/documents/${closed}/${file}`;
      expect((await send(harness, null, 'GET', path)).statusCode).toBe(401);
      expect((await send(harness, people.delegate.token, 'GET', path)).statusCode).toBe(403);
    }
  });
});
