import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ADMIN,
  createHarness,
  type Harness,
  invitationFor,
  newDocument,
  newMember,
  send,
} from '../harness.ts';

const cookieOf = (answer: { readonly headers: Record<string, unknown> }): string =>
  String(answer.headers['set-cookie']).split(';')[0] as string;

const ORIGIN = { origin: 'http://localhost:80', host: 'localhost:80' };

describe('sessions and invitations', () => {
  let harness: Harness;
  let id: string;
  beforeAll(async () => {
    harness = await createHarness();
    id = await newDocument(harness);
  });
  afterAll(() => harness.close());

  const enter = (token: string, cookie?: string) =>
    send(harness, null, 'POST', '/api/session', { token }, cookie === undefined ? {} : { cookie, ...ORIGIN });
  const as = (cookie: string) => (path: string) => send(harness, null, 'GET', path, undefined, { cookie });

  it('H5: entering sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const { token } = await newMember(harness, id, 'drafter');
    const answer = await enter(token);
    expect(answer.json()).toEqual({
      signedIn: true,
      name: 'Sample drafter',
      mayCreate: false,
      demo: false,
      documentId: id,
    });
    const cookie = String(answer.headers['set-cookie']);
    for (const part of ['sb_session=', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Secure');
    const me = (await as(cookieOf(answer))(`/api/documents/${id}`)).json().me;
    expect(me.participant.role).toBe('drafter');
  });

  it('H5: behind https the cookie is Secure', async () => {
    const secure = await createHarness({ publicUrl: 'https://text.example.org' });
    const answer = await send(secure, null, 'POST', '/api/session', { token: ADMIN });
    expect(String(answer.headers['set-cookie'])).toContain('Secure');
    await secure.close();
  });

  it('H6: a token opens as a bearer token too; an unknown one is refused with a code', async () => {
    const { token } = await newMember(harness, id, 'delegate');
    expect((await send(harness, token, 'GET', '/api/session')).json().name).toBe('Sample delegate');
    for (const wrong of [`${token}x`, 'x', ADMIN.slice(0, -1)]) {
      const answer = await send(harness, wrong, 'GET', '/api/session');
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'unknown-token']);
      expect((await enter(wrong)).json().code).toBe('unknown-token');
    }
  });

  it('S4: no token stands in the store, only its hash', async () => {
    const { token } = await newMember(harness, id, 'observer');
    const { rows } = harness.store;
    const invitations = await rows.invitations.ofDocument(id as never);
    expect(JSON.stringify(invitations)).not.toContain(token);
    const found = await rows.invitations.findByToken(harness.context.secrets.hash(token));
    expect(found?.documentId).toBe(id);
  });

  it('H7: a session holds several people; the newest who takes part in a document counts there', async () => {
    const other = await newDocument(harness);
    const one = await newMember(harness, id, 'drafter', 'Sample first');
    const two = await newMember(harness, id, 'observer', 'Sample second');
    const three = await newMember(harness, other, 'delegate', 'Sample third');
    let cookie = cookieOf(await enter(one.token));
    for (const { token } of [two, three]) cookie = cookieOf(await enter(token, cookie));
    const session = as(cookie);
    expect((await session('/api/session')).json().name).toBe('Sample third');
    expect((await session(`/api/documents/${id}`)).json().me.participant.name).toBe('Sample second');
    expect((await session(`/api/documents/${other}`)).json().me.participant.name).toBe('Sample third');
    const { documents } = (await session('/api/documents')).json();
    expect(documents.map((card: { id: string; role: string }) => [card.id, card.role])).toEqual([
      [other, 'delegate'],
      [id, 'observer'],
    ]);
  });

  it('H7: entering gives a new cookie each time; the old one opens nothing', async () => {
    const { token } = await newMember(harness, id, 'drafter');
    const first = cookieOf(await enter(token));
    const second = cookieOf(await enter(token, first));
    expect(second).not.toBe(first);
    expect((await as(first)('/api/session')).json().signedIn).toBe(false);
    expect((await as(second)('/api/session')).json().signedIn).toBe(true);
  });

  it('H7: leaving ends the session', async () => {
    const { token } = await newMember(harness, id, 'drafter');
    const cookie = cookieOf(await enter(token));
    const left = await send(harness, null, 'DELETE', '/api/session', undefined, { cookie, ...ORIGIN });
    expect(left.statusCode).toBe(204);
    expect((await as(cookie)('/api/session')).json().signedIn).toBe(false);
  });

  it('H7: a session ends by itself after 90 days', async () => {
    const own = await createHarness();
    const cookie = cookieOf(await send(own, null, 'POST', '/api/session', { token: ADMIN }));
    const signedIn = async () =>
      (await send(own, null, 'GET', '/api/session', undefined, { cookie })).json().signedIn;
    own.clock.turn(89 * 86_400_000);
    expect(await signedIn()).toBe(true);
    own.clock.turn(2 * 86_400_000);
    expect(await signedIn()).toBe(false);
    await own.close();
  });

  it('H8: a reissued link replaces the old one and signs out who used it', async () => {
    const member = await newMember(harness, id, 'stakeholder');
    const cookie = cookieOf(await enter(member.token));
    const url = `/api/documents/${id}/members/${member.id}/invitation`;
    const fresh = (await send(harness, ADMIN, 'POST', url)).json();
    expect(fresh.url).toMatch(/\/enter#token=[\w-]{43}$/);
    expect((await enter(member.token)).json().code).toBe('unknown-token');
    expect((await as(cookie)(`/api/documents/${id}`)).statusCode).toBe(401);
    expect((await enter(fresh.token)).statusCode).toBe(200);
    expect((await send(harness, fresh.token, 'GET', `/api/documents/${id}`)).json().me.participant.id).toBe(
      member.id,
    );
  });

  it('H8: removal ends access by link, bearer and cookie; the row stays', async () => {
    const member = await newMember(harness, id, 'drafter');
    const cookie = cookieOf(await enter(member.token));
    const gone = await send(harness, ADMIN, 'DELETE', `/api/documents/${id}/members/${member.id}`);
    expect(gone.json().participant.removedAt).not.toBeNull();
    expect((await enter(member.token)).json().code).toBe('unknown-token');
    expect((await send(harness, member.token, 'GET', '/api/session')).json().code).toBe('unknown-token');
    expect((await as(cookie)(`/api/documents/${id}`)).statusCode).toBe(403);
    const { members } = (await send(harness, ADMIN, 'GET', `/api/documents/${id}/members`)).json();
    expect(members.map((m: { participant: { id: string } }) => m.participant.id)).toContain(member.id);
  });

  it('H8: a link shows as open until it was used', async () => {
    const member = await newMember(harness, id, 'drafter', 'Sample late');
    const invited = async () =>
      (await send(harness, ADMIN, 'GET', `/api/documents/${id}/members`))
        .json()
        .members.find((m: { participant: { id: string } }) => m.participant.id === member.id).invited;
    expect(await invited()).toBe(true);
    await enter(member.token);
    expect(await invited()).toBe(false);
  });

  it('P6: the owner is made a facilitator on record when first entering a document', async () => {
    const drafter = await newMember(harness, id, 'facilitator', 'Sample creator');
    const made = await send(harness, drafter.token, 'POST', '/api/documents', { title: 'By a facilitator' });
    expect(made.statusCode).toBe(201);
    const other = made.json().id;
    const members = async () =>
      (await send(harness, drafter.token, 'GET', `/api/documents/${other}/members`)).json().members;
    expect(await members()).toHaveLength(1);
    expect((await send(harness, ADMIN, 'GET', `/api/documents/${other}`)).json().me.participant.role).toBe(
      'facilitator',
    );
    expect(await members()).toHaveLength(2);
    const { entries } = (await send(harness, ADMIN, 'GET', `/api/documents/${other}/audit`)).json();
    expect(entries.at(-1).act).toBe('member.join');
  });

  it('P6: only the owner and facilitators create documents', async () => {
    const { token } = await newMember(harness, id, 'drafter');
    const answer = await send(harness, token, 'POST', '/api/documents', { title: 'No' });
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'not-permitted']);
    expect((await send(harness, null, 'POST', '/api/documents', { title: 'No' })).statusCode).toBe(401);
  });

  it('P7: a document keeps a facilitator', async () => {
    const { token } = await newMember(harness, id, 'facilitator', 'Sample only');
    const other = (await send(harness, token, 'POST', '/api/documents', { title: 'One' })).json().id;
    const [{ participant }] = (await send(harness, token, 'GET', `/api/documents/${other}/members`)).json()
      .members;
    const url = `/api/documents/${other}/members/${participant.id}`;
    expect((await send(harness, token, 'DELETE', url)).json().code).toBe('last-facilitator');
    await send(harness, token, 'POST', `/api/documents/${other}/invitations`, invitationFor('facilitator'));
    expect((await send(harness, token, 'DELETE', url)).statusCode).toBe(200);
  });
});
