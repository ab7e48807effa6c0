import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchWindows } from '../../../server/commands/close-window.ts';
import type { IsoTime } from '../../../shared/model/ids.ts';
import { ADMIN, send } from '../harness.ts';
import { THROWING } from '../journal.ts';
import { outcome } from '../register-stage.ts';
import { createSilenceStage, DAYS, HOUR, type SilenceStage } from './silence-stage.ts';

let stage: SilenceStage;
beforeEach(async () => {
  stage = await createSilenceStage();
});
afterEach(() => stage.close());

const acts = async () => (await stage.log()).map(({ act }) => act);

describe('silence procedure', () => {
  it('V120: it freezes the text in the transaction that opens it, and everybody is told', async () => {
    stage.harness.events.length = 0;
    const deadline = stage.later(4 * DAYS);
    const answer = await stage.open(deadline, { letter: 'Dear colleagues,\r\nplease object in time.' });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({
      entry: {
        noun: 'silence',
        row: {
          version: stage.version,
          outcome: 'running',
          deadline,
          letter: 'Dear colleagues,\nplease object in time.',
        },
      },
      warnings: [],
    });
    expect(await stage.document()).toMatchObject({ phase: 'silence', closesAt: deadline });
    expect((await acts()).slice(-2)).toEqual(['silence.open', 'phase.change']);
    const told = stage.harness.events.map(({ kind }) => kind);
    expect(told).toEqual(expect.arrayContaining(['register-changed', 'phase-changed', 'notices-changed']));
    const { abilities } = (await stage.as('drafter', 'GET', '')).json();
    expect(abilities['text.write']).toEqual({ allowed: false, reason: 'phase' });
  });

  it('V60, V61: short is told, the past and another version are refused, and one runs at a time', async () => {
    expect((await stage.open(stage.later(-HOUR))).json().fields[0].field).toBe('deadline');
    expect((await stage.open(stage.later(HOUR), { version: 'another' })).json().fields[0].field).toBe(
      'version',
    );
    expect(
      (
        await stage.as('delegate', 'POST', '/silences', {
          version: stage.version,
          deadline: stage.later(HOUR),
        })
      ).statusCode,
    ).toBe(403);
    expect((await stage.open(stage.later(71 * HOUR))).json().warnings).toEqual(['shorter-than-72-hours']);
    expect(outcome(await stage.open())).toEqual([409, 'phase-conflict']);
  });

  it('V121: while it runs the phase is not set by hand and nothing is published', async () => {
    const { id, deadline } = await stage.opened();
    for (const phase of ['drafting', 'silence', 'closed']) {
      const answer = await stage.as('facilitator', 'POST', '/phase', { phase });
      expect(outcome(answer)).toEqual([409, 'phase-conflict']);
      expect(answer.json().detail).toContain(deadline);
    }
    const published = await stage.as('facilitator', 'POST', '/versions', { stage: 'final', name: 'Final' });
    expect(outcome(published)).toEqual([403, 'not-permitted']);
    const adoption = { version: stage.version, manner: 'consensus', date: '2026-10-01' };
    expect(outcome(await stage.as('facilitator', 'POST', '/adoption', adoption))).toEqual([
      409,
      'phase-conflict',
    ]);
    expect((await stage.as('facilitator', 'POST', `/silences/${id}/ending`)).statusCode).toBe(200);
    expect((await stage.as('facilitator', 'POST', '/phase', { phase: 'drafting' })).statusCode).toBe(200);
  });

  it('V121: the phase silence without a procedure freezes a text as before and ends by hand', async () => {
    await stage.as('facilitator', 'POST', '/phase', { phase: 'silence' });
    expect(await stage.document()).toMatchObject({ phase: 'silence', closesAt: null });
    await stage.pass(30 * DAYS);
    expect((await stage.document()).phase).toBe('silence');
    expect((await stage.as('facilitator', 'POST', '/phase', { phase: 'negotiation' })).statusCode).toBe(200);
  });

  it('V122: kept is recorded by the timer at the deadline, once, and leads to adoption', async () => {
    const { deadline } = await stage.opened();
    stage.harness.events.length = 0;
    await stage.pass(4 * DAYS - HOUR);
    expect((await stage.document()).phase).toBe('silence');
    await stage.pass(HOUR);
    expect(await stage.document()).toMatchObject({ phase: 'adoption', phaseSince: deadline, closesAt: null });
    expect((await stage.silences())[0]?.silence).toMatchObject({ outcome: 'kept', decidedAt: deadline });
    const log = await stage.harness.store.rows.audit.read(stage.id as never, 0, 200);
    expect(log.slice(-2)).toMatchObject([
      { act: 'silence.settle', participantId: null },
      { act: 'phase.close', participantId: null },
    ]);
    const told = stage.harness.events.map(({ kind }) => kind);
    expect(told).toEqual(['phase-changed', 'register-changed', 'notices-changed']);
  });

  it('V122: broken leads to negotiation; an objection taken back in time does not break it', async () => {
    const first = await stage.opened();
    const objection = (await stage.object(first.id)).json().entry;
    expect(objection.row).toMatchObject({
      holder: { noun: 'delegation' },
      places: [{ paragraph: stage.paragraph, chapeau: false }],
    });
    await stage.pass(4 * DAYS);
    expect(await stage.document()).toMatchObject({ phase: 'negotiation', phaseSince: first.deadline });
    const second = await stage.opened();
    const other = (await stage.object(second.id)).json().entry.id;
    const withdrawal = `/objections/${other}/withdrawal`;
    expect(outcome(await stage.as('stakeholder', 'POST', withdrawal))).toEqual([403, 'not-permitted']);
    const stranger = await stage.invite('delegate', 'Delegation C');
    expect(outcome(await stage.as(stranger, 'POST', withdrawal))).toEqual([403, 'not-permitted']);
    const colleague = await stage.invite('delegate');
    expect((await stage.as(colleague, 'POST', withdrawal)).statusCode).toBe(200);
    expect(outcome(await stage.as('delegate', 'POST', withdrawal))).toEqual([409, 'withdrawn']);
    await stage.pass(4 * DAYS);
    const [broken, kept] = await stage.silences();
    expect([broken?.silence.outcome, kept?.silence.outcome]).toEqual(['broken', 'kept']);
    expect(broken?.places).toMatchObject([{ paragraph: stage.paragraph, by: [{ objection: objection.id }] }]);
    expect(kept?.places).toEqual([]);
  });

  it('V122: whoever looks or acts after the deadline finds it settled, though no timer has run', async () => {
    const { deadline } = await stage.opened();
    const after = Date.parse(deadline) + HOUR;
    Object.assign(stage.harness.clock, { now: () => new Date(after).toISOString() });
    expect(await stage.document()).toMatchObject({ phase: 'adoption', phaseSince: deadline });
    const early = (await acts()).filter((act) => act === 'silence.settle');
    await Promise.all([
      stage.document(),
      stage.silences(),
      stage.as('facilitator', 'POST', '/phase', { phase: 'negotiation' }),
    ]);
    expect(early).toHaveLength(1);
    expect((await acts()).filter((act) => act === 'silence.settle')).toHaveLength(1);
  });

  it('V123: one that ended while the server was down is settled at the next start, as of its deadline', async () => {
    const silence = await stage.opened();
    await stage.object(silence.id);
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

  it('V66: ended early it has no outcome, and the talks go on', async () => {
    const { id } = await stage.opened();
    expect(outcome(await stage.as('delegate', 'POST', `/silences/${id}/ending`))).toEqual([
      403,
      'not-permitted',
    ]);
    const ended = (await stage.as('facilitator', 'POST', `/silences/${id}/ending`)).json().entry.row;
    expect(ended.outcome).toBe('ended');
    expect(await stage.document()).toMatchObject({ phase: 'negotiation', closesAt: null });
    await stage.pass(5 * DAYS);
    expect((await stage.silences())[0]?.silence).toEqual(ended);
    expect(outcome(await stage.object(id))).toEqual([409, 'too-late']);
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
    const answer = await stage.open({ wall, timeZone: 'America/New_York' });
    expect(answer.json()).toMatchObject({ entry: { row: { deadline } }, warnings });
    const until = Date.parse(deadline) - Date.parse(stage.harness.clock.now());
    await stage.pass(until - 60_000);
    expect((await stage.document()).phase).toBe('silence');
    await stage.pass(60_000);
    expect(await stage.document()).toMatchObject({ phase: 'adoption', phaseSince: deadline });
  });

  it('V83: a wall time that is none, and a zone that is none, are refused by name', async () => {
    const wrong = async (deadline: object) => (await stage.open(deadline)).json().fields?.[0]?.field;
    expect(await wrong({ wall: '2027-02-30T10:00', timeZone: 'UTC' })).toBe('deadline.wall');
    expect(await wrong({ wall: '2027-02-20T10:00', timeZone: 'Mars/Olympus' })).toBe('deadline.timeZone');
    expect(
      (await send(stage.harness, ADMIN, 'POST', `/api/documents/${stage.id}/silences`, {})).statusCode,
    ).toBe(400);
  });
});
