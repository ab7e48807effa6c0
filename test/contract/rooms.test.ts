import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../server/ports/store.ts';
import type { TextLog } from '../../server/ports/text-log.ts';
import { createAuthorship } from '../../server/room/authorship.ts';
import { createMemoryStore } from '../../server/store/memory/store.ts';
import { openSqliteStore } from '../../server/store/sqlite/store.ts';
import { CLOSE } from '../../shared/api/socket.ts';
import type { ParticipantId } from '../../shared/model/ids.ts';
import { AT, DOC } from '../server/room/cast.ts';
import { createStage, type Stage } from '../server/room/stage.ts';
import { awarenessMessage, barrierMessage } from '../server/room/test-client.ts';

const folders: string[] = [];
let store: Store | null = null;
afterEach(async () => {
  await store?.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const ADAPTERS: readonly (readonly [string, () => Store])[] = [
  ['memory', createMemoryStore],
  [
    'SQLite',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'sounding-board-rooms-'));
      folders.push(folder);
      return openSqliteStore(folder, AT);
    },
  ],
];

/** The same log, and when it has nothing under way: a disk takes its time. */
function watched(log: TextLog): { readonly log: TextLog; readonly atRest: () => Promise<void> } {
  const underWay = new Set<Promise<unknown>>();
  const noted =
    <Given extends unknown[], Answer>(act: (...given: Given) => Promise<Answer>) =>
    (...given: Given): Promise<Answer> => {
      const answer = act(...given);
      underWay.add(answer);
      const end = (): void => void underWay.delete(answer);
      answer.then(end, end);
      return answer;
    };
  return {
    log: {
      ...log,
      // What a commit costs is told in the machine's time, and the stage has a clock of its own.
      append: noted((batch) => log.append(batch)),
      claim: noted(log.claim),
      load: noted(log.load),
      owners: noted(log.owners),
      read: noted(log.read),
    },
    async atRest() {
      while (underWay.size > 0) await Promise.allSettled([...underWay]);
    },
  };
}

describe.each(ADAPTERS)('rooms on %s', (_name, open) => {
  const start = (): Stage => {
    store = open();
    const { log, atRest } = watched(store.textLog);
    return createStage({ log, atRest, limits: { snapshotEvery: 5 } });
  };

  it('R3, R11: stores what is typed, shows it, acknowledges it, and has it after a restart', async () => {
    const stage = start();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'drafter');
    for (const letter of 'We agree') {
      anna.text.insert(anna.text.length, letter);
      ben.text.format(1, 1, { bold: true });
      await stage.quiet();
    }
    ben.text.delete(4, 5);
    anna.send(barrierMessage(1));
    await stage.quiet();
    expect([ben.text.toString(), anna.text.toString(), anna.acknowledged]).toEqual(['We ', 'We ', 1]);
    await vi.waitFor(async () => expect((await stage.log.load(DOC)).snapshot).not.toBeNull(), 20_000);
    const next = await stage.restart();
    const olu = await next.enter('Olu', 'observer');
    expect(olu.text.toString()).toBe('We ');
    expect(next.reports).toEqual([]);
  });

  it('R6, R7: keeps clientIDs with their participants over a restart', async () => {
    const stage = start();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'drafter');
    anna.text.insert(1, 'Mine');
    ben.send(awarenessMessage(ben.doc.clientID, 1, { cursor: null }));
    await stage.quiet();
    const next = await stage.restart();
    for (const forged of [anna.doc.clientID, ben.doc.clientID]) {
      const eve = await next.enter('Eve', 'drafter');
      eve.doc.clientID = forged;
      eve.text.insert(1, 'Not mine');
      await next.quiet();
      expect(eve.socket.closedWith?.code).toBe(CLOSE.forged);
    }
  });

  it('R15, R21: edits for a person, and tells who wrote and who deleted what', async () => {
    const stage = start();
    const anna = await stage.enter('Anna', 'drafter');
    const edited = stage.rooms.edit(DOC, 'fran' as ParticipantId, (text) => text.insert(1, 'Imported words'));
    await stage.quiet();
    expect((await edited).ok).toBe(true);
    anna.text.delete(1, 9);
    anna.text.insert(1, 'Our ');
    await stage.quiet();
    const { paragraphs, deletions } = await createAuthorship(stage.log).authorship(DOC);
    expect(paragraphs[0]?.runs.map(({ by, text }) => [by, text])).toEqual([
      ['anna', 'Our '],
      ['fran', 'words'],
    ]);
    expect(deletions.map(({ by, of, text }) => [by, of, text])).toEqual([['anna', 'fran', 'Imported ']]);
  });
});
