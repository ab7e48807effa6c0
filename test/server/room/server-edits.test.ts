import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../server/store/memory/store.ts';
import { CLOSE, MESSAGE } from '../../../shared/api/socket.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { AT, DOC } from './cast.ts';
import { jsonOf, logged } from './looks.ts';
import { createStage } from './stage.ts';
import { unrulyLog } from './unruly-log.ts';

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
