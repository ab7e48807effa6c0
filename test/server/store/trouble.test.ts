import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { verify } from '../../../server/audit/verify.ts';
import type { Store } from '../../../server/ports/store.ts';
import { troubleOf } from '../../../server/ports/store-failure.ts';
import type { LoggedUpdate } from '../../../server/ports/text-log.ts';
import { openDatabase } from '../../../server/store/sqlite/database.ts';
import { DATABASE_FILE, openSqliteReader, openSqliteStore } from '../../../server/store/sqlite/store.ts';
import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { AT, insertPeople, sampleAct, sampleDocument } from '../../contract/rows.ts';
import { createFaultyDisk, type FaultyDisk, IOERR_FSYNC, IOERR_READ } from './faulty-disk.ts';

const DOC = 'doc' as DocumentId;

let folder: string;
let disk: FaultyDisk;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sounding-board-trouble-'));
  disk = createFaultyDisk();
  store = openSqliteStore(folder, AT, disk);
  await store.transact(insertPeople);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const logged = (byte: number, length = 1, claims: number[] = []): LoggedUpdate => ({
  documentId: DOC,
  participantId: 'participant' as ParticipantId,
  at: AT,
  update: new Uint8Array(length).fill(byte),
  claims,
});

const trouble = async (work: Promise<unknown>): Promise<string | null> =>
  await work.then(
    () => 'nothing failed',
    (error: unknown) => troubleOf(error),
  );

const largeUpdates = Array.from({ length: 20 }, (_, k) => logged(k, 50_000));

describe('a full disk', () => {
  it('S65: refuses what does not fit, keeps what there is readable, and goes on by itself when there is space', async () => {
    await store.textLog.append([logged(1, 1, [7])]);
    expect(await store.health()).toEqual({ trouble: null, damaged: false });
    disk.fill();
    expect(await trouble(store.textLog.append(largeUpdates))).toBe('storage-full');
    expect(await store.health()).toEqual({ trouble: 'storage-full', damaged: false });
    const title = 'T'.repeat(100_000);
    expect(
      await trouble(
        store.transact(async (rows) => {
          await rows.audit.append(sampleAct());
          await rows.documents.update({ ...sampleDocument(), title });
        }),
      ),
    ).toBe('storage-full');
    expect((await store.textLog.read(DOC, 0, 100)).map(({ seq }) => seq)).toEqual([1]);
    expect(await store.rows.audit.read(DOC, 0, 10)).toEqual([]);
    expect(await store.rows.documents.find(DOC)).toEqual(sampleDocument());
    disk.makeSpace();
    expect(await store.textLog.append(largeUpdates)).toEqual(largeUpdates.map((_, k) => k + 2));
    expect(await store.health()).toEqual({ trouble: null, damaged: false });
    const [report] = await verify(store);
    expect(report?.findings.filter(({ problem }) => /digest|missing/.test(problem))).toEqual([]);
  });

  it('S65: a batch that does not fit is refused whole, one that does is stored, and numbers have no gap', async () => {
    disk.fill();
    const results = await Promise.allSettled([
      store.textLog.append([logged(1)]),
      store.textLog.append([logged(2), ...largeUpdates]),
      store.textLog.append([logged(3)]),
    ]);
    const stored = await store.textLog.read(DOC, 0, 100);
    expect(results[1]?.status).toBe('rejected');
    const kept = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
    expect(stored.map(({ seq }) => seq)).toEqual(kept);
    disk.makeSpace();
    expect(await store.textLog.append([logged(4)])).toEqual([kept.length + 1]);
    const [report] = await verify(store);
    expect(report?.findings.filter(({ problem }) => problem.includes('digest'))).toEqual([]);
  });

  it('S65: an act that passes over a write that failed is undone whole', async () => {
    disk.fill();
    const act = store.transact(async (rows) => {
      const title = 'T'.repeat(100_000);
      await rows.documents.update({ ...sampleDocument(), title }).catch(() => undefined);
      await rows.audit.append(sampleAct());
    });
    expect(await trouble(act)).not.toBeNull();
    disk.makeSpace();
    expect(await store.rows.audit.read(DOC, 0, 10)).toEqual([]);
  });

  it('S66: whether there is space again is found out by whoever asks, without anybody writing', async () => {
    let now = 0;
    const { createHealth, createTroubles } = await import('../../../server/store/sqlite/health.ts');
    const troubles = createTroubles();
    const file = join(folder, 'other.sqlite');
    const database = openDatabase(file, false, troubles.writing, disk.connect);
    const health = createHealth(database, { run: async (work) => await work() }, troubles, () => now);
    database.exec('CREATE TABLE words ("words" TEXT)');
    disk.fill();
    const write = database.prepare('INSERT INTO words VALUES (?)');
    expect(() => write.run('w'.repeat(100_000))).toThrow('make space');
    now += 2_000;
    expect(await health()).toEqual({ trouble: 'storage-full', damaged: false });
    disk.makeSpace();
    expect(await health(), 'no second trial within a second').toEqual({
      trouble: 'storage-full',
      damaged: false,
    });
    now += 2_000;
    expect(await health()).toEqual({ trouble: null, damaged: false });
    expect(database.prepare('SELECT name FROM sqlite_master').all()).toEqual([{ name: 'words' }]);
    database.close();
  });
});

describe('a disk that fails', () => {
  it('S65: a commit that fails leaves nothing behind, in the file or in memory', async () => {
    await store.textLog.append([logged(1, 1, [7])]);
    disk.break('writer', 'COMMIT', IOERR_FSYNC);
    expect(await trouble(store.textLog.append([logged(2, 1, [8])]))).toBe('storage-unavailable');
    expect(await trouble(store.transact((rows) => rows.audit.append(sampleAct())))).toBe(
      'storage-unavailable',
    );
    expect((await store.health()).trouble).toBe('storage-unavailable');
    disk.mend();
    expect(await store.rows.audit.read(DOC, 0, 10)).toEqual([]);
    expect(await store.textLog.owners(DOC)).toEqual(new Map([[7, 'participant']]));
    // Somebody else may have the clientID now, and the number is given to the next.
    const other = { ...logged(3, 1, [8]), participantId: 'other' as ParticipantId };
    expect(await store.textLog.append([other])).toEqual([2]);
    const entry = await store.transact((rows) => rows.audit.append(sampleAct()));
    expect(entry.seq).toBe(1);
    const found = (await verify(store)).flatMap(({ findings }) => findings);
    expect(found.filter(({ problem }) => /digest|missing/.test(problem))).toEqual([]);
    expect(await store.health()).toEqual({ trouble: null, damaged: false });
  });

  it('S65: what cannot be read is said to be so, and writing goes on', async () => {
    disk.break('reader', 'SELECT "seq", "participantId"', IOERR_READ);
    expect(await trouble(store.textLog.read(DOC, 0, 1))).toBe('storage-unavailable');
    expect(await store.textLog.append([logged(1)])).toEqual([1]);
    expect(await store.health()).toEqual({ trouble: null, damaged: false });
    disk.mend();
    expect(await store.textLog.read(DOC, 0, 1)).toHaveLength(1);
  });
});

describe('the write-ahead log', () => {
  it('S67: is cut back once a reader that held on to an old state is gone', async () => {
    const reader = openDatabase(join(folder, DATABASE_FILE), true);
    reader.exec('BEGIN');
    reader.prepare('SELECT COUNT(*) FROM updates').get();
    const size = (): number => statSync(join(folder, `${DATABASE_FILE}-wal`)).size / 1024 / 1024;
    const big = logged(5, 4 * 1024 * 1024);
    for (let k = 0; k < 8; k += 1) await store.textLog.append([big]);
    expect(size()).toBeGreaterThan(32);
    reader.exec('COMMIT');
    reader.close();
    await vi.waitFor(async () => {
      await store.textLog.append([big]);
      expect(size()).toBeLessThan(17);
    }, 20_000);
    expect((await store.textLog.read(DOC, 0, 8)).map(({ update }) => update.length)).toEqual(
      Array.from({ length: 8 }, () => big.update.length),
    );
  });

  it('S67: a stop brings all of it into the database', async () => {
    await store.textLog.append([logged(1, 50_000)]);
    await store.close();
    expect(statSync(join(folder, `${DATABASE_FILE}-wal`), { throwIfNoEntry: false })?.size ?? 0).toBe(0);
    store = openSqliteStore(folder, AT, disk);
    expect(await store.textLog.read(DOC, 0, 2)).toHaveLength(1);
  });

  it('S67: cut off anywhere, it opens with what was committed before', async () => {
    const before = openSqliteReader(folder);
    before.close();
    for (let k = 1; k <= 30; k += 1) await store.textLog.append([logged(k, 500, [k])]);
    const { cpSync, truncateSync } = await import('node:fs');
    const wal = join(folder, `${DATABASE_FILE}-wal`);
    const { size } = statSync(wal);
    let most = 0;
    for (const share of [0, 0.1, 0.33, 0.5, 0.77, 0.99, 1]) {
      const copy = mkdtempSync(join(tmpdir(), 'sounding-board-trouble-'));
      for (const name of [DATABASE_FILE, `${DATABASE_FILE}-wal`])
        cpSync(join(folder, name), join(copy, name));
      truncateSync(join(copy, `${DATABASE_FILE}-wal`), Math.floor(size * share));
      const opened = openSqliteStore(copy, AT);
      const rows = await opened.textLog.read(DOC, 0, 100);
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, k) => k + 1));
      expect(rows.length).toBeGreaterThanOrEqual(most);
      most = rows.length;
      expect((await opened.textLog.owners(DOC)).size).toBe(rows.length);
      expect(await opened.textLog.append([logged(99)])).toEqual([rows.length + 1]);
      expect(
        (await verify(opened))
          .flatMap(({ findings }) => findings)
          .filter(({ problem }) => /digest|missing/.test(problem)),
      ).toEqual([]);
      await opened.close();
      rmSync(copy, { recursive: true, force: true });
    }
    expect(most).toBe(30);
  });
});
