import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createMemoryStore } from '../../../server/store/memory/store.ts';
import { CLOSE } from '../../../shared/api/socket.ts';
import { createPlainLog } from '../../sim/room/plain-log.ts';
import { DOC } from './cast.ts';
import { logged, printed } from './looks.ts';
import { createStage } from './stage.ts';
import { barrierMessage, connectClient, updateMessage } from './test-client.ts';
import { unrulyLog } from './unruly-log.ts';

describe('writing', () => {
  it('R3: nobody sees what is not durable, and nothing is acknowledged before', async () => {
    const log = unrulyLog(createMemoryStore().textLog);
    const stage = createStage({ log });
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'drafter');
    const release = log.hold();
    anna.text.insert(1, 'Draft');
    anna.send(barrierMessage(1));
    await stage.quiet();
    expect([ben.text.toString(), anna.acknowledged]).toEqual(['', -1]);
    expect((await stage.rooms.clone(DOC)).getText('text').toString()).toBe('');
    release();
    await stage.quiet();
    expect([ben.text.toString(), anna.acknowledged]).toEqual(['Draft', 1]);
  });

  it('R3: many keystrokes of one window are one broadcast', async () => {
    const log = unrulyLog(createMemoryStore().textLog);
    const stage = createStage({ log });
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'drafter');
    const release = log.hold();
    anna.text.insert(1, 'a');
    await stage.timers.settle();
    for (const letter of 'bcdefgh') anna.text.insert(anna.text.length, letter);
    const before = ben.received.length;
    release();
    await stage.quiet();
    expect(ben.text.toString()).toBe('abcdefgh');
    expect(ben.received.slice(before).filter((one) => one.type === 'sync')).toHaveLength(2);
  });

  it('R11: a barrier is acknowledged at once when nothing is on its way', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    anna.send(barrierMessage(7));
    anna.deliver();
    expect(anna.acknowledged).toBe(7);
  });

  it('R11: what another tab brought, but is not durable yet, is not acknowledged to this one', async () => {
    const log = unrulyLog(createMemoryStore().textLog);
    const stage = createStage({ log });
    const one = await stage.enter('Anna', 'drafter');
    const two = await stage.enter('Anna', 'drafter');
    const release = log.hold();
    one.text.insert(1, 'Draft');
    two.send(updateMessage(Y.encodeStateAsUpdate(one.doc)));
    two.send(barrierMessage(1));
    await stage.quiet();
    expect(two.acknowledged).toBe(-1);
    release();
    await stage.quiet();
    expect(two.acknowledged).toBe(1);
  });

  it('R5: every update in the log names who brought it', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'drafter');
    anna.text.insert(1, 'Draft');
    await stage.quiet();
    ben.text.delete(1, 2);
    await stage.quiet();
    expect((await logged(stage)).map((row) => row.participantId)).toEqual(['anna', 'anna', 'ben']);
    const owners = await stage.log.owners(DOC);
    expect([owners.get(anna.doc.clientID), owners.get(ben.doc.clientID)]).toEqual(['anna', undefined]);
  });

  it('R12: a full disk takes nothing, shows nothing, and the words come back with their writer', async () => {
    const log = unrulyLog(createMemoryStore().textLog);
    const stage = createStage({ log });
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'observer');
    log.failing = true;
    anna.text.insert(1, 'Draft');
    anna.send(barrierMessage(1));
    await stage.quiet();
    expect(anna.socket.closedWith?.code).toBe(CLOSE.tryAgain);
    expect([anna.acknowledged, ben.text.toString(), ben.socket.closedWith]).toEqual([-1, '', null]);
    anna.drop();
    log.failing = false;
    const again = connectClient(stage.rooms, anna.visitor, anna.doc);
    stage.clients.push(again);
    await stage.quiet();
    expect(ben.text.toString()).toBe('Draft');
    expect((await stage.log.owners(DOC)).get(anna.doc.clientID)).toBe('anna');
    expect(stage.reports.map((report) => report.what)).toContain('updates could not be stored');
  });

  it('R12: what was typed on top of a window that fails is not stored without it', async () => {
    const log = createPlainLog();
    const stage = createStage({ log });
    const anna = await stage.enter('Anna', 'drafter');
    log.hold();
    anna.text.insert(1, 'a');
    await stage.timers.settle();
    anna.text.insert(2, 'b');
    log.failNext();
    log.release();
    await stage.quiet();
    expect(log.rows).toHaveLength(1);
    anna.drop();
    stage.clients.push(connectClient(stage.rooms, anna.visitor, anna.doc));
    await stage.quiet();
    expect((await stage.rooms.clone(DOC)).getText('text').toString()).toBe('ab');
  });

  it('R12: who comes back while the own words are on their way is asked for them all the same', async () => {
    const log = createPlainLog();
    const stage = createStage({ log });
    const anna = await stage.enter('Anna', 'drafter');
    log.hold();
    anna.text.insert(1, 'words');
    await stage.timers.settle();
    anna.drop();
    const back = connectClient(stage.rooms, anna.visitor, anna.doc);
    await stage.timers.settle();
    log.failNext();
    log.release();
    await stage.timers.settle();
    stage.clients.push(back);
    await stage.quiet();
    back.send(barrierMessage(1));
    await stage.quiet();
    expect(back.acknowledged).toBe(1);
    expect((await stage.rooms.clone(DOC)).getText('text').toString()).toBe('words');
  });

  it('a restart shows the same text, from the log or from a snapshot', async () => {
    const stage = createStage({ limits: { snapshotEvery: 5 } });
    const anna = await stage.enter('Anna', 'drafter');
    for (const letter of 'Preamble') {
      anna.text.insert(anna.text.length, letter);
      await stage.quiet();
    }
    anna.text.format(1, 3, { bold: true });
    await stage.quiet();
    const { snapshot } = await stage.log.load(DOC);
    expect(snapshot?.seq).toBeGreaterThan(4);
    const next = await stage.restart();
    const ben = await next.enter('Ben', 'observer');
    expect(printed(ben)).toBe(printed(anna));
  });
});
