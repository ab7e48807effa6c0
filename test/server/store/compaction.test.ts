import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Store } from '../../../server/ports/store.ts';
import type { LoggedUpdate } from '../../../server/ports/text-log.ts';
import { loadLiveText } from '../../../server/room/load-text.ts';
import { createMemoryStore } from '../../../server/store/memory/store.ts';
import { startCompactor } from '../../../server/store/sqlite/compactor.ts';
import { createPatience } from '../../../server/store/sqlite/patience.ts';
import { DATABASE_FILE, openSqliteStore } from '../../../server/store/sqlite/store.ts';
import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { createLongText } from '../../bench/rooms/long-text.ts';
import { AT } from '../../contract/rows.ts';
import { SEED, seeds } from '../../seeded.ts';

const DOC = 'doc' as DocumentId;
const SEEDS = seeds(4, 200);

let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sounding-board-compaction-'));
  store = openSqliteStore(folder, AT);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const history = (seed: number, keystrokes: number): LoggedUpdate[] =>
  createLongText({ seed, words: 300, keystrokes, typists: 3 }).updates.map(({ typist, update }) => ({
    documentId: DOC,
    participantId: `typist-${typist}` as ParticipantId,
    at: AT,
    update,
    claims: [],
  }));

/** What a room would show: words, marks and markers, and the whole state, which holds how far each clientID has got. */
async function shown(log: Store['textLog']): Promise<{ readonly words: string; readonly state: Buffer }> {
  const { doc } = await loadLiveText(log, DOC, (error) => {
    throw error;
  });
  const state = Buffer.from(Y.encodeStateAsUpdate(doc));
  return { words: JSON.stringify(doc.getText('text').toDelta()), state };
}

describe('compaction', () => {
  it(`S60: a snapshot and the tail behind it load to what the log alone loads to, byte for byte, ${SEEDS} seeds from ${SEED}`, async () => {
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      const name = `${DOC} ${seed}` as DocumentId;
      const log = { ...store.textLog };
      for (const method of ['load', 'read', 'owners'] as const)
        log[method] = ((_document: DocumentId, ...rest: never[]) =>
          (store.textLog[method] as (...all: never[]) => never)(name as never, ...rest)) as never;
      const updates = history(seed, 1_200).map((update) => ({ ...update, documentId: name }));
      await store.textLog.append(updates.slice(0, 700));
      expect((await store.textLog.compact(name)).seq, `seed ${seed}`).toBe(700);
      await store.textLog.append(updates.slice(700, 1_100));
      const both = await shown(log);
      const alone = await shown({
        ...log,
        load: async (_id, most) => ({ snapshot: null, tail: await log.read(name, 0, most ?? -1) }),
      });
      expect(both.words, `seed ${seed}`).toBe(alone.words);
      expect(both.state.equals(alone.state), `seed ${seed}`).toBe(true);
      // A snapshot made of a snapshot and its tail is what one of the whole log is.
      await store.textLog.compact(name);
      const { snapshot, tail } = await store.textLog.load(name);
      expect([snapshot?.seq, tail.length]).toEqual([1_100, 0]);
      expect(alone.state.equals(snapshot?.state as Uint8Array), `seed ${seed}`).toBe(true);
    }
  });

  it('S60: memory and SQLite make the same snapshot', async () => {
    const memory = createMemoryStore();
    const updates = history(9, 300);
    for (const log of [memory.textLog, store.textLog]) {
      await log.append(updates);
      await log.compact(DOC);
    }
    const [a, b] = [await memory.textLog.load(DOC), await store.textLog.load(DOC)];
    expect(Buffer.compare(a.snapshot?.state as Uint8Array, b.snapshot?.state as Uint8Array)).toBe(0);
  });

  it('S60: what is appended while a snapshot is made is not held up and stays in the tail or in the snapshot', async () => {
    const updates = history(5, 900);
    await store.textLog.append(updates.slice(0, 500));
    const compacted = store.textLog.compact(DOC);
    let ended = false;
    void compacted.then(() => {
      ended = true;
    });
    await store.textLog.append(updates.slice(500));
    expect(ended).toBe(false);
    const { seq } = await compacted;
    const { snapshot, tail } = await store.textLog.load(DOC);
    expect(snapshot?.seq).toBe(seq);
    expect(seq + tail.length).toBe(updates.length);
  });

  it('S61: a snapshot that is damaged is made anew from the log, and so is one that lacks something', async () => {
    const updates = history(2, 400);
    await store.textLog.append(updates);
    await store.textLog.compact(DOC);
    const right = (await store.textLog.load(DOC)).snapshot?.state as Uint8Array;
    for (const state of [Uint8Array.of(7, 7, 7), updates.at(-1)?.update as Uint8Array]) {
      await store.textLog.saveSnapshot(DOC, { seq: updates.length, state });
      const reports: unknown[] = [];
      const { doc } = await loadLiveText(store.textLog, DOC, (error) => reports.push(error));
      expect(Buffer.compare(Y.encodeStateAsUpdate(doc), right)).toBe(0);
      expect(String(reports)).toBe(`Error: the snapshot of ${DOC} is damaged`);
      await store.textLog.compact(DOC);
      expect(Buffer.compare((await store.textLog.load(DOC)).snapshot?.state as Uint8Array, right)).toBe(0);
    }
  });

  it('S61: of a damaged log no snapshot is made, and the one before stays', async () => {
    const updates = history(3, 200);
    await store.textLog.append(updates.slice(0, 100));
    await store.textLog.compact(DOC);
    await store.textLog.append([{ ...(updates[100] as LoggedUpdate), update: Uint8Array.of(1, 2, 3) }]);
    await expect(store.textLog.compact(DOC)).rejects.toThrow();
    // One that builds on what is missing.
    const other = { ...(updates[150] as LoggedUpdate), documentId: 'other' as DocumentId };
    await store.textLog.append([other]);
    await expect(store.textLog.compact(other.documentId)).rejects.toThrow('a gap before update 1');
    expect((await store.textLog.load(DOC)).snapshot?.seq).toBe(100);
  });

  it('S62: a thread that ends is said to have, and the next snapshot has another', async () => {
    await store.textLog.append(history(4, 50));
    const threads: Worker[] = [];
    const broken = 'process.exit(7)';
    const compactor = startCompactor(join(folder, DATABASE_FILE), () => {
      const thread = new Worker(broken, { eval: true });
      threads.push(thread);
      return thread;
    });
    await expect(compactor.merge(DOC)).rejects.toThrow('the thread for snapshots ended');
    await expect(compactor.merge(DOC)).rejects.toThrow('the thread for snapshots ended');
    expect(threads).toHaveLength(2);
    await compactor.close();
    await expect(compactor.merge(DOC)).rejects.toThrow('closed');
  });

  it('S62: the thread starts with the first snapshot and ends when none comes for a while', async () => {
    await store.textLog.append(history(4, 50));
    let exits = 0;
    let started = 0;
    const { startCompaction } = await import('../../../server/store/sqlite/start-compaction.ts');
    const ended = new Promise<void>((resolve) => {
      const start = (file: string): Worker => {
        started += 1;
        return startCompaction(file).once('exit', () => {
          exits += 1;
          if (exits === 2) resolve();
        });
      };
      const compactor = startCompactor(join(folder, DATABASE_FILE), start, createPatience(1, 1));
      expect(started).toBe(0);
      void compactor.merge(DOC).then(async () => {
        while (exits === 0) await new Promise((again) => setImmediate(again));
        await compactor.merge(DOC);
      });
    });
    await ended;
    expect(started).toBe(2);
  });

  it('S62: between the halves of a checkpoint the thread stays, however long the second has to wait', async () => {
    await store.textLog.append(history(4, 50));
    const { startCompaction } = await import('../../../server/store/sqlite/start-compaction.ts');
    const exits: string[] = [];
    const file = join(folder, DATABASE_FILE);
    const compactor = startCompactor(
      file,
      () => startCompaction(file).once('exit', () => exits.push('this')),
      createPatience(1, 1),
    );
    await compactor.checkpoint(async (rest) => {
      // Another thread that waits as long as this one would, and ends.
      await new Promise<void>((resolve) => {
        const another = (): Worker => startCompaction(file).once('exit', () => resolve());
        void startCompactor(file, another, createPatience(1, 1)).merge(DOC);
      });
      expect(exits).toEqual([]);
      await rest();
    });
    await compactor.close();
    expect(exits).toEqual(['this']);
  });

  it('S79: a thread that is merging ends between two pages when the store closes, and is not cut off', async () => {
    await store.textLog.append(history(6, 3_500));
    const { startCompaction } = await import('../../../server/store/sqlite/start-compaction.ts');
    const codes: number[] = [];
    let merging: Promise<void> = Promise.resolve();
    const compactor = await new Promise<ReturnType<typeof startCompactor>>((running) => {
      const made = startCompactor(join(folder, DATABASE_FILE), (file) =>
        startCompaction(file)
          .once('exit', (code) => codes.push(code))
          .once('online', () => running(made)),
      );
      merging = expect(made.merge(DOC)).rejects.toThrow('the thread for snapshots ended');
    });
    await compactor.close();
    await merging;
    // A thread that is cut off exits with 1.
    expect(codes).toEqual([0]);
  });

  it('S62: the built server finds its thread as well', async () => {
    const outdir = join(import.meta.dirname, '../../../.cache/compaction');
    const sqlite = join(import.meta.dirname, '../../../server/store/sqlite');
    await build({
      entryPoints: [join(sqlite, 'store.ts'), join(sqlite, 'compaction-worker.ts')],
      outdir,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'error',
    });
    const built = (await import(join(outdir, 'store.js'))) as { openSqliteStore: typeof openSqliteStore };
    const other = mkdtempSync(join(tmpdir(), 'sounding-board-compaction-'));
    const opened = built.openSqliteStore(other, AT);
    await opened.textLog.append(history(6, 50));
    expect((await opened.textLog.compact(DOC)).seq).toBe(51);
    await opened.close();
    rmSync(other, { recursive: true, force: true });
  });
});
