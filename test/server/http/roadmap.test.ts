import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeWindow } from '../../../server/commands/close-window.ts';
import { createRegisterStage, outcome, type RegisterStage } from '../register-stage.ts';

const DAY = 86_400_000;
const NEW_YORK = 'America/New_York';

/** The stage's clock begins on Thursday 1 October 2026, 09:00 UTC. */
let stage: RegisterStage;
const milestone = (body: object = {}) => ({
  kind: 'revision',
  name: 'Rev.1',
  planned: '2026-11-02',
  ...body,
});
const add = (body: object = {}, who: Parameters<RegisterStage['as']>[0] = 'facilitator') =>
  stage.as(who, 'POST', '/milestones', milestone(body));
const roadmap = async () => (await stage.as(null, 'GET', '/roadmap')).json();
const phase = async () => (await stage.as(null, 'GET', '')).json().document;
const rows = async (): Promise<Record<string, unknown>[]> =>
  (await roadmap()).stations.map((station: { milestone: object }) => station.milestone);

describe('milestones', () => {
  beforeAll(async () => {
    stage = await createRegisterStage();
  });
  afterAll(() => stage.close());

  it('V130: a day is its noon in UTC, today is no later than now, and a wall time is read in its zone', async () => {
    const days = await add({ planned: '2026-11-02', actual: '2026-10-01' });
    expect(days.statusCode, days.body).toBe(201);
    const { entry, warnings } = days.json();
    expect(warnings).toEqual([]);
    expect(entry.row.planned).toBe('2026-11-02T12:00:00.000Z');
    expect(entry.row.actual < '2026-10-01T12:00:00.000Z').toBe(true);
    // New York goes back to winter time on 1 November 2026.
    const walls = await add({ name: 'In winter', planned: { wall: '2026-11-02T09:00', timeZone: NEW_YORK } });
    expect(walls.json().entry.row.planned).toBe('2026-11-02T14:00:00.000Z');
    const summer = await add({
      name: 'In summer',
      planned: { wall: '2026-10-30T09:00', timeZone: NEW_YORK },
    });
    expect(summer.json().entry.row.planned).toBe('2026-10-30T13:00:00.000Z');
  });

  it('V84: in the hour that comes twice a window opens at the first and closes at the second', async () => {
    const twice = { wall: '2026-11-01T01:30', timeZone: NEW_YORK };
    const answer = await add({
      kind: 'consultation',
      planned: null,
      window: { opensAt: twice, closesAt: twice, timeZone: NEW_YORK },
    });
    const { row } = answer.json().entry;
    expect(row.window).toMatchObject({
      opensAt: '2026-11-01T05:30:00.000Z',
      closesAt: '2026-11-01T06:30:00.000Z',
    });
    expect(row.planned).toBe(row.window.closesAt);
  });

  it('V131: a window of fewer than seven working days is recorded and told', async () => {
    const window = (closesAt: string) => ({
      opensAt: { wall: '2026-10-05T09:00', timeZone: NEW_YORK },
      closesAt: { wall: closesAt, timeZone: NEW_YORK },
      timeZone: NEW_YORK,
    });
    const short = await add({ kind: 'consultation', planned: null, window: window('2026-10-13T18:00') });
    expect(short.statusCode).toBe(201);
    expect(short.json().warnings).toEqual(['shorter-than-seven-working-days']);
    const { id, row } = short.json().entry;
    const longer = await stage.as('facilitator', 'PUT', `/milestones/${id}`, {
      ...milestone({ kind: row.kind, planned: null }),
      window: window('2026-10-14T18:00'),
    });
    expect(longer.json()).toMatchObject({ entry: { revision: 2 }, warnings: [] });
  });

  it('V80: what is taken off the roadmap keeps its row, and is not changed again', async () => {
    const { id } = (await add({ name: 'A mistake' })).json().entry;
    const off = await stage.as('facilitator', 'POST', `/milestones/${id}/withdrawal`);
    expect(off.json().entry.row.withdrawnAt).toBe(off.json().entry.at);
    expect((await rows()).map(({ name }) => name)).not.toContain('A mistake');
    const again = await stage.as('facilitator', 'PUT', `/milestones/${id}`, milestone());
    expect(outcome(again)).toEqual([409, 'withdrawn']);
    const { entries } = (await stage.as(null, 'GET', `/register/milestone/${id}/history`)).json();
    expect(entries).toHaveLength(2);
  });

  it('V130: facilitators alone change the roadmap', async () => {
    for (const who of ['drafter', 'delegate', 'stakeholder', 'observer'] as const)
      expect(outcome(await add({}, who))).toEqual([403, 'not-permitted']);
  });

  const window = { opensAt: '2026-10-05T09:00:00Z', closesAt: '2026-10-20T09:00:00Z', timeZone: 'UTC' };
  const BAD: readonly (readonly [string, object, string])[] = [
    ['neither day nor window', { planned: null }, 'planned'],
    ['a day that no month has', { planned: '2026-02-30' }, 'planned'],
    [
      'a wall time that is no date',
      { planned: { wall: '2026-02-30T09:00', timeZone: 'UTC' } },
      'planned.wall',
    ],
    ['an unknown zone', { planned: { wall: '2026-02-20T09:00', timeZone: 'Mars' } }, 'planned.timeZone'],
    ['something done tomorrow', { actual: '2026-10-09' }, 'actual'],
    ['a version of nobody', { version: 'none' }, 'version'],
    ['no name', { name: ' ' }, 'name'],
    ['a window that closes first', { window: { ...window, closesAt: window.opensAt } }, 'window.closesAt'],
    ['a window in an offset', { window: { ...window, timeZone: '+02:00' } }, 'window.timeZone'],
  ];
  for (const [what, body, field] of BAD)
    it(`V130: ${what} is refused`, async () => {
      const answer = await add(body);
      expect(outcome(answer)).toEqual([400, 'invalid-fields']);
      expect(answer.json().fields[0].field).toBe(field);
    });
});

describe('windows', () => {
  beforeEach(async () => {
    stage = await createRegisterStage();
  });
  afterEach(() => stage.close());

  const announced = async () =>
    (
      await add({
        kind: 'consultation',
        name: 'Comments on the zero draft',
        planned: null,
        window: { opensAt: '2026-10-05T13:00:00Z', closesAt: '2026-10-16T22:00:00Z', timeZone: NEW_YORK },
      })
    ).json().entry.id as string;
  const open = (id: string, body: object = {}) =>
    stage.as('facilitator', 'POST', `/milestones/${id}/opening`, body);

  it('V132: one act opens the consultation until the end of the window, and it closes by itself', async () => {
    const id = await announced();
    const opened = await open(id);
    expect(opened.statusCode, opened.body).toBe(200);
    expect(await phase()).toMatchObject({ phase: 'consultation', closesAt: '2026-10-16T22:00:00.000Z' });
    const [station] = (await roadmap()).stations;
    expect(station.window).toEqual({ state: 'open', running: true, workingDays: 11 });
    expect(station.milestone.window.opensAt).toBe(opened.json().entry.at);
    const { harness } = stage;
    harness.clock.turn(20 * DAY);
    await closeWindow(harness.context, stage.id as never);
    expect((await phase()).phase).toBe('drafting');
    const [after] = (await roadmap()).stations;
    expect(after).toMatchObject({
      milestone: { actual: '2026-10-16T22:00:00.000Z' },
      window: { state: 'closed', running: false },
      period: { from: null, to: '2026-10-16T22:00:00.000Z' },
    });
    const acts = await harness.store.rows.audit.read(stage.id as never, 0, 200);
    expect(acts.at(-1)).toMatchObject({ act: 'milestone.set', participantId: null });
  });

  it('V132: the server was down at the end: the date is the announced end all the same', async () => {
    const id = await announced();
    await open(id, { closesAt: { wall: '2026-10-09T18:00', timeZone: NEW_YORK } });
    const { clock, store, context } = stage.harness;
    const now = Date.parse(clock.now());
    Object.assign(clock, { now: () => new Date(now + 40 * DAY).toISOString() });
    await closeWindow(context, stage.id as never);
    expect((await store.rows.register.find(stage.id as never, 'milestone', id))?.row).toMatchObject({
      actual: '2026-10-09T22:00:00.000Z',
      window: { closesAt: '2026-10-09T22:00:00.000Z', timeZone: NEW_YORK },
    });
  });

  it('V132: an end that is moved moves for both, by the phase and by the roadmap', async () => {
    const id = await announced();
    await open(id);
    const later = '2026-10-20T22:00:00.000Z';
    await stage.as('facilitator', 'POST', '/phase', { phase: 'consultation', closesAt: later });
    const [station] = (await roadmap()).stations;
    expect(station).toMatchObject({ milestone: { window: { closesAt: later } }, window: { running: true } });
    const latest = '2026-10-22T22:00:00.000Z';
    const { kind, name, window } = station.milestone;
    const body = { kind, name, planned: null, window: { ...window, closesAt: latest } };
    const changed = await stage.as('facilitator', 'PUT', `/milestones/${id}`, body);
    expect(changed.statusCode, changed.body).toBe(200);
    expect((await phase()).closesAt).toBe(latest);
    const past = { ...body, window: { ...window, closesAt: '2026-10-01T09:30:00Z' } };
    stage.harness.clock.turn(DAY);
    expect(outcome(await stage.as('facilitator', 'PUT', `/milestones/${id}`, past))).toEqual([
      400,
      'invalid-fields',
    ]);
  });

  it('V132: ended early by the facilitators, it closes with its end; it is not opened twice', async () => {
    const id = await announced();
    await open(id);
    stage.harness.clock.turn(DAY);
    await stage.as('facilitator', 'POST', '/phase', { phase: 'negotiation' });
    const [row] = (await rows()) as { actual: string; window: { closesAt: string } }[];
    expect(row?.actual.slice(0, 10)).toBe('2026-10-02');
    expect(row?.window.closesAt).toBe(row?.actual);
    expect(outcome(await open(id))).toEqual([409, 'phase-conflict']);
  });

  it('V132: opening another window ends the one that is open', async () => {
    const [first, second] = [await announced(), (await add({ name: 'Second round' })).json().entry.id];
    await open(first);
    expect(outcome(await open(second))).toEqual([400, 'invalid-fields']);
    stage.harness.clock.turn(DAY);
    const opened = await open(second, { closesAt: { wall: '2026-10-30T18:00', timeZone: 'Africa/Nairobi' } });
    expect(opened.json().entry.row.window).toMatchObject({
      closesAt: '2026-10-30T15:00:00.000Z',
      timeZone: 'Africa/Nairobi',
    });
    const running = (await roadmap()).stations.filter(
      ({ window }: { window: { running: boolean } }) => window.running,
    );
    expect(running.map(({ milestone: { id } }: { milestone: { id: string } }) => id)).toEqual([second]);
    expect((await rows()).find(({ id }) => id === first)?.actual).not.toBeNull();
  });
});

describe('what was published and received', () => {
  beforeEach(async () => {
    stage = await createRegisterStage();
  });
  afterEach(() => stage.close());

  it('V133: a version published at a milestone gives it the date in the same act', async () => {
    const { id } = (await add()).json().entry;
    const { write } = await import('../harness.ts');
    await write(stage.harness, stage.id, stage.people.drafter.id, 'More words.');
    const published = await stage.as('facilitator', 'POST', '/versions', {
      stage: 'revision',
      name: 'Rev.1',
      milestone: id,
    });
    expect(published.statusCode, published.body).toBe(201);
    const station = (await roadmap()).stations.find(
      ({ milestone: row }: { milestone: { id: string } }) => row.id === id,
    );
    expect(station.versions[0]).toBe(published.json().id);
    const { versions } = (await stage.as(null, 'GET', '/versions')).json();
    expect(station.milestone.actual).toBe(versions.at(-1).publishedAt);
    await write(stage.harness, stage.id, stage.people.drafter.id, 'Still more.');
    const again = await stage.as('facilitator', 'POST', '/versions', {
      stage: 'revision',
      name: 'Rev.2',
      milestone: id,
    });
    expect(outcome(again)).toEqual([409, 'already-exists']);
    expect((await stage.as(null, 'GET', '/versions')).json().versions).toHaveLength(versions.length);
  });

  it('V134: counts what came between one station and the next, by delegation; a private note is none', async () => {
    const before = await stage.comment('delegate');
    await stage.comment('delegate', { visibility: 'delegation' });
    const first = (await add({ name: 'First', actual: '2026-10-01' })).json().entry;
    stage.harness.clock.turn(DAY);
    await stage.comment('stakeholder');
    await stage.comment('stakeholder');
    await add({ name: 'Second', planned: '2026-10-02', actual: '2026-10-02' });
    await stage.comment('delegate');
    const { stations, since } = await roadmap();
    const counted = (station: { received: { delegation: string; counts: { comment: number } }[] }) =>
      station.received.map(({ delegation, counts }) => [delegation, counts.comment]);
    const delegate = before.row.by.delegationId;
    expect(counted(stations[0])).toEqual([[delegate, 1]]);
    expect(stations[0].milestone.id).toBe(first.id);
    expect(counted(stations[1]).map(([, count]) => count)).toEqual([2]);
    expect(counted(since)).toEqual([[delegate, 1]]);
    expect(stations[1].received[0].constituency).toBe('civil-society');
  });

  it('V134: the roadmap is seen by whoever sees the register', async () => {
    await stage.as('facilitator', 'PATCH', '', { register: 'participants' });
    expect((await stage.as(null, 'GET', '/roadmap')).statusCode).not.toBe(200);
    expect((await stage.as('observer', 'GET', '/roadmap')).statusCode).toBe(200);
  });
});
