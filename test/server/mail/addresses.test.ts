import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMIN, createHarness, everyRole, newDocument, send } from '../harness.ts';
import { createMailStage, DAY, type MailStage, MINUTE } from './mail-stage.ts';

let stage: MailStage;
beforeEach(async () => {
  stage = await createMailStage();
});
afterEach(() => stage.close());

describe('mail goes where it was asked for', () => {
  it('E14: is off for everybody, and where no server is configured it says so', async () => {
    expect(await stage.own()).toEqual({
      available: true,
      address: null,
      frequency: 'off',
      confirmed: false,
      problem: null,
    });
    await stage.changePhase('negotiation');
    stage.harness.clock.turn(2 * DAY);
    await stage.look();
    expect(stage.smtp.received).toEqual([]);
    const plain = await createHarness();
    const other = await newDocument(plain);
    const { observer } = await everyRole(plain, other);
    const refused = await send(plain, observer.token, 'PATCH', `/api/documents/${other}/mail`, {
      frequency: 'daily',
    });
    expect(refused.json().code).toBe('unavailable');
    await plain.close();
  });

  it('E15: an address is asked first, by a link that works once it was opened there, and nothing else goes there before', async () => {
    await stage.settings({ address: 'observer@example.org', frequency: 'each' });
    await stage.changePhase('negotiation');
    stage.harness.clock.turn(DAY);
    await stage.look();
    expect(stage.smtp.received).toHaveLength(1);
    expect(stage.smtp.received[0]).toMatchObject({ from: 'board@example.org', to: 'observer@example.org' });
    expect(stage.words(0)).toContain('Confirm your address for Sample <text>');
    expect(stage.header(0, 'List-Unsubscribe')).toBeUndefined();
    const first = stage.tokenIn(0);
    await stage.settings({ address: 'other@example.org' });
    expect((await stage.confirm(first)).json().code).toBe('unknown-token');
    await stage.look();
    expect(stage.smtp.received[1]?.to).toBe('other@example.org');
    const second = stage.tokenIn(1);
    stage.harness.clock.turn(4 * DAY);
    expect((await stage.confirm(second)).json().code).toBe('unknown-token');
    await stage.settings({ address: 'other@example.org' });
    await stage.look();
    expect((await stage.confirm(stage.tokenIn(2))).statusCode).toBe(200);
    expect(await stage.own()).toMatchObject({
      address: 'other@example.org',
      confirmed: true,
      frequency: 'each',
    });
  });

  it('E15: nobody is flooded with questions, and no address that is none is taken', async () => {
    for (let k = 0; k < 5; k += 1)
      expect((await stage.settings({ address: `a${k}@example.org` })).statusCode).toBe(200);
    expect((await stage.settings({ address: 'a6@example.org' })).json().code).toBe('too-many-requests');
    for (const address of ['nobody', 'a@b\r\nBcc: c@example.org', `${'a'.repeat(300)}@example.org`])
      expect((await stage.settings({ address })).json().code).toBe('invalid-fields');
    expect((await stage.settings({ frequency: 'daily' }, 'delegate')).json().code).toBe('invalid-fields');
  });

  it('E18: one click stops it, by the header or by the page; a scanner that follows the link does not', async () => {
    await stage.subscribe('each');
    await stage.changePhase('negotiation');
    stage.harness.clock.turn(MINUTE);
    await stage.look();
    expect(stage.header(0, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(stage.header(0, 'Auto-Submitted')).toBe('auto-generated');
    const stop = new URL((stage.header(0, 'List-Unsubscribe') ?? '').replaceAll(/[<>]/g, ''));
    const path = stop.pathname + stop.search;
    const asked = await send(stage.harness, null, 'GET', path);
    expect([asked.statusCode, asked.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(asked.body).toContain('<form method="post"');
    const frequency = async () =>
      (await stage.harness.store.rows.mailSettings.find(stage.people.observer.id as never))?.frequency;
    expect(await frequency()).toBe('each');
    const done = await stage.harness.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });
    expect([done.statusCode, await frequency()]).toEqual([200, 'off']);
    expect(done.body).toContain('Sample &lt;text&gt;');
    expect((await send(stage.harness, null, 'POST', '/api/mail/stop?token=none')).json().code).toBe(
      'unknown-token',
    );
    expect(stage.harness.logged.join('')).not.toContain(stop.searchParams.get('token')?.slice(0, 12));
  });

  it('E14: whose access has ended gets no mail', async () => {
    await stage.subscribe('each');
    await stage.changePhase('negotiation');
    await send(
      stage.harness,
      ADMIN,
      'DELETE',
      `/api/documents/${stage.id}/members/${stage.people.observer.id}`,
    );
    stage.harness.clock.turn(DAY);
    await stage.look();
    expect(stage.smtp.received).toEqual([]);
  });
});
