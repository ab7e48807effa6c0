import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Member } from '../harness.ts';
import { outcome } from '../register-stage.ts';
import { createSilenceStage, DAYS, HOUR, type SilenceStage } from './silence-stage.ts';

let stage: SilenceStage;
beforeEach(async () => {
  stage = await createSilenceStage();
});
afterEach(() => stage.close());

describe('objections to a silence procedure', () => {
  it('V124: an objection is in time until the last millisecond and too late at the deadline', async () => {
    const { id, deadline } = await stage.opened();
    const at = (ms: number) =>
      Object.assign(stage.harness.clock, {
        now: () => new Date(Date.parse(deadline) + ms).toISOString(),
      });
    at(-1);
    expect((await stage.object(id)).statusCode).toBe(201);
    at(0);
    const late = await stage.object(id);
    expect(outcome(late)).toEqual([409, 'too-late']);
    expect(late.json().detail).toContain(deadline);
    expect(outcome(await stage.object(id, 'observer'))).toEqual([403, 'not-permitted']);
    expect((await stage.silences())[0]).toMatchObject({
      silence: { outcome: 'broken' },
      objections: [{ silence: id }],
    });
  });

  it('V124: objections that race the deadline: whatever was recorded counts, and nothing else was', async () => {
    const { id, deadline } = await stage.opened();
    const people: Member[] = [];
    for (let n = 0; n < 6; n += 1) people.push(await stage.invite('delegate', `Delegation ${n}`));
    const start = Date.parse(deadline) - 20;
    let reading = 0;
    // Every look at the clock is a millisecond later: the deadline passes somewhere among the requests.
    Object.assign(stage.harness.clock, { now: () => new Date(start + reading++).toISOString() });
    const answers = await Promise.all(people.map((who) => stage.object(id, who)));
    Object.assign(stage.harness.clock, { now: () => new Date(start + HOUR).toISOString() });
    const taken = answers.filter(({ statusCode }) => statusCode === 201).length;
    const [settled] = await stage.silences();
    expect(settled?.objections).toHaveLength(taken);
    expect(settled?.silence.outcome).toBe(taken > 0 ? 'broken' : 'kept');
    for (const answer of answers)
      if (answer.statusCode !== 201) expect(['too-late', 'unavailable']).toContain(answer.json().code);
  });

  it('V124: a lost answer asked for again after the deadline is the one given in time', async () => {
    const { id } = await stage.opened();
    const key = { 'idempotency-key': 'objection-1' };
    const body = { places: [{ paragraph: stage.paragraph }], reason: 'No.' };
    const first = await stage.as('delegate', 'POST', `/silences/${id}/objections`, body, key);
    await stage.pass(5 * DAYS);
    const again = await stage.as('delegate', 'POST', `/silences/${id}/objections`, body, key);
    expect([again.statusCode, again.json()]).toEqual([201, first.json()]);
  });

  it('V63, V9: it names places and a reason, for a group by its spokesperson, with an amendment', async () => {
    const { id } = await stage.opened();
    expect((await stage.object(id, 'delegate', { places: [] })).json().fields[0].field).toBe('places');
    expect((await stage.object(id, 'delegate', { reason: ' ' })).json().fields[0].field).toBe('reason');
    expect((await stage.object(id, 'delegate', { proposal: 'none' })).json().fields[0].field).toBe(
      'proposal',
    );
    const chapeau = [{ paragraph: stage.paragraph, chapeau: true }];
    expect((await stage.object(id, 'delegate', { places: chapeau })).json().fields[0].field).toBe(
      'places.0.chapeau',
    );
    for (const who of ['facilitator', 'drafter', 'stakeholder', 'observer'] as const)
      expect(outcome(await stage.object(id, who))).toEqual([403, 'not-permitted']);
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
    expect(
      (await stage.object(id, 'delegate', { onBehalfOf: group, proposal })).json().entry.row,
    ).toMatchObject({
      holder: { noun: 'group', id: group },
      proposal,
      by: { onBehalfOf: group },
    });
    expect(
      (await stage.object(id, await stage.invite('delegate', 'Delegation C'), { onBehalfOf: group }))
        .statusCode,
    ).toBe(400);
  });
});
