import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { troubleOf } from '../../../server/ports/store-failure.ts';
import { loadLiveText } from '../../../server/room/load-text.ts';
import { connect, openDatabase } from '../../../server/store/sqlite/database.ts';
import { MIGRATIONS, migrate } from '../../../server/store/sqlite/migrations.ts';
import { DATABASE_FILE, openSqliteStore } from '../../../server/store/sqlite/store.ts';
import type { DocumentId } from '../../../shared/model/ids.ts';
import { AT } from '../../contract/rows.ts';
import { ADMIN, createHarness, type Harness, newDocument, newMember, send, write } from '../harness.ts';

let folder: string;
let running: Harness | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sounding-board-damage-'));
});
afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

const file = (): string => join(folder, DATABASE_FILE);
async function start(): Promise<Harness> {
  running = await createHarness({ store: openSqliteStore(folder, AT) });
  return running;
}
async function stop(): Promise<void> {
  await running?.close();
  running = null;
}
const textOf = (harness: Harness, id: string) => send(harness, ADMIN, 'GET', `/api/documents/${id}/text`);

/** Two documents with words; the server is stopped. */
async function twoDocuments(): Promise<readonly [DocumentId, DocumentId]> {
  const harness = await start();
  const ids: DocumentId[] = [];
  for (const words of ['First text. ', 'Second text. ']) {
    const id = (await newDocument(harness)) as DocumentId;
    const { id: drafter } = await newMember(harness, id, 'drafter');
    for (let k = 0; k < 4; k += 1) await write(harness, id, drafter, words.repeat(400));
    ids.push(id);
  }
  await stop();
  return ids as unknown as readonly [DocumentId, DocumentId];
}

/** Changes a row as a disk or a hand might: triggers are no obstacle. */
function change(sql: string): void {
  const database = openDatabase(file(), false);
  const triggers = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all();
  for (const { name } of triggers as { name: string }[]) database.exec(`DROP TRIGGER ${name}`);
  database.exec(sql);
  database.close();
}

describe('a damaged store', () => {
  it.each([
    [
      'an update that does not read',
      (id: string) => `UPDATE updates SET "update" = x'010203' WHERE "documentId" = '${id}' AND "seq" = 3`,
      'update 3 of document',
    ],
    [
      'an update that is gone',
      (id: string) => `DELETE FROM updates WHERE "documentId" = '${id}' AND "seq" = 1`,
      'is missing',
    ],
  ])('S73: %s: its document says what to do, the other goes on', async (_what, sql, said) => {
    const [first, second] = await twoDocuments();
    change(`${sql(first)}; DELETE FROM snapshots`);
    const harness = await start();
    const refused = await textOf(harness, first);
    expect([refused.statusCode, refused.json().code]).toEqual([500, 'storage-damaged']);
    expect(refused.headers['retry-after']).toBeUndefined();
    expect((await textOf(harness, second)).body).toContain('Second text.');
    const report = harness.logged.find((line) => line.includes(said));
    expect(report).toContain(first);
    expect(report).toContain('npm run restore');
    expect(harness.logged.join()).not.toContain('First text.');
  });

  it('S73: a page that a disk altered is noticed, whether or not SQLite does: altered words are never shown', async () => {
    const [first, second] = await twoDocuments();
    const store = openSqliteStore(folder, AT);
    await store.textLog.compact(first);
    await store.close();
    const sound = readFileSync(file());
    const answers = new Set<string>();
    // Pages that continue a long row begin with the number of the next one.
    for (let at = 4_096; at < sound.length; at += 4_096) {
      if (sound[at] !== 0 || !sound.subarray(at, at + 4_096).includes('First text. First')) continue;
      for (const [from, length] of [
        [0, 16],
        [600, 1],
      ] as const) {
        const bytes = Buffer.from(sound);
        for (let k = at + from; k < at + from + length; k += 1) bytes[k] = (bytes[k] as number) ^ 1;
        writeFileSync(file(), bytes);
        const harness = await start();
        const [altered, whole] = [await textOf(harness, first), await textOf(harness, second)];
        if (altered.statusCode === 200) {
          const { paragraphs } = altered.json() as { paragraphs: { runs: { text: string }[] }[] };
          const words = paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');
          expect(words).toBe('First text. '.repeat(1_600));
        }
        answers.add(String(altered.statusCode === 200 ? 200 : altered.json().code));
        expect(whole.body).toContain('Second text.');
        await stop();
      }
    }
    // Of a page of the log nothing is shown that was loaded from it; of a page of the snapshot the log is.
    expect([...answers].sort()).toEqual(['200', 'storage-damaged']);
  });

  it('S73: a file that is no database stops the start in one line that names it', () => {
    writeFileSync(file(), Buffer.alloc(8_192, 0x33));
    let failed: unknown;
    try {
      openSqliteStore(folder, AT);
    } catch (error) {
      failed = error;
    }
    expect(troubleOf(failed)).toBe('storage-damaged');
    const { message } = failed as Error;
    expect(message).toContain(file());
    expect(message).toContain('npm run restore');
    expect(message).not.toContain('\n');
    // The folder is not kept locked by the attempt.
    rmSync(file());
    return openSqliteStore(folder, AT).close();
  });

  it('S61: whatever bytes a snapshot is damaged in, the text is that of the log or of nothing', async () => {
    const [first] = await twoDocuments();
    const store = openSqliteStore(folder, AT);
    await store.textLog.compact(first);
    const { snapshot } = await store.textLog.load(first);
    const right = snapshot?.state as Uint8Array;
    for (let cut = 0; cut < right.length; cut += Math.ceil(right.length / 50)) {
      await store.textLog.saveSnapshot(first, { seq: snapshot?.seq as number, state: right.slice(0, cut) });
      const { doc } = await loadLiveText(store.textLog, first, () => undefined);
      expect(Buffer.compare(Y.encodeStateAsUpdate(doc), right), `cut at ${cut}`).toBe(0);
    }
    await store.close();
  });
});

describe('migrations', () => {
  const steps = MIGRATIONS.map(({ name }, step) => [step, name] as const);

  it.each(steps)(
    'S74: step %i (%s), broken off anywhere, leaves the steps before; the next start completes it',
    (step) => {
      const sql = MIGRATIONS[step]?.sql as string;
      const statements = sql.split(/;\s*\n/).length;
      for (const breakAt of ['INSERT INTO migrations', 'COMMIT', 'step']) {
        const copy = mkdtempSync(join(tmpdir(), 'sounding-board-migration-'));
        const path = join(copy, DATABASE_FILE);
        // The steps before, as an earlier program left them.
        const before = openDatabase(path, false);
        migrate(before, AT, MIGRATIONS.slice(0, step));
        const schema = (database: ReturnType<typeof openDatabase>) =>
          database.prepare('SELECT name, sql FROM sqlite_master ORDER BY name').all();
        const then = schema(before);
        before.close();
        const broken = openDatabase(path, false, undefined, (name, readOnly, timeout) => {
          const real = connect(name, readOnly, timeout);
          const fail = (what: string): void => {
            if (what.startsWith(breakAt)) throw new Error('broken off');
          };
          return {
            ...{ close: () => real.close() },
            exec(text) {
              if (breakAt === 'step' && text === sql) {
                // All but its end.
                real.exec(
                  text
                    .split(/;\s*\n/)
                    .slice(0, Math.max(1, statements - 2))
                    .join(';\n')
                    .concat(';'),
                );
                throw new Error('broken off');
              }
              fail(text);
              real.exec(text);
            },
            prepare(text) {
              fail(text);
              return real.prepare(text);
            },
          };
        });
        expect(() => migrate(broken, AT)).toThrow('broken off');
        expect(schema(broken), `${breakAt} of step ${step}`).toEqual(then);
        broken.close();
        const again = openDatabase(path, false);
        migrate(again, AT);
        expect(again.prepare('SELECT COUNT(*) AS n FROM migrations').get()).toEqual({ n: MIGRATIONS.length });
        again.close();
        expect(existsSync(path)).toBe(true);
        rmSync(copy, { recursive: true, force: true });
      }
    },
  );
});
