import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN, send, write } from '../harness.ts';
import { createMailStage, DAY, type MailStage, MINUTE, ORIGIN } from './mail-stage.ts';

let stage: MailStage;
beforeEach(async () => {
  stage = await createMailStage();
});
afterEach(() => stage.close());

describe('what a mail says, and when', () => {
  it('E16: one mail a day at most, at six, of what is unread; none when nothing is', async () => {
    await stage.subscribe('daily');
    await stage.changePhase('negotiation');
    await stage.changePhase('drafting');
    await stage.look();
    expect(stage.smtp.received).toEqual([]);
    stage.harness.clock.turn(DAY);
    await stage.look();
    await stage.look();
    expect(stage.smtp.received).toHaveLength(1);
    expect(stage.header(0, 'Subject')).toBe('Sample <text>: 2 new notices');
    expect(stage.words(0)).toContain('The phase is now: Negotiation');
    expect(stage.words(0)).toContain(`${ORIGIN}/d/${stage.id}/notices`);
    await stage.changePhase('negotiation');
    await stage.look();
    expect(stage.smtp.received).toHaveLength(1);
    await send(stage.harness, stage.people.observer.token, 'POST', '/api/notices/read', { all: true });
    stage.harness.clock.turn(DAY);
    await stage.look();
    expect(stage.smtp.received).toHaveLength(1);
  });

  it('E16: each as it comes: gathered for a minute, five minutes apart', async () => {
    await stage.subscribe('each');
    await stage.changePhase('negotiation');
    await stage.look();
    expect(stage.smtp.received).toEqual([]);
    stage.harness.clock.turn(MINUTE);
    await stage.look();
    expect(stage.header(0, 'Subject')).toBe('Sample <text>: The phase is now: Negotiation');
    await stage.changePhase('drafting');
    stage.harness.clock.turn(2 * MINUTE);
    await stage.look();
    expect(stage.smtp.received).toHaveLength(1);
    stage.harness.clock.turn(3 * MINUTE);
    await stage.look();
    expect(stage.smtp.received).toHaveLength(2);
  });

  it('E21: of more time it says which deadline became which, in UTC and in New York', async () => {
    await stage.subscribe('each');
    const path = `/api/documents/${stage.id}`;
    await write(stage.harness, stage.id, stage.people.drafter.id, 'We decide to meet.');
    const published = { stage: 'revision', name: 'Rev.2' };
    const version = (await send(stage.harness, ADMIN, 'POST', `${path}/versions`, published)).json().id;
    const wall = (day: string) => ({ wall: `2026-10-${day}T15:00`, timeZone: 'America/New_York' });
    const opened = await send(stage.harness, ADMIN, 'POST', `${path}/silences`, {
      version,
      deadline: wall('09'),
    });
    stage.harness.clock.turn(10 * MINUTE);
    await stage.look();
    stage.smtp.received.length = 0;
    const extension = `${path}/silences/${opened.json().entry.id}/extension`;
    const letter = 'Very secret words';
    await send(stage.harness, ADMIN, 'POST', extension, { deadline: wall('13'), letter });
    stage.harness.clock.turn(10 * MINUTE);
    await stage.look();
    expect(stage.header(0, 'Subject')).toContain('There is more time: the silence on Rev.2 was extended');
    expect(stage.words(0)).toContain(
      'Deadline moved from 9 October 2026, 19:00 UTC (New York 15:00) to 13 October 2026, 19:00 UTC (New York 15:00)',
    );
    expect(stage.words(0)).toContain(`${ORIGIN}/d/${stage.id}/silence`);
    expect(stage.words(0)).not.toContain('secret');
  });

  it('E17: says who and where, never what was written, and nothing one may not see', async () => {
    await stage.subscribe('each');
    const { directory } = (
      await send(stage.harness, ADMIN, 'GET', `/api/documents/${stage.id}/register`)
    ).json();
    const { delegationId } = directory.participants.find(
      (one: { id: string }) => one.id === stage.people.observer.id,
    );
    const ask = (text: string) =>
      send(stage.harness, stage.people.delegate.token, 'POST', `/api/documents/${stage.id}/comments`, {
        on: { noun: 'text', anchor: { scope: 'text', text: 'working' } },
        kind: 'question',
        text: 'Very secret words',
        addressed: { delegations: [delegationId], groups: [] },
        ...(text === '' ? {} : { visibility: text }),
      });
    expect((await ask('')).statusCode).toBe(201);
    stage.harness.clock.turn(10 * MINUTE);
    await stage.look();
    expect(stage.words(0)).toContain('Delegation of delegate asked you a question');
    expect(stage.words(0)).not.toContain('secret');
    await ask('');
    await send(stage.harness, ADMIN, 'PATCH', `/api/documents/${stage.id}`, { workingText: 'team' });
    stage.harness.clock.turn(10 * MINUTE);
    await stage.look();
    expect(stage.smtp.received).toHaveLength(1);
  });
});
