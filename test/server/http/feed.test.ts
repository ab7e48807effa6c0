import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../../shared/model/participant.ts';
import {
  ADMIN,
  createHarness,
  everyRole,
  type Harness,
  type Member,
  newDocument,
  send,
  setPhase,
  write,
} from '../harness.ts';

const NASTY = `"Words" & <b>more</b> ]]> ${'\u0007'}café العربية 😀`;

interface Entry {
  readonly id: string;
  readonly title: { readonly '#text': string };
  readonly content: { readonly '#text': string };
  readonly category: { readonly '@term': string };
  readonly author: { readonly name: string };
  readonly link: { readonly '@href': string };
  readonly updated: string;
}

let harness: Harness;
let id: string;
let people: Record<Role, Member>;

beforeAll(async () => {
  harness = await createHarness({ publicUrl: 'https://text.example.org' });
  id = await newDocument(harness, { title: 'Text <one> & "two"', workingText: 'team', register: 'public' });
  people = await everyRole(harness, id);
  await write(harness, id, people.drafter.id, 'We decide to meet.');
  await send(harness, ADMIN, 'POST', `/api/documents/${id}/versions`, { stage: 'zero', name: 'Zero draft' });
  await setPhase(harness, id, 'drafting');
});
afterAll(() => harness.close());

const comment = async (who: Role, body: object) => {
  const on = { noun: 'text', anchor: { scope: 'text', text: 'latest' } };
  const answer = await send(harness, people[who].token, 'POST', `/api/documents/${id}/comments`, {
    on,
    text: NASTY,
    ...body,
  });
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json().entry.row;
};
const get = (query = '', headers: Record<string, string> = {}, token: string | null = null) =>
  send(harness, token, 'GET', `/api/documents/${id}/feed.atom${query}`, undefined, headers);
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  isArray: (name) => name === 'entry',
  parseTagValue: false,
});
const entriesOf = (body: string): readonly Entry[] => parser.parse(body).feed.entry;

describe('feed', () => {
  it('E10: is an Atom feed of what is public, well-formed whatever people write', async () => {
    const said = await comment('stakeholder', { text: NASTY.replace('\u0007', '') });
    const answer = await get();
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(XMLValidator.validate(answer.body)).toBe(true);
    const { feed } = parser.parse(answer.body);
    expect(feed.title['#text']).toBe('Text <one> & "two"');
    const entries = entriesOf(answer.body);
    expect(entries.map((entry) => entry.category['@term'])).toEqual(['comment', 'phase', 'version']);
    expect(entries[0]).toMatchObject({
      id: `urn:sounding-board:comment:${id}:${said.id}`,
      title: { '#text': 'Comment on the whole text' },
      content: { '#text': said.text },
      author: { name: 'Sample stakeholder (Delegation of stakeholder)' },
      link: { '@href': `https://text.example.org/d/${id}/dialogue/${said.id}` },
    });
    expect(feed.updated).toBe(entries[0]?.updated);
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
  });

  it('E10: holds no private note and nothing on a working text that its reader may not see', async () => {
    const note = await comment('delegate', { text: 'A note for ourselves', visibility: 'delegation' });
    const inside = await comment('drafter', {
      text: 'For the team',
      on: { noun: 'text', anchor: { scope: 'text', text: 'working' } },
    });
    const { url } = (
      await send(harness, people.delegate.token, 'POST', `/api/documents/${id}/feed/token`)
    ).json();
    for (const query of ['', new URL(url).search]) {
      const { body } = await get(query);
      expect(body).not.toContain(note.id);
      expect(body).not.toContain('A note for ourselves');
      expect(body).not.toContain(inside.id);
    }
    const drafter = (
      await send(harness, people.drafter.token, 'POST', `/api/documents/${id}/feed/token`)
    ).json();
    expect((await get(new URL(drafter.url).search)).body).toContain(inside.id);
  });

  it('E11: answers 304 to whoever has it already, and anew after anything changed', async () => {
    const { headers } = await get();
    const again = await get('', { 'if-none-match': `W/"other", ${headers.etag}` });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    await comment('stakeholder', { text: 'One more' });
    expect((await get('', { 'if-none-match': String(headers.etag) })).statusCode).toBe(200);
  });

  it('E12: a closed register has a feed for whoever holds a personal address, until it is taken back', async () => {
    await send(harness, ADMIN, 'PATCH', `/api/documents/${id}`, { register: 'participants' });
    expect((await get()).statusCode).toBe(401);
    const settings = `/api/documents/${id}/feed`;
    const observer = people.observer.token;
    expect((await send(harness, observer, 'GET', settings)).json()).toEqual({
      public: null,
      personalSince: null,
    });
    const make = async () =>
      (await send(harness, observer, 'POST', `${settings}/token`)).json().url as string;
    const [first, second] = [await make(), await make()];
    expect(new URL(second).origin).toBe('https://text.example.org');
    const search = new URL(second).search;
    expect((await get(new URL(first).search)).json().code).toBe('unknown-token');
    const answer = await get(search);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toContain('rel="self"');
    expect(answer.body).not.toContain(search.slice('?token='.length));
    // It opens the feed and nothing else.
    const token = search.slice('?token='.length);
    expect((await send(harness, token, 'GET', `/api/documents/${id}/register`)).json().code).toBe(
      'unknown-token',
    );
    const elsewhere = await send(harness, null, 'GET', `/api/documents/${id}/register${search}`);
    expect([400, 401]).toContain(elsewhere.statusCode);
    await send(harness, observer, 'DELETE', `${settings}/token`);
    expect((await get(search)).json().code).toBe('unknown-token');
    const other = await newDocument(harness, { register: 'participants' });
    const third = new URL(await make()).search;
    expect((await send(harness, null, 'GET', `/api/documents/${other}/feed.atom${third}`)).json().code).toBe(
      'unknown-token',
    );
    await send(harness, ADMIN, 'DELETE', `/api/documents/${id}/members/${people.observer.id}`);
    expect((await get(third)).json().code).toBe('unknown-token');
    await send(harness, ADMIN, 'PATCH', `/api/documents/${id}`, { register: 'public' });
  });

  it('E13: neither log nor store holds a personal address', async () => {
    const { url } = (
      await send(harness, people.delegate.token, 'POST', `/api/documents/${id}/feed/token`)
    ).json();
    const token = new URL(url).searchParams.get('token') as string;
    harness.logged.length = 0;
    await get(`?token=${token}`);
    await get(`?token=${token}x`);
    expect(harness.logged.length).toBeGreaterThan(0);
    expect(harness.logged.join('')).not.toContain(token.slice(0, 12));
    const [kept] = await harness.store.rows.linkTokens.ofParticipant(people.delegate.id as never, 'feed');
    expect(kept?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  });
});
