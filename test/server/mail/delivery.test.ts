import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMailStage, type MailStage, MINUTE } from './mail-stage.ts';

let stage: MailStage;
beforeEach(async () => {
  stage = await createMailStage();
});
afterEach(() => stage.close());

describe('a mail server that fails or refuses', () => {
  it('E19: a server that fails is tried again later and later; nothing is lost, doubled, or told anew', async () => {
    await stage.subscribe('each');
    stage.smtp.answers.set('RCPT', '451 later');
    await stage.changePhase('negotiation');
    stage.harness.clock.turn(MINUTE);
    await stage.look();
    const waits = async () =>
      (await stage.harness.store.rows.outbox.due('9' as never, 10)).map(({ tries }) => tries);
    expect(await waits()).toEqual([1]);
    await stage.look();
    expect(await waits()).toEqual([1]);
    stage.harness.clock.turn(MINUTE);
    await stage.look();
    expect(await waits()).toEqual([2]);
    expect(stage.reported).toEqual(Array(2).fill('the mail server does not take mail'));
    stage.smtp.answers.clear();
    stage.harness.clock.turn(2 * MINUTE);
    await stage.look();
    await stage.look();
    expect(stage.smtp.received).toHaveLength(1);
    expect(await waits()).toEqual([]);
  });

  it('E19: cut off after the server took it, a mail goes again under the same Message-ID, also after a restart', async () => {
    await stage.subscribe('each');
    stage.smtp.answers.set('.', null);
    await stage.changePhase('negotiation');
    stage.harness.clock.turn(MINUTE);
    await stage.look();
    expect(stage.smtp.received).toHaveLength(1);
    stage.smtp.answers.clear();
    await stage.reopen();
    stage.harness.clock.turn(5 * MINUTE);
    await stage.look();
    expect(stage.smtp.received).toHaveLength(2);
    expect(stage.header(0, 'Message-ID')).toMatch(/^<[\w-]{22}@text\.example\.org>$/);
    expect(stage.header(1, 'Message-ID')).toBe(stage.header(0, 'Message-ID'));
  });

  it('E20: an address that is refused for good is said to its owner, and others still get theirs', async () => {
    await stage.subscribe('each');
    stage.smtp.answers.set('RCPT', '550 no such user');
    await stage.changePhase('negotiation');
    stage.harness.clock.turn(MINUTE);
    await stage.look();
    expect((await stage.own()).problem).toContain('550');
    stage.smtp.answers.clear();
    await stage.changePhase('drafting');
    stage.harness.clock.turn(5 * MINUTE);
    await stage.look();
    expect((await stage.own()).problem).toBeNull();
    expect(stage.smtp.received).toHaveLength(1);
  });
});
