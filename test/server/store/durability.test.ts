import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCounters } from '../../../server/ports/counters.ts';
import type { Store } from '../../../server/ports/store.ts';
import { troubleOf } from '../../../server/ports/store-failure.ts';
import type { LoggedUpdate } from '../../../server/ports/text-log.ts';
import { DATABASE_FILE, openSqliteStore } from '../../../server/store/sqlite/store.ts';
import { watchCheckpoints } from '../../../server/store/watch-checkpoints.ts';
import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { AT, insertPeople, sampleAct, sampleDocument } from '../../contract/rows.ts';
import { SEED, seeds } from '../../seeded.ts';
import { createRandom } from '../../sim/random.ts';
import { createHeldDisk, type HeldDisk } from './held-disk.ts';

const DOC = 'doc' as DocumentId;
const OTHER = 'other' as DocumentId;
const ANNA = 'participant' as ParticipantId;
const SEEDS = seeds(4, 300);

let folder: string;
let disk: HeldDisk;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sounding-board-durability-'));
  disk = createHeldDisk();
  store = openSqliteStore(folder, AT, disk);
  await store.transact(insertPeople);
  disk.hold();
});
afterEach(async () => {
  disk.letAll();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const logged = (byte: number, documentId = DOC): LoggedUpdate => ({
  documentId,
  participantId: ANNA,
  at: AT,
  update: new Uint8Array([byte]),
  claims: [],
});
const name = (title: string): Promise<void> =>
  store.transact((rows) => rows.documents.update({ ...sampleDocument(), title }));
const title = async (): Promise<string | undefined> => (await store.rows.documents.find(DOC))?.title;

/** What has become of promises so far; Node's queues are let run before. */
const settled = async (...promises: readonly Promise<unknown>[]): Promise<boolean[]> => {
  const done = promises.map(() => false);
  for (const [k, promise] of promises.entries()) {
    const end = (): void => {
      done[k] = true;
    };
    promise.then(end, end);
  }
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  return done;
};

/** The store as it would come up after a power cut now. */
async function afterPowerCut<Answer>(look: (store: Store) => Promise<Answer>): Promise<Answer> {
  const copy = mkdtempSync(join(tmpdir(), 'sounding-board-durability-'));
  cpSync(join(folder, DATABASE_FILE), join(copy, DATABASE_FILE));
  writeFileSync(join(copy, `${DATABASE_FILE}-wal`), disk.kept());
  const opened = openSqliteStore(copy, AT);
  try {
    return await look(opened);
  } finally {
    await opened.close();
    rmSync(copy, { recursive: true, force: true });
  }
}

describe('what is said to be stored', () => {
  it('S6: nothing is answered before the sync that covers its commit, and all of it then', async () => {
    const writes = [
      store.textLog.append([logged(1)]),
      name('New'),
      store.textLog.claim([{ documentId: DOC, clientId: 7, participantId: ANNA }]),
      store.textLog.saveSnapshot(DOC, { seq: 1, state: new Uint8Array([5]) }),
    ];
    expect(await settled(...writes)).toEqual([false, false, false, false]);
    await disk.letOne();
    expect(await settled(...writes)).toEqual([true, false, false, false]);
    disk.letAll();
    await Promise.all(writes);
  });

  it('S6: after a power cut at any moment all is there that was answered', async () => {
    const acknowledged: number[] = [];
    for (let n = 1; n <= 12; n += 1) {
      void store.textLog.append([logged(n)]).then((seqs) => acknowledged.push(...seqs));
      if (n % 3 === 0) await disk.letOne();
      await settled();
      const there = await afterPowerCut(async ({ textLog }) => await textLog.read(DOC, 0, 100));
      expect(there.map(({ seq }) => seq).slice(0, acknowledged.length)).toEqual(acknowledged);
    }
    expect(acknowledged.length).toBeGreaterThan(6);
  });

  it('S77: whoever commits while a sync is under way shares the next', async () => {
    const before = disk.begun();
    const acts = Array.from({ length: 20 }, (_, k) => name(`Title ${k}`));
    await settled(...acts);
    expect(disk.begun() - before).toBe(1);
    await disk.letOne();
    await settled(...acts);
    expect(disk.begun() - before).toBe(2);
    await disk.letOne();
    expect(await settled(...acts)).toEqual(acts.map(() => true));
    expect(disk.begun() - before).toBe(2);
  });

  it('S77: a refusal that rests on something not yet on the disk waits for it too', async () => {
    const first = name('First');
    await settled(first);
    const seen: string[] = [];
    const refused = store.transact(async (rows) => {
      seen.push((await rows.documents.find(DOC))?.title ?? '');
      throw new Error('refused');
    });
    expect(await settled(refused)).toEqual([false]);
    expect(seen).toEqual(['First']);
    disk.letAll();
    await expect(refused).rejects.toThrow('refused');
  });
});

describe('what is read', () => {
  it('S76: rows are those on the disk, without waiting for it', async () => {
    const { title: before } = sampleDocument();
    const first = name('First');
    await settled(first);
    expect(await title()).toBe(before);
    const second = name('Second');
    await settled(second);
    expect(await title()).toBe(before);
    await disk.letOne();
    expect([await title(), ...(await settled(first, second))]).toEqual(['First', true, false]);
    await disk.letOne();
    expect([await title(), ...(await settled(second))]).toEqual(['Second', true]);
  });

  it('S76: an audit entry that pins a text is read once it is on the disk', async () => {
    const appended = store.textLog.append(Array.from({ length: 256 }, (_, k) => logged(k % 200)));
    await settled(appended);
    expect(await store.rows.audit.read(DOC, 0, 10)).toEqual([]);
    disk.letAll();
    await appended;
    expect(await store.rows.audit.read(DOC, 0, 10)).toHaveLength(1);
  });

  it('S76: of a text what was read is answered once it is on the disk; other texts wait for nothing', async () => {
    disk.letAll();
    await store.textLog.append([logged(1, OTHER)]);
    disk.hold();
    const appended = store.textLog.append([logged(1)]);
    await settled(appended);
    const reads = [store.textLog.read(DOC, 0, 10), store.textLog.load(DOC), store.textLog.owners(DOC)];
    expect(await settled(...reads)).toEqual([false, false, false]);
    expect(await settled(store.textLog.load(OTHER), store.textLog.owners(OTHER))).toEqual([true, true]);
    await disk.letOne();
    expect(await settled(...reads)).toEqual([true, true, true]);
  });

  it(`S76: whatever comes between, readers see all that was answered and nothing that is not kept, ${SEEDS} seeds from ${SEED}`, async () => {
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      const random = createRandom(seed);
      let given = 0;
      let answered = 0;
      const acts: Promise<void>[] = [];
      for (let step = 0; step < 25; step += 1) {
        const what = random.below(4);
        if (what === 0 || what === 1) {
          given += 1;
          const mine = given;
          acts.push(
            name(`${mine}`).then(() => {
              answered = mine;
            }),
          );
        } else if (what === 2) acts.push(store.textLog.append([logged(1)]).then(() => undefined));
        else if (disk.waits()) await disk.letOne();
        if (random.below(2) === 0) await settled();
        const answeredBefore = answered;
        const [seen, kept] = [
          await title(),
          await afterPowerCut(async ({ rows }) => (await rows.documents.find(DOC))?.title),
        ];
        const place = (found: string | undefined): number => Number(found) || 0;
        expect(place(seen), `seed ${seed}, step ${step}`).toBeGreaterThanOrEqual(answeredBefore);
        expect(place(seen), `seed ${seed}, step ${step}`).toBeLessThanOrEqual(place(kept));
      }
      disk.letAll();
      await Promise.all(acts);
      if (given > 0) expect(await title(), `seed ${seed}`).toBe(`${given}`);
      await store.transact((rows) => rows.documents.update(sampleDocument()));
      disk.hold();
    }
  });
});

describe('a sync that fails', () => {
  const trouble = (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(() => 'nothing failed', troubleOf);

  it('S78: nothing that waits is answered, nothing is written any more, reading goes on, and a new start goes on', async () => {
    const { title: before } = sampleDocument();
    const waiting = [store.textLog.append([logged(1)]), name('New'), name('Newer')];
    await settled(...waiting);
    disk.fail();
    for (const one of waiting) expect(await trouble(one)).toBe('storage-failed');
    const further = [
      store.textLog.append([logged(2)]),
      store.textLog.claim([{ documentId: DOC, clientId: 7, participantId: ANNA }]),
      store.textLog.saveSnapshot(DOC, { seq: 1, state: new Uint8Array([5]) }),
      store.transact((rows) => rows.audit.append(sampleAct())),
    ];
    for (const one of further) expect(await trouble(one)).toBe('storage-failed');
    expect(await store.health()).toEqual({ trouble: 'storage-failed', damaged: false });
    expect(await title()).toBe(before);
    expect(await trouble(store.textLog.read(DOC, 0, 1))).toBe('storage-failed');
    await store.close();
    store = openSqliteStore(folder, AT);
    expect(await store.health()).toEqual({ trouble: null, damaged: false });
    const there = (await store.textLog.read(DOC, 0, 10)).length;
    expect(await store.textLog.append([logged(3)])).toEqual([there + 1]);
  });

  it('S78: a start writes the log into the database, whatever the system said of it before', async () => {
    const named = name('New');
    await settled(named);
    disk.letAll();
    await named;
    const copy = mkdtempSync(join(tmpdir(), 'sounding-board-durability-'));
    for (const end of ['', '-wal'])
      cpSync(join(folder, DATABASE_FILE + end), join(copy, DATABASE_FILE + end));
    const wal = join(copy, `${DATABASE_FILE}-wal`);
    const before = statSync(wal).size;
    const opened = openSqliteStore(copy, AT);
    // All that is left is the commit that began it anew.
    expect([before > 10_000, statSync(wal).size < 10_000]).toEqual([true, true]);
    expect((await opened.rows.documents.find(DOC))?.title).toBe('New');
    await opened.close();
    rmSync(copy, { recursive: true, force: true });
  });
});

describe('checkpoints', () => {
  it('S67: the write-ahead log stays bounded while everybody writes, and all is there', async () => {
    disk.letAll();
    await store.close();
    const counters = createCounters();
    const reports: unknown[] = [];
    const watch = watchCheckpoints(counters, (...said) => reports.push(said));
    store = openSqliteStore(folder, AT, {}, watch);
    const log = join(folder, `${DATABASE_FILE}-wal`);
    const update = new Uint8Array(1024 * 1024).fill(7);
    const size = (): number => statSync(log).size / 1024 / 1024;
    const append = (): Promise<unknown> => store.textLog.append([{ ...logged(1), update }]);
    let written = 0;
    for (; size() <= 16; written += 1) await append();
    // The thread takes its time to start, and everybody writes on meanwhile.
    for (; size() > 17 || counters.checkpoints === 0; written += 1) await append();
    const rows = await store.textLog.read(DOC, 0, written + 1);
    expect(rows.map((row) => row.update.length)).toEqual(
      Array.from({ length: written }, () => update.length),
    );
    expect([counters.checkpointsFailed, reports]).toEqual([0, []]);
  });
});
