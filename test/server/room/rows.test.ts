import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createMemoryStore } from '../../../server/store/memory/store.ts';
import { CLOSE } from '../../../shared/api/socket.ts';
import { DOC } from './cast.ts';
import { allEqual, logged } from './looks.ts';
import { createStage } from './stage.ts';
import { barrierMessage, createDoc, updateMessage } from './test-client.ts';
import { unrulyLog } from './unruly-log.ts';

/** Two people, known by what each has written, and a log that can be held back. */
async function twoWhoWrote() {
  const log = unrulyLog(createMemoryStore().textLog);
  const stage = createStage({ log });
  const anna = await stage.enter('Anna', 'drafter');
  const ben = await stage.enter('Ben', 'drafter');
  anna.text.insert(1, 'AB');
  ben.text.insert(ben.text.length, '!');
  await stage.quiet();
  return { log, stage, anna, ben };
}

describe('rows of the log', () => {
  it('R68: somebody who brings clientIDs by the hundred is refused whole, also after coming anew', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    anna.text.insert(1, 'A');
    await stage.quiet();
    const before = Y.encodeStateAsUpdate(anna.doc);
    /** A word of so many clientIDs at the same place. */
    const crowd = (count: number, first: number): Uint8Array => {
      const all = createDoc();
      for (let k = 0; k < count; k += 1) {
        const doc = new Y.Doc();
        doc.clientID = first + k;
        Y.applyUpdate(doc, before);
        doc.getText('text').insert(1, 'x');
        Y.applyUpdate(all, Y.encodeStateAsUpdate(doc));
      }
      return Y.encodeStateAsUpdate(all, Y.encodeStateVector(anna.doc));
    };
    const ben = await stage.enter('Ben', 'drafter');
    ben.send(updateMessage(crowd(200, 10_000)));
    await stage.quiet();
    expect(ben.socket.closedWith).toBeNull();
    expect(anna.text.length).toBe(202);
    ben.send(updateMessage(crowd(200, 20_000)));
    await stage.quiet();
    expect(ben.socket.closedWith).toEqual({ code: CLOSE.flooding, reason: 'rate' });
    const again = await stage.enter('Ben', 'drafter');
    again.send(updateMessage(crowd(200, 20_000)));
    await stage.quiet();
    expect(again.socket.closedWith?.code).toBe(CLOSE.flooding);
    expect(anna.text.length).toBe(202);
    // Nobody else is held to it.
    anna.send(updateMessage(crowd(200, 30_000)));
    await stage.quiet();
    expect(anna.socket.closedWith).toBeNull();
  });

  it('R66: what one connection types while the log is busy is one row, and so is what others type meanwhile', async () => {
    const { log, stage, anna, ben } = await twoWhoWrote();
    const before = (await logged(stage)).length;
    const release = log.hold();
    anna.text.insert(2, 'x');
    await stage.timers.settle();
    for (const letter of 'bcdefgh') {
      anna.text.insert(3, letter);
      ben.text.insert(1, letter);
    }
    anna.send(barrierMessage(1));
    release();
    await stage.quiet();
    expect(allEqual(anna, ben)).toBe(true);
    expect(anna.acknowledged).toBe(1);
    const rows = (await logged(stage)).slice(before);
    expect(rows.map(({ participantId }) => participantId)).toEqual(['anna', 'anna', 'ben']);
    const again = await (await stage.restart()).rooms.clone(DOC);
    expect(again.getText('text').toString()).toBe(anna.text.toString());
  });

  it('R66: what builds on words that others have on their way is stored behind them', async () => {
    const { log, stage, anna, ben } = await twoWhoWrote();
    const release = log.hold();
    ben.text.insert(1, 'q');
    await stage.timers.settle();
    anna.text.insert(2, 'x');
    ben.text.insert(2, 'r');
    // A word of Ben's that the server has shown nobody yet, as a shared computer may pass on.
    Y.applyUpdate(anna.doc, Y.encodeStateAsUpdate(ben.doc), anna.socket);
    anna.text.insert(anna.text.toString().indexOf('r') + 1, 'y');
    release();
    await stage.quiet();
    expect(allEqual(anna, ben)).toBe(true);
    const rows = (await logged(stage)).slice(-4);
    expect(rows.map(({ participantId }) => participantId)).toEqual(['ben', 'anna', 'ben', 'anna']);
    const replayed = createDoc();
    for (const { update } of await logged(stage)) {
      Y.applyUpdate(replayed, update);
      expect(replayed.store.pendingStructs).toBeNull();
    }
    expect(replayed.getText('text').toString()).toBe(anna.text.toString());
  });
});
