import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../../server/audit/verify.ts';
import { createInputRate } from '../../server/http/input-rate.ts';
import { SteadyRates } from '../../server/http/steady-rates.ts';
import { createBucket } from '../../server/room/rate.ts';
import { INPUT_BURST } from '../../shared/api/limits.ts';
import type { IsoTime, ParticipantId } from '../../shared/model/ids.ts';
import { ADMIN, createHarness, type Harness, newDocument, newMember, send, write } from './harness.ts';

const DAY = 24 * 60 * 60_000;

let harness: Harness;
let id: string;
beforeEach(async () => {
  harness = await createHarness();
  id = await newDocument(harness);
});
afterEach(() => harness.close());

const timeIn = (ms: number): string => new Date(Date.parse(harness.clock.now()) + ms).toISOString();
const phaseOf = async (): Promise<unknown> =>
  (await send(harness, ADMIN, 'GET', `/api/documents/${id}`)).json().document.phase;

describe('a clock that jumps', () => {
  it('S75: logs and audit chain keep their order, whatever the times say', async () => {
    const { id: drafter } = await newMember(harness, id, 'drafter');
    await write(harness, id, drafter, 'Before.');
    harness.clock.skip(-DAY);
    await write(harness, id, drafter, 'After.');
    const publish = { stage: 'revision', name: 'Rev.1' };
    const made = await send(harness, ADMIN, 'POST', `/api/documents/${id}/versions`, publish);
    expect(made.statusCode).toBe(201);
    const log = await harness.store.textLog.read(id as never, 0, 100);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, k) => k + 1));
    expect((log.at(-1)?.at as string) < (log[0]?.at as string)).toBe(true);
    const { entries } = (await send(harness, ADMIN, 'GET', `/api/documents/${id}/audit`)).json();
    expect(entries.map(({ seq }: { seq: number }) => seq)).toEqual(
      entries.map((_: unknown, k: number) => k + 1),
    );
    expect((await verify(harness.store)).flatMap(({ findings }) => findings)).toEqual([]);
    const authorship = await send(harness, ADMIN, 'GET', `/api/documents/${id}/text/authorship`);
    expect(authorship.statusCode).toBe(200);
  });

  it('S75: a window that closed stays closed, one that is open closes once its time has come', async () => {
    const open = (closesAt: string) =>
      send(harness, ADMIN, 'POST', `/api/documents/${id}/phase`, { phase: 'consultation', closesAt });
    await open(timeIn(60_000));
    harness.clock.turn(61_000);
    expect(await phaseOf()).toBe('drafting');
    harness.clock.skip(-DAY);
    expect(await phaseOf()).toBe('drafting');
    await open(timeIn(60_000));
    harness.clock.skip(-60_000);
    expect(await phaseOf()).toBe('consultation');
    harness.clock.turn(121_000);
    expect(await phaseOf()).toBe('drafting');
    expect((await verify(harness.store)).flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('S75: a retried request is answered as before, and a session goes on', async () => {
    const { token } = await newMember(harness, id, 'facilitator');
    const entered = await send(harness, null, 'POST', '/api/session', { token });
    const cookie = String(entered.headers['set-cookie']).split(';')[0] as string;
    const create = () =>
      send(harness, ADMIN, 'POST', '/api/documents', { title: 'Once' }, { 'idempotency-key': 'k' });
    const first = await create();
    harness.clock.skip(-DAY);
    expect((await create()).json()).toEqual(first.json());
    const session = await send(harness, null, 'GET', '/api/session', undefined, { cookie });
    expect(session.json().signedIn).toBe(true);
  });

  it('S75: a retried request is answered as before after a clock that was two days ahead', async () => {
    const create = (key: string) =>
      send(harness, ADMIN, 'POST', '/api/documents', { title: key }, { 'idempotency-key': key });
    const first = await create('before');
    harness.clock.jump(2 * DAY);
    await create('two days ahead');
    harness.clock.jump(-2 * DAY);
    expect((await create('before')).json()).toEqual(first.json());
  });

  it('S75: requests are counted by a clock that does not jump', () => {
    let now = 1_000;
    const rates = new SteadyRates({}, () => now);
    const take = (key: string, rate = rates) => {
      let counted = { current: 0, ttl: 0 };
      const note = (_error: Error | null, result = counted): void => {
        counted = result;
      };
      rate.incr(key, note, 60_000);
      return counted;
    };
    expect([take('anna'), take('anna')]).toEqual([
      { current: 1, ttl: 60_000 },
      { current: 2, ttl: 60_000 },
    ]);
    now += 59_999;
    expect([take('anna'), take('ben')]).toEqual([
      { current: 3, ttl: 1 },
      { current: 1, ttl: 60_000 },
    ]);
    now += 1;
    expect(take('anna')).toEqual({ current: 1, ttl: 60_000 });
    expect(take('anna', rates.child())).toEqual({ current: 1, ttl: 60_000 });
    for (let k = 0; k < 5_000; k += 1) take(`caller ${k}`);
    expect(take('anna').current, 'whoever was counted anew longest ago is forgotten').toBe(1);
  });

  it('S75: allowances neither fill up nor stop filling', () => {
    const bucket = createBucket({ perSecond: 1, burst: 2 });
    expect([bucket.take(2, 10_000), bucket.take(1, 0)]).toEqual([true, false]);
    expect(bucket.take(1, 1_000)).toBe(true);
    let now = Date.UTC(2026, 9, 1);
    const rate = createInputRate({ now: () => new Date(now).toISOString() as IsoTime });
    const anna = 'anna' as ParticipantId;
    for (let k = 0; k < INPUT_BURST; k += 1) expect(rate.take(anna, 'comment.write')).toBe(0);
    now -= DAY;
    const wait = rate.take(anna, 'comment.write');
    expect(wait).toBeGreaterThan(0);
    now += wait * 1_000;
    expect(rate.take(anna, 'comment.write')).toBe(0);
  });
});
