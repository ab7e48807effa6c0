import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { CLOSE, SYNC } from '../../../shared/api/socket.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { DOC } from './cast.ts';
import { allEqual, logged } from './looks.ts';
import { createStage } from './stage.ts';
import { createDoc, syncMessage, updateMessage } from './test-client.ts';

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
