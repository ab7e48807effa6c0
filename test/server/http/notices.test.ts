import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NoticesAnswer } from '../../../shared/api/notice.ts';
import type { Role } from '../../../shared/model/participant.ts';
import {
  ADMIN,
  createHarness,
  everyRole,
  type Harness,
  type Member,
  newDocument,
  newMember,
  send,
  setPhase,
} from '../harness.ts';

let harness: Harness;
let id: string;
let people: Record<Role, Member>;
let colleague: Member;
let delegation: (role: Role) => string;

beforeAll(async () => {
  harness = await createHarness();
});
beforeEach(async () => {
  id = await newDocument(harness, { workingText: 'team', register: 'participants' });
  people = await everyRole(harness, id);
  colleague = await newMember(harness, id, 'delegate', 'Sample colleague');
  await setPhase(harness, id, 'drafting');
  const { directory } = (await send(harness, ADMIN, 'GET', `/api/documents/${id}/register`)).json();
  delegation = (role) =>
    directory.participants.find((one: { id: string }) => one.id === people[role].id).delegationId;
  for (const { token } of [...Object.values(people), colleague])
    await send(harness, token, 'POST', '/api/notices/read', { all: true });
  harness.events.length = 0;
});
afterAll(() => harness.close());

const post = (who: Member, path: string, body?: object) =>
  send(harness, who.token, 'POST', `/api/documents/${id}${path}`, body);
const ask = (who: Member, to: readonly string[], over: object = {}) =>
  post(who, '/comments', {
    on: { noun: 'text', anchor: { scope: 'text', text: 'working' } },
    kind: 'question',
    text: 'Why?',
    addressed: { delegations: to, groups: [] },
    ...over,
  });
const unreadOf = async (who: Member): Promise<NoticesAnswer['notices']> => {
  const answer = await send(harness, who.token, 'GET', `/api/notices?document=${id}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer
    .json()
    .notices.filter(({ notice }: NoticesAnswer['notices'][number]) => notice.readAt === null);
};

describe('notices', () => {
  it('E3: everybody of a delegation that is asked is told, who asks is not; an event goes with it', async () => {
    const { entry } = (await ask(people.drafter, [delegation('delegate')])).json();
    // The working text is for the team: delegates may not see what is said on it, so nobody tells them.
    expect(entry.row.kind).toBe('question');
    expect(await unreadOf(people.delegate)).toEqual([]);
    await send(harness, ADMIN, 'PATCH', `/api/documents/${id}`, { workingText: 'participants' });
    harness.events.length = 0;
    await ask(people.stakeholder, [delegation('delegate'), delegation('stakeholder')]);
    for (const who of [people.delegate, colleague])
      expect(await unreadOf(who)).toMatchObject([
        {
          notice: { reason: 'asked', noun: 'comment', readAt: null },
          by: { name: 'Sample stakeholder', delegation: 'Delegation of stakeholder' },
          about: { noun: 'comment', kind: 'question', label: '' },
        },
      ]);
    expect(await unreadOf(people.stakeholder)).toEqual([]);
    expect(await unreadOf(people.observer)).toEqual([]);
    const told = harness.events.find(({ kind }) => kind === 'notices-changed');
    expect(told).toMatchObject({ participants: [people.delegate.id, colleague.id] });
  });

  it('E4: a private note tells its own delegation alone, and what is hidden later is shown without its subject', async () => {
    await send(harness, ADMIN, 'PATCH', `/api/documents/${id}`, { workingText: 'participants' });
    const everyone = [delegation('delegate'), delegation('drafter')];
    await ask(people.delegate, everyone, { visibility: 'delegation' });
    const noted = await unreadOf(colleague);
    expect(noted.length).toBeLessThanOrEqual(1);
    expect(await unreadOf(people.drafter)).toEqual([]);
    expect(await unreadOf(people.facilitator)).toEqual([]);
    await ask(people.drafter, [delegation('stakeholder')]);
    expect((await unreadOf(people.stakeholder))[0]?.about).not.toBeNull();
    await send(harness, ADMIN, 'PATCH', `/api/documents/${id}`, { workingText: 'team' });
    expect((await unreadOf(people.stakeholder))[0]?.about).toBeNull();
  });

  it('E3: versions and phases are told to everybody but who made them', async () => {
    const { write } = await import('../harness.ts');
    await write(harness, id, people.drafter.id, 'We decide.');
    const answer = await post(people.facilitator, '/versions', { stage: 'zero', name: 'Zero draft' });
    expect(answer.statusCode, answer.body).toBe(201);
    await post(people.facilitator, '/phase', { phase: 'negotiation' });
    expect(await unreadOf(people.observer)).toMatchObject([
      { notice: { reason: 'phase-changed', noun: 'document' }, about: { name: 'negotiation' } },
      { notice: { reason: 'version-published', noun: 'version' }, about: { name: 'Zero draft' } },
    ]);
    expect(await unreadOf(people.facilitator)).toEqual([]);
  });

  it('E3: a window that closes by the clock is told to everybody', async () => {
    const closesAt = new Date(Date.parse(harness.clock.now()) + 60_000).toISOString();
    await send(harness, ADMIN, 'POST', `/api/documents/${id}/phase`, { phase: 'consultation', closesAt });
    await send(harness, people.facilitator.token, 'POST', '/api/notices/read', { all: true });
    harness.clock.turn(61_000);
    expect(await unreadOf(people.facilitator)).toMatchObject([
      { notice: { reason: 'phase-changed', causedBy: null }, by: null, about: { name: 'drafting' } },
    ]);
  });

  it('E1: one marks one’s own as read, some or all, and one’s other devices hear of it', async () => {
    for (const phase of ['negotiation', 'drafting', 'negotiation'] as const)
      await setPhase(harness, id, phase);
    const [newest, ...older] = await unreadOf(people.observer);
    expect(older).toHaveLength(2);
    harness.events.length = 0;
    const read = (who: Member, body: object) => send(harness, who.token, 'POST', '/api/notices/read', body);
    const theirs = await read(people.delegate, { document: id, ids: [newest?.notice.id] });
    expect(theirs.json()).toEqual({ unread: 3 });
    expect((await read(people.observer, { ids: [newest?.notice.id] })).json()).toEqual({ unread: 2 });
    expect(harness.events).toMatchObject([{ kind: 'notices-changed', participants: [people.observer.id] }]);
    expect((await read(people.observer, { all: true })).json()).toEqual({ unread: 0 });
    expect((await read(people.observer, {})).json().code).toBe('invalid-fields');
    const page = await send(harness, people.observer.token, 'GET', `/api/notices?document=${id}&limit=2`);
    expect([page.json().notices.length, page.json().more]).toEqual([2, true]);
    const last = page.json().notices.at(-1).notice.id;
    const rest = await send(harness, people.observer.token, 'GET', `/api/notices?before=${last}`);
    expect(
      rest.json().notices.every(({ notice }: { notice: { id: string } }) => Number(notice.id) < Number(last)),
    ).toBe(true);
  });

  it('E1: whoever participates in nothing is told nothing; whose access ended as well', async () => {
    expect((await send(harness, null, 'GET', '/api/notices')).json()).toMatchObject({
      notices: [],
      unread: 0,
    });
    await send(harness, ADMIN, 'DELETE', `/api/documents/${id}/members/${people.observer.id}`);
    await setPhase(harness, id, 'negotiation');
    expect(await harness.store.rows.notices.unread(people.observer.id as never)).toBe(0);
  });

  it('E6: what one writes is seen; marks are one’s own, rise, and never reach beyond what there is', async () => {
    const { entry } = (await ask(people.drafter, [])).json();
    const seen = async (who: Member) =>
      (await send(harness, who.token, 'GET', `/api/documents/${id}/seen`)).json();
    const row = { noun: 'comment', id: entry.id, seq: entry.seq };
    expect(await seen(people.drafter)).toEqual({ upTo: 0, rows: [row] });
    expect(await seen(people.delegate)).toEqual({ upTo: 0, rows: [] });
    const mark = (body: object) => post(people.delegate, '/seen', body);
    const { id: rowId } = entry;
    const marked = await mark({
      rows: [
        { noun: 'comment', id: rowId, seq: 99 },
        { noun: 'comment', id: 'none' },
      ],
    });
    expect(marked.json()).toEqual({ upTo: 0, rows: [row] });
    expect((await mark({ upTo: 99 })).json()).toEqual({ upTo: entry.seq, rows: [] });
    expect((await mark({})).json().code).toBe('invalid-fields');
    expect((await send(harness, null, 'GET', `/api/documents/${id}/seen`)).statusCode).toBe(401);
  });
});
