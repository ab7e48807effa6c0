import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { SYNC } from '../../../shared/api/socket.ts';
import type { IsoTime, ParticipantId } from '../../../shared/model/ids.ts';
import { DOC } from './cast.ts';
import { made } from './made-update.ts';
import { createStage } from './stage.ts';
import { barrierMessage, connectClient, createDoc, syncMessage, updateMessage } from './test-client.ts';

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

  it('R80: should the log hold what builds on nothing, the rest of the text opens, and people write on', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    anna.text.insert(1, 'Words');
    await stage.quiet();
    const struct = { clock: 0, length: 1, origin: { client: 4_000, clock: 7 }, rightOrigin: null };
    const participantId = anna.visitor.participant?.id as ParticipantId;
    const at = new Date(0).toISOString() as IsoTime;
    const update = made(new Map([[3_000, [struct]]]));
    await stage.log.append([{ documentId: DOC, participantId, at, update, claims: [3_000] }]);
    for (const words of ['Words.', 'Words..']) {
      const next = await stage.restart();
      const ben = await next.enter('Ben', 'drafter');
      ben.text.insert(ben.text.length, '.');
      await next.quiet();
      const cleo = await next.enter('Cleo', 'observer');
      expect([ben.text.toString(), cleo.text.toString()]).toEqual([words, words]);
      expect(next.reports.map(({ error }) => String(error))).toEqual([
        `Error: an update of ${DOC} builds on what its log does not have: it waits`,
      ]);
    }
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
    const reader = await stage.enter('Ben', 'observer');
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    b.getText('text').insert(2, 'b');
    const second = Y.encodeStateAsUpdate(b, Y.encodeStateVector(a));
    two.send(updateMessage(second));
    two.send(barrierMessage(1));
    await stage.timers.settle();
    expect([one.text.toString(), two.socket.closedWith]).toEqual(['', null]);
    return { stage, one, two, first, reader };
  };

  it('R10: what another connection brings sets it free', async () => {
    const { stage, one, two, first, reader } = await twoTabs();
    one.send(updateMessage(first));
    await stage.quiet();
    expect([reader.text.toString(), two.acknowledged]).toEqual(['ab', 1]);
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
