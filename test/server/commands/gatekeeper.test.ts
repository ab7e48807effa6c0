import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Credentials, Visitor } from '../../../server/ports/gatekeeper.ts';
import type { Store } from '../../../server/ports/store.ts';
import { createMemoryStore } from '../../../server/store/memory/store.ts';
import { SESSION_COOKIE } from '../../../shared/api/socket.ts';
import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { ADMIN, createHarness, type Harness, type Member, newDocument, newMember, send } from '../harness.ts';

const HOUR = 3_600_000;

/** A store that counts what is read outside of transactions, and can hold the next reading up. */
function watchedStore() {
  const store = createMemoryStore();
  const watch = { reads: 0, beforeNext: null as (() => Promise<unknown>) | null };
  const rows = Object.fromEntries(
    Object.entries(store.rows).map(([noun, methods]) => [
      noun,
      Object.fromEntries(
        Object.entries(methods as Record<string, (...given: unknown[]) => Promise<unknown>>).map(
          ([name, method]) => [
            name,
            async (...given: unknown[]) => {
              watch.reads += 1;
              const answer = await method(...given);
              // What was read is handed over only when the change is done: a judgement that was overtaken.
              const change = watch.beforeNext;
              watch.beforeNext = null;
              await change?.();
              return answer;
            },
          ],
        ),
      ),
    ]),
  ) as unknown as Store['rows'];
  return { store: { ...store, rows }, watch };
}

let harness: Harness;
let watch: ReturnType<typeof watchedStore>['watch'];
let id: DocumentId;
let drafter: Member;
beforeEach(async () => {
  const watched = watchedStore();
  watch = watched.watch;
  harness = await createHarness({ store: watched.store });
  id = (await newDocument(harness, { workingText: 'participants' })) as DocumentId;
  drafter = await newMember(harness, id, 'drafter');
});
afterEach(() => harness.close());

const bearer = (token: string): Credentials => ({ cookie: null, bearer: token });
const admit = (given: Credentials) => harness.context.gatekeeper.admit(given, id);
const admitted = async (given: Credentials): Promise<Visitor> => {
  const visitor = await admit(given);
  if (typeof visitor === 'string') throw new Error(visitor);
  return visitor;
};
const act = (method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) =>
  send(harness, ADMIN, method, `/api/documents/${id}${path}`, body);
const enter = async (token: string, cookie?: Credentials): Promise<Credentials> => {
  const headers =
    cookie === undefined
      ? {}
      : { cookie: `${SESSION_COOKIE}=${cookie.cookie}`, origin: 'http://localhost:80', host: 'localhost:80' };
  const answer = await send(harness, null, 'POST', '/api/session', { token }, headers);
  return { cookie: answer.cookies[0]?.value ?? null, bearer: null };
};

/** What a change must alter: how somebody is judged before and after it. */
const CHANGES: readonly (readonly [
  what: string,
  change: () => Promise<unknown>,
  before: string,
  after: string,
])[] = [
  ['phase', () => act('POST', '/phase', { phase: 'closed' }), 'drafter writes', 'drafter reads'],
  [
    'role',
    () => act('PATCH', `/members/${drafter.id}`, { role: 'observer' }),
    'drafter writes',
    'observer reads',
  ],
  ['removal', () => act('DELETE', `/members/${drafter.id}`), 'drafter writes', 'unknown-credentials'],
  [
    'a new invitation link',
    () => act('POST', `/members/${drafter.id}/invitation`),
    'drafter writes',
    'unknown-credentials',
  ],
];

const standing = async (given: Credentials): Promise<string> => {
  const visitor = await admit(given);
  if (typeof visitor === 'string') return visitor;
  const { actor, abilities } = visitor;
  const may = (['text.write', 'text.view'] as const).find((action) => abilities[action].allowed);
  return `${actor.role ?? 'stranger'} ${may === 'text.write' ? 'writes' : may === 'text.view' ? 'reads' : 'waits'}`;
};

describe('judging who comes', () => {
  it('R33: the second judgement of somebody asks the database nothing', async () => {
    const session = await enter(drafter.token);
    for (const who of [bearer(drafter.token), session, bearer(ADMIN)]) await admit(who);
    const others = { cookie: null, bearer: null };
    await admit(others);
    watch.reads = 0;
    for (const who of [bearer(drafter.token), session, bearer(ADMIN), others]) {
      expect(typeof (await admit(who))).toBe('object');
      expect(await harness.context.gatekeeper.accountsOf(who)).toHaveLength(who === others ? 0 : 1);
    }
    expect(watch.reads).toBe(0);
  });

  it('R33: many who come at once to one document read its people once', async () => {
    const tokens = [];
    for (let k = 0; k < 20; k += 1)
      tokens.push((await newMember(harness, id, 'observer', `Sample observer ${k}`)).token);
    watch.reads = 0;
    await Promise.all(tokens.map((token) => admit(bearer(token))));
    // Token, participant and account of each; document, participants and delegations for all.
    expect(watch.reads).toBe(3 * 20 + 3);
  });

  it.each(CHANGES)('R33: %s changes the next judgement', async (_what, change, before, after) => {
    expect(await standing(bearer(drafter.token))).toBe(before);
    await change();
    expect(await standing(bearer(drafter.token))).toBe(after);
  });

  it.each(CHANGES)(
    'R33: %s in the middle of a judgement counts in it',
    async (_what, change, _before, after) => {
      watch.beforeNext = change;
      expect(await standing(bearer(drafter.token))).toBe(after);
      expect(watch.beforeNext).toBeNull();
      expect(await standing(bearer(drafter.token))).toBe(after);
    },
  );

  /** Straight through the store: a request would wait for the very reading that waits for it. */
  const becomesObserver = () =>
    harness.context.store.transact(async (rows) => {
      const participant = await rows.participants.find(drafter.id as ParticipantId);
      if (participant !== null) await rows.participants.update({ ...participant, role: 'observer' });
    });

  it('R33: a change that comes while the people of a document are read counts as well', async () => {
    await harness.context.gatekeeper.accountsOf(bearer(drafter.token));
    watch.beforeNext = becomesObserver;
    expect(await standing(bearer(drafter.token))).toBe('observer reads');
    expect(watch.beforeNext).toBeNull();
  });

  it('R33: nobody who asks after a change joins a reading from before it', async () => {
    await harness.context.gatekeeper.accountsOf(bearer(drafter.token));
    let later = Promise.resolve('not asked');
    watch.beforeNext = async () => {
      await becomesObserver();
      later = standing(bearer(drafter.token));
    };
    expect(await standing(bearer(drafter.token))).toBe('observer reads');
    expect(await later).toBe('observer reads');
  });

  it('R33: audience', async () => {
    const guest = { cookie: null, bearer: null };
    expect(await standing(guest)).toBe('stranger waits');
    await act('PATCH', '', { workingText: 'public' });
    expect(await standing(guest)).toBe('stranger reads');
    await act('PATCH', '', { workingText: 'team' });
    expect(await standing(guest)).toBe('stranger waits');
  });

  it('R33: a delegation that becomes another', async () => {
    const delegate = await newMember(harness, id, 'stakeholder');
    const { delegation } = await admitted(bearer(delegate.token));
    await act('PATCH', `/delegations/${delegation?.id}`, { name: 'Another name', constituency: 'academia' });
    const after = await admitted(bearer(delegate.token));
    expect(after.delegation?.name).toBe('Another name');
    expect(after.actor.constituency).toBe('academia');
  });

  it('R33: somebody who has just been invited, to this document or a further one', async () => {
    await admit(bearer(ADMIN));
    const late = await newMember(harness, id, 'observer');
    expect(await standing(bearer(late.token))).toBe('observer reads');
    const session = await enter(drafter.token);
    expect(await standing(session)).toBe('drafter writes');
    const both = await enter(late.token, session);
    expect(await standing(session)).toBe('stranger waits');
    // The newest account that participates counts.
    expect(await standing(both)).toBe('observer reads');
  });

  it('R33: signing out, and a new link, end a session', async () => {
    const [one, other] = [await enter(drafter.token), await enter(drafter.token)];
    expect(await standing(one)).toBe('drafter writes');
    expect(await standing(other)).toBe('drafter writes');
    await send(harness, null, 'DELETE', '/api/session', undefined, {
      cookie: `${SESSION_COOKIE}=${one.cookie}`,
      origin: 'http://localhost:80',
      host: 'localhost:80',
    });
    expect(await standing(one)).toBe('stranger waits');
    expect(await standing(other)).toBe('drafter writes');
    await act('POST', `/members/${drafter.id}/invitation`);
    expect(await standing(other)).toBe('stranger waits');
  });

  it('R33: a session ends when its time has come, and a window when it closes', async () => {
    const session = await enter(drafter.token);
    expect(await standing(session)).toBe('drafter writes');
    const soon = new Date(Date.parse(harness.clock.now()) + HOUR).toISOString();
    await act('POST', '/phase', { phase: 'consultation', closesAt: soon });
    expect((await admitted(session)).document.phase).toBe('consultation');
    // Nobody turns the server's timers: who looks first closes it.
    harness.clock.skip(2 * HOUR);
    const after = await admitted(session);
    expect(after.document.phase).toBe('drafting');
    expect(after.abilities['text.write'].allowed).toBe(true);
    harness.clock.skip(91 * 24 * HOUR);
    expect(await standing(session)).toBe('stranger waits');
  });

  it('R72: tells when a session ends by itself, without asking the database twice, and nothing of one that has', async () => {
    const { cookie } = await enter(drafter.token);
    const { gatekeeper } = harness.context;
    const end = await gatekeeper.endsAt(cookie as string);
    const days = (Date.parse(end as string) - Date.parse(harness.clock.now())) / (24 * HOUR);
    expect(Math.round(days)).toBe(90);
    const before = watch.reads;
    expect(await gatekeeper.endsAt(cookie as string)).toBe(end);
    expect(watch.reads).toBe(before);
    harness.clock.skip(91 * 24 * HOUR);
    expect(await gatekeeper.endsAt(cookie as string)).toBe(null);
    expect(await gatekeeper.endsAt('none')).toBe(null);
  });

  it('R33: a change that fails changes nothing', async () => {
    expect(await standing(bearer(drafter.token))).toBe('drafter writes');
    const { store } = harness.context;
    const failed = store.transact(async (rows) => {
      const document = await rows.documents.find(id);
      if (document !== null) await rows.documents.update({ ...document, phase: 'closed' });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await standing(bearer(drafter.token))).toBe('drafter writes');
  });

  it('R33: what opens nothing is not remembered', async () => {
    expect(await admit(bearer('nothing'))).toBe('unknown-credentials');
    expect(await standing({ cookie: 'nothing', bearer: null })).toBe('stranger waits');
    expect(await harness.context.gatekeeper.admit(bearer(drafter.token), 'nowhere' as DocumentId)).toBe(
      'no-document',
    );
  });
});
