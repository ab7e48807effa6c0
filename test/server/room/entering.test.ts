import { describe, expect, it } from 'vitest';
import { CLOSE, MESSAGE, SYNC } from '../../../shared/api/socket.ts';
import { readParagraphs } from '../../../shared/text/read.ts';
import { DOC, visitorNamed } from './cast.ts';
import { allEqual, jsonOf, logged } from './looks.ts';
import { createStage } from './stage.ts';
import { connectClient, createTestSocket } from './test-client.ts';

describe('entering', () => {
  it('R1: permissions come first, then sync step 1', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    expect(anna.received[0]).toMatchObject({
      type: 'json',
      message: MESSAGE.permissions,
      payload: {
        participant: { id: 'anna', name: 'Anna', delegation: 'Delegation of Anna' },
        canWrite: true,
        reason: null,
        phase: 'drafting',
        schema: 1,
      },
    });
    expect(anna.received[1]).toMatchObject({ type: 'sync', step: SYNC.step1 });
    const guest = await stage.enter('Guest', null);
    expect(guest.received[0]).toMatchObject({
      payload: { participant: null, canWrite: false, reason: 'not-a-participant' },
    });
  });

  it('R2: a new text has one first paragraph, however many enter at once', async () => {
    const stage = createStage();
    const clients = ['Anna', 'Ben', 'Cem'].map((name) =>
      connectClient(stage.rooms, visitorNamed(name, 'drafter')),
    );
    stage.clients.push(...clients);
    await stage.quiet();
    for (const client of clients) expect(readParagraphs(client.text)).toHaveLength(1);
    expect(await logged(stage)).toHaveLength(1);
  });

  it('R2: an unwritten text reads as an empty first paragraph', async () => {
    const stage = createStage();
    const clone = await stage.rooms.clone(DOC);
    expect(
      readParagraphs(clone.getText('text')).map((paragraph) => [paragraph.kind, paragraph.runs]),
    ).toEqual([['plain', []]]);
    expect(await logged(stage)).toEqual([]);
  });

  it('R4: joiners get the text as it is, with what was typed while they came', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    anna.text.insert(1, 'One.');
    await stage.quiet();
    const ben = await stage.enter('Ben', 'observer');
    anna.text.insert(5, ' Two.');
    await stage.quiet();
    const cem = await stage.enter('Cem', 'observer');
    expect(ben.text.toString()).toBe('One. Two.');
    expect(allEqual(anna, ben, cem)).toBe(true);
  });

  it('counts people: readers together, writers by name, windows not at all', async () => {
    const stage = createStage();
    await stage.enter('Anna', 'drafter');
    await stage.enter('Anna', 'drafter');
    await stage.enter('Olu', 'observer');
    await stage.enter('Guest', null);
    const last = await stage.enter('Guest', null);
    await stage.timers.advance(2_000);
    await stage.quiet();
    expect(stage.rooms.attendance(DOC)).toEqual({ drafting: 1, reading: 3 });
    expect(jsonOf(last, MESSAGE.attendance).at(-1)).toEqual({ drafting: 1, reading: 3 });
  });
});

describe('access that changes on the way in', () => {
  it('R15: who was judged before the change is sent back, also while the text is loading', async () => {
    const stage = createStage();
    const epoch = stage.rooms.epoch(DOC);
    const early = connectClient(stage.rooms, visitorNamed('Anna', 'drafter'));
    stage.rooms.reauthorise(DOC);
    const late = createTestSocket();
    stage.rooms.connect(DOC, visitorNamed('Ben', 'drafter'), late, epoch);
    const judgedAnew = connectClient(stage.rooms, visitorNamed('Cem', 'drafter'));
    await stage.timers.settle();
    expect([early.socket, late, judgedAnew.socket].map((socket) => socket.closedWith?.code)).toEqual([
      CLOSE.reauthorise,
      CLOSE.reauthorise,
      undefined,
    ]);
    expect(stage.rooms.attendance(DOC)).toEqual({ drafting: 1, reading: 0 });
  });

  it('P9: where the end of a phase alone moved, who was judged before comes back and who is seated stays', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const epoch = stage.rooms.epoch(DOC);
    stage.rooms.outdate(DOC);
    const late = createTestSocket();
    stage.rooms.connect(DOC, visitorNamed('Ben', 'drafter'), late, epoch);
    await stage.timers.settle();
    expect([anna.socket.closedWith, late.closedWith?.code]).toEqual([null, CLOSE.reauthorise]);
  });
});
