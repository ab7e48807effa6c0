import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../../../server/audit/verify.ts';
import { watchWindows } from '../../../server/commands/close-window.ts';
import type { IsoTime } from '../../../shared/model/ids.ts';
import { ADMIN, type Member, send } from '../harness.ts';
import { THROWING } from '../journal.ts';
import { createRegisterStage, outcome, type RegisterStage } from '../register-stage.ts';

const HOUR = 3_600_000;
const DAYS = 24 * HOUR;

let stage: RegisterStage;
let version: string;
beforeEach(async () => {
  stage = await createRegisterStage({ phase: 'negotiation' });
  version = (await stage.as('facilitator', 'GET', '/versions')).json().versions.at(-1).id;
});
afterEach(async () => {
  expect((await verify(stage.harness.store)).flatMap(({ findings }) => findings)).toEqual([]);
  await stage.close();
});

const later = (ms: number) => new Date(Date.parse(stage.harness.clock.now()) + ms).toISOString();
const open = (deadline: unknown = later(4 * DAYS), more: object = {}) =>
  stage.as('facilitator', 'POST', '/silences', { version, deadline, ...more });
const opened = async (deadline?: string) => (await open(deadline)).json().entry.row;
const place = () => ({ paragraph: stage.paragraph });
const object = (silence: string, who: Parameters<RegisterStage['as']>[0] = 'delegate', body: object = {}) =>
  stage.as(who, 'POST', `/silences/${silence}/objections`, {
    places: [place()],
    reason: 'It goes beyond what was agreed.',
    ...body,
  });
const document = async () => (await stage.as('facilitator', 'GET', '')).json().document;
const silences = async () => (await stage.as('facilitator', 'GET', '/silences')).json().silences;
const acts = async () =>
  (await stage.harness.store.rows.audit.read(stage.id as never, 0, 200)).map(({ act }) => act);
const pass = async (ms: number) => {
  stage.harness.clock.turn(ms);
  // The timer's transaction has no promise to wait for; the next one comes behind it.
  await stage.harness.store.transact(async () => undefined);
};

describe('silence procedure', () => {
  it('V120: it freezes the text in the transaction that opens it, and everybody is told', async () => {
    stage.harness.events.length = 0;
    const deadline = later(4 * DAYS);
    const answer = await open(deadline, { letter: 'Dear colleagues,\r\nplease object in time.' });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({
      entry: {
        noun: 'silence',
        row: { version, outcome: 'running', deadline, letter: 'Dear colleagues,\nplease object in time.' },
      },
      warnings: [],
    });
    expect(await document()).toMatchObject({ phase: 'silence', closesAt: deadline });
    expect((await acts()).slice(-2)).toEqual(['silence.open', 'phase.change']);
    const told = stage.harness.events.map(({ kind }) => kind);
    expect(told).toEqual(expect.arrayContaining(['register-changed', 'phase-changed', 'notices-changed']));
    const { abilities } = (await stage.as('drafter', 'GET', '')).json();
    expect(abilities['text.write']).toEqual({ allowed: false, reason: 'phase' });
  });

  it('V60, V61: short is told, the past and another version are refused, and one runs at a time', async () => {
    expect((await open(later(-HOUR))).json().fields[0].field).toBe('deadline');
    expect((await open(later(HOUR), { version: 'another' })).json().fields[0].field).toBe('version');
    expect(
      (await stage.as('delegate', 'POST', '/silences', { version, deadline: later(HOUR) })).statusCode,
    ).toBe(403);
    expect((await open(later(71 * HOUR))).json().warnings).toEqual(['shorter-than-72-hours']);
    expect(outcome(await open())).toEqual([409, 'phase-conflict']);
  });

  it('V121: while it runs the phase is not set by hand and nothing is published', async () => {
    const { id, deadline } = await opened();
    for (const phase of ['drafting', 'silence', 'closed']) {
      const answer = await stage.as('facilitator', 'POST', '/phase', { phase });
      expect(outcome(answer)).toEqual([409, 'phase-conflict']);
      expect(answer.json().detail).toContain(deadline);
    }
    const published = await stage.as('facilitator', 'POST', '/versions', { stage: 'final', name: 'Final' });
    expect(outcome(published)).toEqual([403, 'not-permitted']);
    const adoption = { version, manner: 'consensus', date: '2026-10-01' };
    expect(outcome(await stage.as('facilitator', 'POST', '/adoption', adoption))).toEqual([
      409,
      'phase-conflict',
    ]);
    expect((await stage.as('facilitator', 'POST', `/silences/${id}/ending`)).statusCode).toBe(200);
    expect((await stage.as('facilitator', 'POST', '/phase', { phase: 'drafting' })).statusCode).toBe(200);
  });

  it('V121: the phase silence without a procedure freezes a text as before and ends by hand', async () => {
    await stage.as('facilitator', 'POST', '/phase', { phase: 'silence' });
    expect(await document()).toMatchObject({ phase: 'silence', closesAt: null });
    await pass(30 * DAYS);
    expect((await document()).phase).toBe('silence');
    expect((await stage.as('facilitator', 'POST', '/phase', { phase: 'negotiation' })).statusCode).toBe(200);
  });

  it('V122: kept is recorded by the timer at the deadline, once, and leads to adoption', async () => {
    const { deadline } = await opened();
    stage.harness.events.length = 0;
    await pass(4 * DAYS - HOUR);
    expect((await document()).phase).toBe('silence');
    await pass(HOUR);
    expect(await document()).toMatchObject({ phase: 'adoption', phaseSince: deadline, closesAt: null });
    expect((await silences())[0].silence).toMatchObject({ outcome: 'kept', decidedAt: deadline });
    const log = await stage.harness.store.rows.audit.read(stage.id as never, 0, 200);
    expect(log.slice(-2)).toMatchObject([
      { act: 'silence.settle', participantId: null },
      { act: 'phase.close', participantId: null },
    ]);
    const told = stage.harness.events.map(({ kind }) => kind);
    expect(told).toEqual(['phase-changed', 'register-changed', 'notices-changed']);
  });

  it('V122: broken leads to negotiation; an objection taken back in time does not break it', async () => {
    const first = await opened();
    const objection = (await object(first.id)).json().entry;
    expect(objection.row).toMatchObject({
      holder: { noun: 'delegation' },
      places: [{ paragraph: stage.paragraph, chapeau: false }],
    });
    await pass(4 * DAYS);
    expect(await document()).toMatchObject({ phase: 'negotiation', phaseSince: first.deadline });
    const second = await opened();
    const other = (await object(second.id)).json().entry.id;
    const withdrawal = `/objections/${other}/withdrawal`;
    expect(outcome(await stage.as('stakeholder', 'POST', withdrawal))).toEqual([403, 'not-permitted']);
    const stranger = await stage.invite('delegate', 'Delegation C');
    expect(outcome(await stage.as(stranger, 'POST', withdrawal))).toEqual([403, 'not-permitted']);
    const colleague = await stage.invite('delegate');
    expect((await stage.as(colleague, 'POST', withdrawal)).statusCode).toBe(200);
    expect(outcome(await stage.as('delegate', 'POST', withdrawal))).toEqual([409, 'withdrawn']);
    await pass(4 * DAYS);
    const [broken, kept] = await silences();
    expect([broken.silence.outcome, kept.silence.outcome]).toEqual(['broken', 'kept']);
    expect(broken.places).toMatchObject([{ paragraph: stage.paragraph, by: [{ objection: objection.id }] }]);
    expect(kept.places).toEqual([]);
  });

  it('V122: whoever looks or acts after the deadline finds it settled, though no timer has run', async () => {
    const { deadline } = await opened();
    const after = Date.parse(deadline) + HOUR;
    Object.assign(stage.harness.clock, { now: () => new Date(after).toISOString() });
    expect(await document()).toMatchObject({ phase: 'adoption', phaseSince: deadline });
    const early = (await acts()).filter((act) => act === 'silence.settle');
    await Promise.all([
      document(),
      silences(),
      stage.as('facilitator', 'POST', '/phase', { phase: 'negotiation' }),
    ]);
    expect(early).toHaveLength(1);
    expect((await acts()).filter((act) => act === 'silence.settle')).toHaveLength(1);
  });

  it('V123: one that ended while the server was down is settled at the next start, as of its deadline', async () => {
    const silence = await opened();
    await object(silence.id);
    const { clock, context } = stage.harness;
    const at = Date.parse(silence.deadline) + 9 * DAYS;
    const stop = await watchWindows(
      { ...context, clock: { ...clock, now: () => new Date(at).toISOString() as IsoTime } },
      THROWING,
    );
    stop();
    const stored = await stage.harness.store.rows.register.find(stage.id as never, 'silence', silence.id);
    expect(stored).toMatchObject({ at: new Date(at).toISOString(), row: { outcome: 'broken' } });
    expect(stored?.row.decidedAt).toBe(silence.deadline);
  });

  it('V124: an objection is in time until the last millisecond and too late at the deadline', async () => {
    const { id, deadline } = await opened();
    const at = (ms: number) =>
      Object.assign(stage.harness.clock, {
        now: () => new Date(Date.parse(deadline) + ms).toISOString(),
      });
    at(-1);
    expect((await object(id)).statusCode).toBe(201);
    at(0);
    const late = await object(id);
    expect(outcome(late)).toEqual([409, 'too-late']);
    expect(late.json().detail).toContain(deadline);
    expect(outcome(await object(id, 'observer'))).toEqual([403, 'not-permitted']);
    expect((await silences())[0]).toMatchObject({
      silence: { outcome: 'broken' },
      objections: [{ silence: id }],
    });
  });

  it('V124: objections that race the deadline: whatever was recorded counts, and nothing else was', async () => {
    const { id, deadline } = await opened();
    const people: Member[] = [];
    for (let n = 0; n < 6; n += 1) people.push(await stage.invite('delegate', `Delegation ${n}`));
    const start = Date.parse(deadline) - 20;
    let reading = 0;
    // Every look at the clock is a millisecond later: the deadline passes somewhere among the requests.
    Object.assign(stage.harness.clock, { now: () => new Date(start + reading++).toISOString() });
    const answers = await Promise.all(people.map((who) => object(id, who)));
    Object.assign(stage.harness.clock, { now: () => new Date(start + HOUR).toISOString() });
    const taken = answers.filter(({ statusCode }) => statusCode === 201).length;
    const [settled] = await silences();
    expect(settled.objections).toHaveLength(taken);
    expect(settled.silence.outcome).toBe(taken > 0 ? 'broken' : 'kept');
    for (const answer of answers)
      if (answer.statusCode !== 201) expect(['too-late', 'unavailable']).toContain(answer.json().code);
  });

  it('V124: a lost answer asked for again after the deadline is the one given in time', async () => {
    const { id } = await opened();
    const key = { 'idempotency-key': 'objection-1' };
    const body = { places: [place()], reason: 'No.' };
    const first = await stage.as('delegate', 'POST', `/silences/${id}/objections`, body, key);
    await pass(5 * DAYS);
    const again = await stage.as('delegate', 'POST', `/silences/${id}/objections`, body, key);
    expect([again.statusCode, again.json()]).toEqual([201, first.json()]);
  });

  it('V63, V9: it names places and a reason, for a group by its spokesperson, with an amendment', async () => {
    const { id } = await opened();
    expect((await object(id, 'delegate', { places: [] })).json().fields[0].field).toBe('places');
    expect((await object(id, 'delegate', { reason: ' ' })).json().fields[0].field).toBe('reason');
    expect((await object(id, 'delegate', { proposal: 'none' })).json().fields[0].field).toBe('proposal');
    const chapeau = [{ ...place(), chapeau: true }];
    expect((await object(id, 'delegate', { places: chapeau })).json().fields[0].field).toBe(
      'places.0.chapeau',
    );
    for (const who of ['facilitator', 'drafter', 'stakeholder', 'observer'] as const)
      expect(outcome(await object(id, who))).toEqual([403, 'not-permitted']);
    const { delegation } = (await stage.as('delegate', 'GET', '')).json().me;
    const group = (
      await stage.as('facilitator', 'POST', '/groups', {
        name: 'Group A',
        members: [{ delegationId: delegation.id }],
        spokesperson: delegation.id,
      })
    ).json().entry.id;
    const proposal = (
      await stage.as('delegate', 'POST', '/proposals', {
        text: 'working',
        changes: [{ act: 'delete', paragraph: stage.paragraph, base: null, wording: [], after: null }],
        rationale: 'Delete it.',
      })
    ).json().entry?.id;
    expect((await object(id, 'delegate', { onBehalfOf: group, proposal })).json().entry.row).toMatchObject({
      holder: { noun: 'group', id: group },
      proposal,
      by: { onBehalfOf: group },
    });
    expect(
      (await object(id, await stage.invite('delegate', 'Delegation C'), { onBehalfOf: group })).statusCode,
    ).toBe(400);
  });

  it('V66: ended early it has no outcome, and the talks go on', async () => {
    const { id } = await opened();
    expect(outcome(await stage.as('delegate', 'POST', `/silences/${id}/ending`))).toEqual([
      403,
      'not-permitted',
    ]);
    const ended = (await stage.as('facilitator', 'POST', `/silences/${id}/ending`)).json().entry.row;
    expect(ended.outcome).toBe('ended');
    expect(await document()).toMatchObject({ phase: 'negotiation', closesAt: null });
    await pass(5 * DAYS);
    expect((await silences())[0].silence).toEqual(ended);
    expect(outcome(await object(id))).toEqual([409, 'too-late']);
    expect(outcome(await stage.as('facilitator', 'POST', `/silences/${id}/ending`))).toEqual([
      409,
      'too-late',
    ]);
    expect(outcome(await stage.as('facilitator', 'POST', '/silences/none/ending'))).toEqual([
      404,
      'not-found',
    ]);
  });

  it.each([
    // Clocks in New York go forward at 02:00 on 14 March 2027 and back at 02:00 on 7 November 2027.
    ['2027-03-13T15:00', '2027-03-13T20:00:00.000Z', []],
    ['2027-03-14T15:00', '2027-03-14T19:00:00.000Z', []],
    ['2027-03-14T02:30', '2027-03-14T07:30:00.000Z', ['wall-time-skipped']],
    ['2027-11-06T15:00', '2027-11-06T19:00:00.000Z', []],
    ['2027-11-07T01:30', '2027-11-07T06:30:00.000Z', ['wall-time-repeated']],
    ['2027-11-07T15:00', '2027-11-07T20:00:00.000Z', []],
  ])('V83, V84: a deadline announced as %s in New York passes at %s', async (wall, deadline, warnings) => {
    const answer = await open({ wall, timeZone: 'America/New_York' });
    expect(answer.json()).toMatchObject({ entry: { row: { deadline } }, warnings });
    const until = Date.parse(deadline) - Date.parse(stage.harness.clock.now());
    await pass(until - 60_000);
    expect((await document()).phase).toBe('silence');
    await pass(60_000);
    expect(await document()).toMatchObject({ phase: 'adoption', phaseSince: deadline });
  });

  it('V83: a wall time that is none, and a zone that is none, are refused by name', async () => {
    const wrong = async (deadline: object) => (await open(deadline)).json().fields?.[0]?.field;
    expect(await wrong({ wall: '2027-02-30T10:00', timeZone: 'UTC' })).toBe('deadline.wall');
    expect(await wrong({ wall: '2027-02-20T10:00', timeZone: 'Mars/Olympus' })).toBe('deadline.timeZone');
    expect(
      (await send(stage.harness, ADMIN, 'POST', `/api/documents/${stage.id}/silences`, {})).statusCode,
    ).toBe(400);
  });
});
