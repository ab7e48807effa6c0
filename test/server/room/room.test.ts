import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { TextLog } from '../../../server/ports/text-log.ts';
import { createMemoryStore } from '../../../server/store/memory/store.ts';
import { CLOSE, MESSAGE, SYNC } from '../../../shared/api/socket.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { readParagraphs } from '../../../shared/text/read.ts';
import { createPlainLog } from '../../sim/room/plain-log.ts';
import { AT, DOC, visitorNamed } from './cast.ts';
import { createStage, type Stage } from './stage.ts';
import {
  awarenessMessage,
  barrierMessage,
  connectClient,
  createDoc,
  createTestSocket,
  syncMessage,
  type TestClient,
  updateMessage,
} from './test-client.ts';

const jsonOf = (client: TestClient, message: number) =>
  client.received.flatMap((one) => (one.type === 'json' && one.message === message ? [one.payload] : []));
const presenceOf = (client: TestClient) =>
  client.received.flatMap((one) => (one.type === 'awareness' ? one.entries : []));
const logged = (stage: Stage) => stage.log.read(DOC, 0, 10_000);
const printed = (client: TestClient): string => JSON.stringify(client.text.toDelta());
const allEqual = (...clients: TestClient[]) => new Set(clients.map(printed)).size === 1;

/** A log that does as it is told: holds appends back, or fails them. */
function unrulyLog(inner: TextLog): TextLog & { hold(): () => void; failing: boolean } {
  let gate: Promise<void> = Promise.resolve();
  const log = {
    ...inner,
    failing: false,
    hold(): () => void {
      let release = (): void => undefined;
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    append: async (batch: Parameters<TextLog['append']>[0]) => {
      await gate;
      if (log.failing) throw new Error('disk full');
      return inner.append(batch);
    },
  };
  return log;
}

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
    const log = unrulyLog(createMemoryStore().textLog);
    const stage = createStage({ log });
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'drafter');
    anna.text.insert(1, 'AB');
    ben.text.insert(ben.text.length, '!');
    await stage.quiet();
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
    const log = unrulyLog(createMemoryStore().textLog);
    const stage = createStage({ log });
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'drafter');
    anna.text.insert(1, 'AB');
    ben.text.insert(ben.text.length, '!');
    await stage.quiet();
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

describe('updates that build on something missing', () => {
  it('R10: a keystroke that overtakes the offline words waits for them, unacknowledged, and nothing is lost', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'observer');
    anna.drop();
    anna.text.insert(1, 'Offline words');
    const early: Uint8Array[] = [];
    anna.doc.once('update', (update: Uint8Array) => early.push(update));
    anna.text.insert(14, '!');
    const back = connectClient(stage.rooms, anna.visitor, anna.doc);
    back.send(updateMessage(early[0] as Uint8Array));
    back.send(barrierMessage(1));
    await stage.timers.settle();
    expect([back.acknowledged, ben.text.toString()]).toEqual([-1, '']);
    stage.clients.push(back);
    await stage.quiet();
    expect([back.acknowledged, ben.text.toString()]).toEqual([1, 'Offline words!']);
  });

  it('R10: the room asks for what is missing when it does not know it is coming', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const doc = createDoc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(anna.doc));
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    doc.getText('text').insert(1, 'a');
    doc.getText('text').insert(2, 'b');
    const before = anna.received.length;
    anna.send(updateMessage(updates[1] as Uint8Array));
    await stage.timers.settle();
    expect(anna.socket.closedWith).toBeNull();
    anna.deliver();
    expect(anna.received.slice(before)).toMatchObject([{ type: 'sync', step: SYNC.step1 }]);
    anna.send(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(doc)));
    await stage.quiet();
    expect((await stage.rooms.clone(DOC)).getText('text').toString()).toBe('ab');
  });

  /** Two tabs of one browser: the second has built on words of the first that the room has not got yet. */
  const twoTabs = async () => {
    const stage = createStage();
    const one = await stage.enter('Anna', 'drafter');
    const two = await stage.enter('Anna', 'drafter');
    const [a, b] = [createDoc(), createDoc()];
    Y.applyUpdate(a, Y.encodeStateAsUpdate(one.doc));
    a.getText('text').insert(1, 'a');
    const first = Y.encodeStateAsUpdate(a, Y.encodeStateVector(one.doc));
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    b.getText('text').insert(2, 'b');
    const second = Y.encodeStateAsUpdate(b, Y.encodeStateVector(a));
    two.send(updateMessage(second));
    two.send(barrierMessage(1));
    await stage.timers.settle();
    expect([one.text.toString(), two.socket.closedWith]).toEqual(['', null]);
    return { stage, one, two, first };
  };

  it('R10: what another connection brings sets it free', async () => {
    const { stage, one, two, first } = await twoTabs();
    one.send(updateMessage(first));
    await stage.quiet();
    expect([one.text.toString(), two.acknowledged]).toEqual(['ab', 1]);
  });

  it('R10: a line that ends takes what waits along, unacknowledged', async () => {
    const { stage, one, two, first } = await twoTabs();
    two.drop();
    one.send(updateMessage(first));
    await stage.quiet();
    expect((await stage.rooms.clone(DOC)).getText('text').toString()).toBe('a');
    expect(two.acknowledged).toBe(-1);
  });

  it('R10: of a sync step 2 with a gap what is complete is taken', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'observer');
    const other = createDoc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(anna.doc));
    const lost: Uint8Array[] = [];
    other.on('update', (update: Uint8Array) => lost.push(update));
    other.getText('text').insert(1, 'x');
    other.getText('text').insert(2, 'y');
    anna.drop();
    Y.applyUpdate(anna.doc, lost[1] as Uint8Array);
    anna.text.insert(1, 'whole');
    const back = connectClient(stage.rooms, anna.visitor, anna.doc);
    stage.clients.push(back);
    back.send(barrierMessage(3));
    await stage.quiet();
    expect(ben.text.toString()).toBe('whole');
    expect(ben.doc.store.pendingStructs).toBeNull();
    // The gap is there still, so what stands behind it is not called safe.
    back.send(barrierMessage(4));
    await stage.quiet();
    expect(back.acknowledged).toBeLessThan(4);
  });
});

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

describe('those who may not write', () => {
  it('R9: a reader’s sync reply that brings nothing is welcome', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    anna.text.insert(1, 'Some words');
    anna.text.delete(3, 2);
    await stage.quiet();
    const olu = await stage.enter('Olu', 'observer');
    olu.send(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(olu.doc)));
    await stage.quiet();
    expect(olu.socket.closedWith).toBeNull();
  });

  it.each([
    ['words', (text: Y.Text) => text.insert(1, 'x')],
    ['a deletion', (text: Y.Text) => text.delete(1, 1)],
    ['a format', (text: Y.Text) => text.format(1, 2, { bold: true })],
    ['a marker’s key', (text: Y.Text) => text.toDelta()[0].insert.set('kind', 'title')],
  ])('R9: a reader who writes %s is refused with 4403 and nothing changes', async (_name, write) => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    anna.text.insert(1, 'Some words');
    await stage.quiet();
    const olu = await stage.enter('Olu', 'observer');
    const before = (await logged(stage)).length;
    write(olu.text);
    await stage.quiet();
    expect(olu.socket.closedWith?.code).toBe(CLOSE.notPermitted);
    expect(anna.text.toDelta().slice(1)).toEqual([{ insert: 'Some words' }]);
    expect(await logged(stage)).toHaveLength(before);
  });

  it('R9: a drafter in a frozen phase reads, and what was written offline is refused', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter', { phase: 'silence' });
    expect(anna.received[0]).toMatchObject({ payload: { canWrite: false, reason: 'phase' } });
    anna.text.insert(0, 'late');
    await stage.quiet();
    expect(anna.socket.closedWith?.code).toBe(CLOSE.notPermitted);
  });

  it('R9: a reader’s Yjs may drop doubled formatting by itself: passed over, not refused', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'drafter');
    anna.text.insert(1, 'Some words');
    await stage.quiet();
    const olu = await stage.enter('Olu', 'observer');
    ben.text.format(1, 4, { bold: true });
    anna.text.format(1, 4, { bold: true });
    await stage.quiet();
    expect(olu.socket.closedWith).toBeNull();
    expect(allEqual(anna, ben, olu)).toBe(true);
    const formats = createDoc();
    Y.applyUpdate(formats, Y.encodeStateAsUpdate(olu.doc));
    const before = Y.encodeStateVector(formats);
    formats.getText('text').format(1, 10, { bold: null });
    const cleanup = Y.encodeStateAsUpdate(formats, before);
    olu.send(updateMessage(cleanup));
    await stage.quiet();
    expect(olu.socket.closedWith).toBeNull();
    expect(anna.text.toDelta()).toContainEqual({ insert: 'Some', attributes: { bold: true } });
  });

  it('R15: after a change of access connections close with 4205, one person’s or all', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'drafter');
    stage.rooms.reauthorise(DOC, 'anna' as ParticipantId);
    expect([anna.socket.closedWith?.code, ben.socket.closedWith]).toEqual([CLOSE.reauthorise, null]);
    stage.rooms.reauthorise(DOC);
    expect(ben.socket.closedWith?.code).toBe(CLOSE.reauthorise);
    ben.text.insert(1, 'too late');
    await stage.quiet();
    expect(await logged(stage)).toHaveLength(1);
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
});

describe('presence', () => {
  it('R14: the server says who somebody is, whatever the client says', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'observer');
    anna.send(awarenessMessage(anna.doc.clientID, 1, { user: { name: 'Secretary-General' }, cursor: null }));
    await stage.timers.advance(100);
    await stage.quiet();
    expect(presenceOf(ben)).toMatchObject([
      {
        client: anna.doc.clientID,
        state: {
          cursor: null,
          user: {
            participant: 'anna',
            name: 'Anna',
            delegation: 'Delegation of Anna',
            role: 'drafter',
            color: 0,
          },
        },
      },
    ]);
    expect(presenceOf(anna)).toEqual([]);
  });

  it('R14: readers are not shown, echoes and other people’s states are passed over', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'drafter');
    const olu = await stage.enter('Olu', 'observer');
    anna.send(awarenessMessage(anna.doc.clientID, 1, { cursor: 1 }));
    olu.send(awarenessMessage(olu.doc.clientID, 1, { cursor: 2 }));
    await stage.timers.advance(100);
    await stage.quiet();
    const before = presenceOf(olu).length;
    ben.send(awarenessMessage(anna.doc.clientID, 9, { cursor: 'forged' }));
    ben.send(awarenessMessage(anna.doc.clientID, 9, null));
    await stage.timers.advance(100);
    await stage.quiet();
    expect(before).toBe(1);
    expect(presenceOf(olu)).toHaveLength(1);
    expect(presenceOf(ben).map((entry) => entry.client)).toEqual([anna.doc.clientID]);
    expect(ben.socket.closedWith).toBeNull();
  });

  it('R14: somebody who leaves is gone, and is seen at once when coming back with an old clock', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'observer');
    anna.send(awarenessMessage(anna.doc.clientID, 5, { cursor: 1 }));
    await stage.timers.advance(100);
    anna.drop();
    await stage.timers.advance(100);
    const back = connectClient(stage.rooms, anna.visitor, anna.doc);
    stage.clients.push(back);
    back.send(awarenessMessage(anna.doc.clientID, 5, { cursor: 1 }));
    await stage.timers.advance(100);
    await stage.quiet();
    const clocks = presenceOf(ben).map((entry) => entry.clock);
    expect(presenceOf(ben).map((entry) => entry.state === null)).toEqual([false, true, false]);
    expect([...clocks].sort((a, b) => a - b)).toEqual(clocks);
    expect(new Set(clocks).size).toBe(3);
  });
});

describe('limits', () => {
  it.each([
    ['nothing', []],
    ['an unknown type', [77]],
    ['a reply only a server gives', [MESSAGE.acknowledged, 1]],
    ['a truncated frame', [0, 2, 20, 1, 1]],
    ['bytes behind the message', [MESSAGE.barrier, 1, 0]],
    ['an unknown sync step', [0, 7, 0]],
    ['an update that is none', [0, 2, 3, 1, 1, 1]],
    ['a state vector that is none', [0, 0, 2, 9, 9]],
    ['presence that is none', [1, 2, 5, 5]],
  ])('R16: %s is garbage: 1003, the room unharmed', async (_name, bytes) => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const eve = await stage.enter('Eve', 'drafter');
    eve.send(Uint8Array.from(bytes));
    await stage.quiet();
    expect(eve.socket.closedWith?.code).toBe(CLOSE.garbage);
    anna.text.insert(1, 'fine');
    await stage.quiet();
    expect(anna.socket.closedWith).toBeNull();
    expect((await stage.rooms.clone(DOC)).getText('text').toString()).toBe('fine');
  });

  it('R16: an item that builds on itself, at which Yjs would fail half-way, is garbage', async () => {
    const stage = createStage();
    const eve = await stage.enter('Eve', 'drafter');
    const before = (await logged(stage)).length;
    // One struct of client 5, clock 0, origin (5, 3), the character "x", no deletions.
    eve.send(updateMessage(Uint8Array.from([1, 1, 5, 0, 0x84, 5, 3, 1, 120, 0])));
    await stage.quiet();
    expect(eve.socket.closedWith?.code).toBe(CLOSE.garbage);
    expect(await logged(stage)).toHaveLength(before);
  });

  it('R17: an oversized frame is 1009', async () => {
    const stage = createStage({ limits: { frameBytes: 1000 } });
    const eve = await stage.enter('Eve', 'drafter');
    eve.send(updateMessage(new Uint8Array(1000)));
    expect(eve.socket.closedWith?.code).toBe(CLOSE.oversized);
  });

  it('R18: a flood is 4429; others in the room are not slowed', async () => {
    const stage = createStage({ limits: { writerRate: { perSecond: 10, burst: 50 } } });
    const anna = await stage.enter('Anna', 'drafter');
    const eve = await stage.enter('Eve', 'drafter');
    for (let k = 0; k < 60; k += 1) eve.send(barrierMessage(k));
    expect(eve.socket.closedWith?.code).toBe(CLOSE.flooding);
    anna.text.insert(1, 'fine');
    await stage.quiet();
    expect(anna.socket.closedWith).toBeNull();
  });

  it('R18: many lines of one person share a bound', async () => {
    const stage = createStage({
      limits: {
        writerRate: { perSecond: 10, burst: 50 },
        participantFactor: 2,
        connectionsPerParticipant: 4,
      },
    });
    const lines = [1, 2, 3, 4].map(() => connectClient(stage.rooms, visitorNamed('Eve', 'drafter')));
    await stage.timers.settle();
    for (let k = 0; k < 40; k += 1) for (const line of lines) line.send(barrierMessage(k));
    expect(lines.filter((line) => line.socket.closedWith?.code === CLOSE.flooding).length).toBeGreaterThan(0);
    const fifth = connectClient(stage.rooms, visitorNamed('Eve', 'drafter'));
    await stage.timers.settle();
    expect(fifth.socket.closedWith?.code).toBe(CLOSE.flooding);
  });

  it('R18: asking for the whole text again and again is a flood', async () => {
    const stage = createStage();
    const olu = await stage.enter('Olu', 'observer');
    for (let k = 0; k < 40; k += 1) olu.send(syncMessage(SYNC.step1, Uint8Array.of(1, 5, 1)));
    expect(olu.socket.closedWith?.code).toBe(CLOSE.flooding);
  });

  it('R19: a damaged snapshot costs nothing but time', async () => {
    const stage = createStage({ limits: { snapshotEvery: 2 } });
    const anna = await stage.enter('Anna', 'drafter');
    for (const letter of 'text') {
      anna.text.insert(anna.text.length, letter);
      await stage.quiet();
    }
    const { log } = stage;
    const stored = await log.load(DOC);
    const damaged = { seq: stored.snapshot?.seq ?? 0, state: Uint8Array.of(7, 7, 7) };
    const next = createStage({ log: { ...log, load: async () => ({ ...stored, snapshot: damaged }) } });
    const ben = await next.enter('Ben', 'observer');
    expect(ben.text.toString()).toBe('text');
    expect(next.reports).toHaveLength(1);
  });

  it('R13: a slow reader is skipped and later brought up to date at once', async () => {
    const stage = createStage({ limits: { slowBytes: 100 } });
    const anna = await stage.enter('Anna', 'drafter');
    const slow = await stage.enter('Olu', 'observer');
    slow.socket.full = 101;
    const before = slow.socket.sent.length;
    for (const letter of 'A long paragraph that nobody takes') {
      anna.text.insert(anna.text.length, letter);
      await stage.quiet();
    }
    await stage.timers.advance(1_000);
    const syncs = () => slow.received.slice(before).filter((one) => one.type === 'sync');
    await stage.quiet();
    expect(syncs()).toHaveLength(0);
    slow.socket.full = 0;
    await stage.timers.advance(200);
    await stage.quiet();
    expect(syncs()).toHaveLength(1);
    expect(slow.text.toString()).toBe(anna.text.toString());
    anna.text.insert(anna.text.length, '!');
    await stage.quiet();
    expect(slow.text.toString()).toBe(anna.text.toString());
  });

  it('sends something to those who hear nothing, because stock clients take silence for a dead line', async () => {
    const stage = createStage();
    const olu = await stage.enter('Olu', 'observer');
    const before = olu.received.length;
    await stage.timers.advance(25_000);
    await stage.quiet();
    expect(olu.received.slice(before)).toEqual([{ type: 'awareness', entries: [] }]);
  });

  it('R19: an idle room is unloaded and comes back with its text', async () => {
    const stage = createStage({ limits: { unloadAfter: 1_000 } });
    const anna = await stage.enter('Anna', 'drafter');
    anna.text.insert(1, 'Kept.');
    await stage.quiet();
    anna.drop();
    await stage.timers.advance(3_000);
    expect((await stage.log.load(DOC)).snapshot?.seq).toBe(2);
    const ben = await stage.enter('Ben', 'drafter');
    expect(ben.text.toString()).toBe('Kept.');
  });
});

describe('what the server writes', () => {
  it('R15: edits as a person, under a clientID bound to that person, and answers when durable', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const done = stage.rooms.edit(DOC, 'fran' as ParticipantId, (text) => text.insert(1, 'Imported.'));
    await stage.quiet();
    expect(await done).toEqual({ ok: true, value: { seq: 2 } });
    expect(anna.text.toString()).toBe('Imported.');
    expect((await logged(stage)).at(-1)?.participantId).toBe('fran');
    expect([...(await stage.log.owners(DOC)).values()]).toContain('fran');
  });

  it('R15: two edits at once both arrive, and an edit beside typing loses nothing', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const edits = ['x', 'y'].map((letter) =>
      stage.rooms.edit(DOC, 'fran' as ParticipantId, (text) => text.insert(text.length, letter)),
    );
    anna.text.insert(1, 'typed ');
    await stage.quiet();
    expect((await Promise.all(edits)).every((edit) => edit.ok)).toBe(true);
    expect([...anna.text.toString()].sort().join('').trim()).toBe([...'typed xy'].sort().join('').trim());
  });

  it('R12, R15: an edit that cannot be stored answers a problem and changes nothing', async () => {
    const log = unrulyLog(createMemoryStore().textLog);
    const stage = createStage({ log });
    const anna = await stage.enter('Anna', 'drafter');
    log.failing = true;
    const done = stage.rooms.edit(DOC, 'fran' as ParticipantId, (text) => text.insert(1, 'Imported.'));
    await stage.quiet();
    expect(await done).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect([anna.text.toString(), anna.socket.closedWith]).toEqual(['', null]);
  });

  it('events of the document reach everybody in the room', async () => {
    const stage = createStage();
    const olu = await stage.enter('Olu', 'observer');
    const event = { documentId: DOC, at: AT, kind: 'document-changed', audience: false } as const;
    stage.bus.publish(event);
    await stage.quiet();
    expect(jsonOf(olu, MESSAGE.event)).toEqual([event]);
  });

  it('a log that cannot be read closes the line and harms nobody', async () => {
    const { textLog } = createMemoryStore();
    const stage = createStage({
      log: { ...textLog, load: () => Promise.reject(new Error('unreadable')) },
    });
    const anna = await stage.enter('Anna', 'drafter');
    expect(anna.socket.closedWith?.code).toBe(CLOSE.internal);
    expect(stage.reports.map((report) => report.what)).toEqual(['a working text could not be loaded']);
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
