import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeWindow, watchWindows } from '../../../server/commands/close-window.ts';
import { createMemoryStore } from '../../../server/store/memory/store.ts';
import { openSqliteStore } from '../../../server/store/sqlite/store.ts';
import { AT } from '../../contract/rows.ts';
import { THROWING } from '../journal.ts';
import { outcome } from '../register-stage.ts';
import { createSilenceStage, DAYS, HOUR, type SilenceStage } from './silence-stage.ts';

describe.each(['memory', 'SQLite'])('more time, stored in %s', (kind) => {
  let folder: string;
  let stage: SilenceStage;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sounding-board-'));
    const store = kind === 'memory' ? createMemoryStore() : openSqliteStore(folder, AT);
    stage = await createSilenceStage({ store });
  });
  afterEach(async () => {
    await stage.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const plus = (deadline: string, ms: number) => new Date(Date.parse(deadline) + ms).toISOString();
  const extend = (
    id: string,
    deadline: unknown,
    who: Parameters<SilenceStage['as']>[0] = 'facilitator',
    more: object = {},
    headers: Record<string, string> = {},
  ) => stage.as(who, 'POST', `/silences/${id}/extension`, { deadline, ...more }, headers);
  const silence = async () => (await stage.silences())[0]?.silence;
  const settled = async () => (await stage.log()).filter(({ act }) => act === 'silence.settle').length;

  it('V129: row, end of the phase and audit are one act, and everybody is told', async () => {
    const { id, deadline } = await stage.opened();
    await stage.object(id);
    const { phaseSince } = await stage.document();
    stage.harness.events.length = 0;
    const to = plus(deadline, DAYS);
    const answer = await extend(id, to, 'facilitator', { letter: 'Dear colleagues,\r\nas you asked.' });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      entry: { noun: 'silence', id, revision: 2, row: { deadline: to, outcome: 'running' } },
      warnings: [],
    });
    const { people } = stage;
    expect((await silence())?.extensions).toMatchObject([
      {
        from: deadline,
        to,
        letter: 'Dear colleagues,\nas you asked.',
        by: { participantId: people.facilitator.id },
      },
    ]);
    expect(await stage.document()).toMatchObject({ phase: 'silence', phaseSince, closesAt: to });
    expect((await stage.log()).slice(-2)).toMatchObject([
      { act: 'silence.extend', participantId: people.facilitator.id, subject: `silence:${id}@2` },
      { act: 'phase.change', subject: `document:${stage.id}` },
    ]);
    expect(stage.harness.events).toMatchObject([
      { kind: 'phase-changed', phase: 'silence', closesAt: to, only: 'closesAt' },
      { kind: 'register-changed' },
      { kind: 'notices-changed' },
    ]);
    // The first deadline is there to be read, in the revision of before.
    const revisions = await stage.harness.store.rows.register.history(stage.id as never, 'silence', id);
    expect(revisions.map(({ row }) => row.deadline)).toEqual([deadline, to]);
    expect((await stage.as('facilitator', 'GET', '/silences')).json().silences[0].objections).toHaveLength(1);
  });

  it('V68: refused names what is wrong: earlier, equal, no such zone, not there, not permitted, too late', async () => {
    const { id, deadline } = await stage.opened();
    for (const wrong of [deadline, plus(deadline, -HOUR), stage.later(-HOUR)]) {
      const answer = await extend(id, wrong);
      expect(answer.json().fields[0].field).toBe('deadline');
      expect(answer.json().detail).toContain(deadline);
    }
    const zone = { wall: '2027-02-20T10:00', timeZone: 'Mars/Olympus' };
    expect((await extend(id, zone)).json().fields[0].field).toBe('deadline.timeZone');
    const to = plus(deadline, DAYS);
    expect(outcome(await extend('none', to))).toEqual([404, 'not-found']);
    for (const who of ['drafter', 'delegate', 'stakeholder', 'observer'] as const)
      expect(outcome(await extend(id, to, who))).toEqual([403, 'not-permitted']);
    expect(await stage.document()).toMatchObject({ closesAt: deadline });
    expect((await stage.log()).map(({ act }) => act)).not.toContain('silence.extend');
    Object.assign(stage.harness.clock, { now: () => deadline });
    expect(outcome(await extend(id, to))).toEqual([409, 'too-late']);
    expect(await silence()).toMatchObject({ outcome: 'kept', decidedAt: deadline });
  });

  it('V68, V128: a wall time has the warnings of an opening, and less than 72 hours is told of the whole', async () => {
    const { id } = await stage.opened(stage.later(HOUR));
    expect((await extend(id, stage.later(3 * HOUR))).json().warnings).toEqual(['shorter-than-72-hours']);
    const asked = async (wall: string) => (await extend(id, { wall, timeZone: 'America/New_York' })).json();
    const skipped = await asked('2027-03-14T02:30');
    expect([skipped.entry.row.deadline, skipped.warnings]).toEqual([
      '2027-03-14T07:30:00.000Z',
      ['wall-time-skipped'],
    ]);
    const repeated = await asked('2027-11-07T01:30');
    expect([repeated.entry.row.deadline, repeated.warnings]).toEqual([
      '2027-11-07T06:30:00.000Z',
      ['wall-time-repeated'],
    ]);
    expect((await silence())?.extensions).toHaveLength(3);
  });

  it('V129: the timer follows: nothing is settled at the old deadline, and the outcome comes at the new one', async () => {
    const { id, deadline } = await stage.opened();
    const first = plus(deadline, DAYS);
    await extend(id, first);
    const last = plus(deadline, 2 * DAYS);
    await extend(id, last);
    await stage.pass(4 * DAYS);
    expect([await settled(), (await stage.document()).closesAt]).toEqual([0, last]);
    // After the first deadline one may object as before.
    expect((await stage.object(id)).statusCode).toBe(201);
    await stage.pass(DAYS);
    expect(await settled()).toBe(0);
    await stage.pass(DAYS);
    // By the timer, before anybody looks.
    await expect.poll(settled).toBe(1);
    expect(await silence()).toMatchObject({ outcome: 'broken', decidedAt: last });
    expect(await stage.document()).toMatchObject({ phase: 'negotiation', phaseSince: last, closesAt: null });
  });

  it('V129: an extension that races the deadline is whole, or too late', async () => {
    const { clock, context } = stage.harness;
    let time = Date.parse(clock.now());
    // Every look at the clock is a millisecond later: the deadline passes somewhere on the way.
    Object.assign(clock, { now: () => new Date(time++).toISOString() });
    const seen = new Set<number>();
    for (let ahead = 0; ahead < 16; ahead += 1) {
      const { id, deadline } = await stage.opened(new Date(time + HOUR).toISOString());
      const before = await settled();
      const to = plus(deadline, HOUR);
      time = Date.parse(deadline) - ahead;
      const timer = () => closeWindow(context, stage.id as never);
      const [answer] = await Promise.all([extend(id, to), timer(), timer()]);
      seen.add(answer.statusCode);
      time = Date.parse(deadline) + 60_000;
      await timer();
      const { silences } = (await stage.as('facilitator', 'GET', '/silences')).json();
      const row = silences.at(-1).silence;
      if (answer.statusCode === 200) {
        expect(row).toMatchObject({ outcome: 'running', deadline: to });
        expect(await stage.document()).toMatchObject({ phase: 'silence', closesAt: to });
        expect(await settled()).toBe(before);
        expect((await stage.as('facilitator', 'POST', `/silences/${id}/ending`)).statusCode).toBe(200);
      } else {
        expect(['too-late', 'unavailable']).toContain(answer.json().code);
        expect(row).toMatchObject({ outcome: 'kept', deadline, decidedAt: deadline });
        expect(row.extensions).toBeUndefined();
        expect(await settled()).toBe(before + 1);
      }
    }
    expect(seen.has(200) && seen.size > 1).toBe(true);
  });

  it('V123, V129: a start between both deadlines settles nothing, one after the new one as of it', async () => {
    const { id, deadline } = await stage.opened();
    const to = plus(deadline, DAYS);
    await extend(id, to);
    const { clock, context } = stage.harness;
    const startAt = async (time: string) => {
      const stop = await watchWindows(
        { ...context, clock: { ...clock, now: () => time as never } },
        THROWING,
      );
      stop();
    };
    await startAt(plus(deadline, HOUR));
    expect(await settled()).toBe(0);
    await startAt(plus(to, 9 * DAYS));
    expect(
      (await stage.harness.store.rows.register.find(stage.id as never, 'silence', id))?.row,
    ).toMatchObject({
      outcome: 'kept',
      decidedAt: to,
    });
  });

  it('V129: sent again, an extension answers as it did, and two at once do not shorten one another', async () => {
    const { id, deadline } = await stage.opened();
    const key = { 'idempotency-key': 'extension-1' };
    const to = plus(deadline, DAYS);
    const first = await extend(id, to, 'facilitator', {}, key);
    const again = await extend(id, to, 'facilitator', {}, key);
    expect([again.statusCode, again.json()]).toEqual([200, first.json()]);
    const [near, far] = [plus(to, HOUR), plus(to, DAYS)];
    const both = await Promise.all([extend(id, far), extend(id, near)]);
    expect(both.map(({ statusCode }) => statusCode)).toContain(200);
    expect((await stage.document()).closesAt).toBe(far);
    const { extensions = [] } = (await silence()) ?? {};
    expect(extensions.map(({ from, to: moved }) => from < moved)).not.toContain(false);
    expect(extensions.at(-1)?.to).toBe(far);
  });

  it('V69: a milestone of the silence that ends with the deadline ends with the new one, in the same act', async () => {
    const { id, deadline } = await stage.opened();
    const window = { opensAt: stage.later(HOUR), closesAt: deadline, timeZone: 'America/New_York' };
    const milestone = (
      await stage.as('facilitator', 'POST', '/milestones', { kind: 'silence', name: 'Silence', window })
    ).json().entry;
    const to = plus(deadline, DAYS);
    await extend(id, to);
    const moved = await stage.harness.store.rows.register.find(stage.id as never, 'milestone', milestone.id);
    expect(moved?.row).toMatchObject({ planned: to, window: { ...window, closesAt: to } });
    expect((await stage.log()).slice(-3).map(({ act }) => act)).toEqual([
      'silence.extend',
      'phase.change',
      'milestone.set',
    ]);
  });
});
