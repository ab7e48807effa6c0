import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createMemoryStore } from '../../../server/store/memory/store.ts';
import { CLOSE, MESSAGE, SYNC } from '../../../shared/api/socket.ts';
import { DOC } from './cast.ts';
import { jsonOf, logged } from './looks.ts';
import { createStage } from './stage.ts';
import { awarenessMessage, createDoc, syncMessage, updateMessage } from './test-client.ts';
import { unrulyLog } from './unruly-log.ts';

describe('authorship', () => {
  it('R6: new words under another’s clientID are refused whole, and nobody else notices', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'drafter');
    const eve = await stage.enter('Eve', 'drafter');
    anna.text.insert(1, 'Mine.');
    await stage.quiet();
    const forged = createDoc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(eve.doc));
    const before = Y.encodeStateVector(forged);
    forged.getText('text').insert(1, 'Eve’s own. ');
    forged.clientID = anna.doc.clientID;
    forged.getText('text').insert(1, 'I resign. ');
    eve.send(updateMessage(Y.encodeStateAsUpdate(forged, before)));
    await stage.quiet();
    expect(eve.socket.closedWith?.code).toBe(CLOSE.forged);
    expect(jsonOf(eve, MESSAGE.refused)).toMatchObject([{ reason: 'forged' }]);
    expect([anna.text.toString(), ben.text.toString()]).toEqual(['Mine.', 'Mine.']);
    expect([anna.socket.closedWith, ben.socket.closedWith]).toEqual([null, null]);
    anna.text.insert(6, ' Still.');
    await stage.quiet();
    expect(ben.text.toString()).toBe('Mine. Still.');
  });

  it('R6: also while the words that took the clientID are on their way into the log', async () => {
    const log = unrulyLog(createMemoryStore().textLog);
    const stage = createStage({ log });
    const anna = await stage.enter('Anna', 'drafter');
    const eve = await stage.enter('Eve', 'drafter');
    const release = log.hold();
    anna.text.insert(1, 'Mine.');
    eve.doc.clientID = anna.doc.clientID;
    eve.text.insert(1, 'Mine, all mine!');
    expect(eve.socket.closedWith?.code).toBe(CLOSE.forged);
    release();
    await stage.quiet();
    expect(anna.text.toString()).toBe('Mine.');
  });

  it('R6: repeating what somebody else wrote is no forgery', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'drafter');
    anna.text.insert(1, 'Mine.');
    await stage.quiet();
    ben.send(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(ben.doc)));
    await stage.quiet();
    expect(ben.socket.closedWith).toBeNull();
    expect(await logged(stage)).toHaveLength(2);
  });

  it('R7: a clientID announced in presence is bound, durably', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    anna.send(awarenessMessage(anna.doc.clientID, 1, { cursor: null }));
    await stage.quiet();
    expect((await stage.log.owners(DOC)).get(anna.doc.clientID)).toBe('anna');
    const eve = await stage.enter('Eve', 'drafter');
    eve.doc.clientID = anna.doc.clientID;
    eve.text.insert(1, 'As Anna');
    await stage.quiet();
    expect(eve.socket.closedWith?.code).toBe(CLOSE.forged);
  });

  it('R7: after a restart a clientID still belongs to its participant', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    anna.text.insert(1, 'Mine.');
    await stage.quiet();
    const next = await stage.restart();
    const eve = await next.enter('Eve', 'drafter');
    eve.doc.clientID = anna.doc.clientID;
    eve.text.insert(1, 'As Anna');
    await next.quiet();
    expect(eve.socket.closedWith?.code).toBe(CLOSE.forged);
  });

  it('R8: a later deletion that was sent ahead does not lie in wait for somebody’s words', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const eve = await stage.enter('Eve', 'drafter');
    anna.text.insert(1, 'a');
    await stage.quiet();
    // A delete set over clocks of Anna's that do not exist yet: it waits with Eve's line and goes with it.
    const ahead = Uint8Array.from([0, 1, ...varUint(anna.doc.clientID), 1, 1, 100]);
    eve.send(updateMessage(ahead));
    await stage.quiet();
    eve.drop();
    anna.text.insert(2, 'bc');
    await stage.quiet();
    expect(anna.text.toString()).toBe('abc');
    expect(await logged(stage)).toHaveLength(3);
  });
});

function varUint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}
