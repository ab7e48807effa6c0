import { closeSync, cpSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store, VerifiableStore } from '../../../server/ports/store.ts';
import type { LoggedUpdate } from '../../../server/ports/text-log.ts';
import { createLogSpace } from '../../../server/store/sqlite/log-space.ts';
import { DATABASE_FILE, openSqliteReader, openSqliteStore } from '../../../server/store/sqlite/store.ts';
import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { AT, insertPeople } from '../../contract/rows.ts';

const DOC = 'doc' as DocumentId;
const KIB = 1024;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sounding-board-space-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const logged = (length = 1): LoggedUpdate => ({
  documentId: DOC,
  participantId: 'participant' as ParticipantId,
  at: AT,
  update: new Uint8Array(length).fill(7),
  claims: [],
});
const log = (of = folder): string => join(of, `${DATABASE_FILE}-wal`);
const sizeOf = (path: string): number => statSync(path).size;
const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

/** A store whose log has zeros behind it, and how many updates it holds. */
async function grown(): Promise<{ readonly store: Store; readonly updates: number }> {
  const store = openSqliteStore(folder, AT);
  await store.transact(insertPeople);
  let updates = 0;
  for (; sizeOf(log()) < 256 * KIB; updates += 1) await store.textLog.append([logged(20 * KIB)]);
  await vi.waitFor(() => expect(isZero(readFileSync(log()).subarray(-512 * KIB))).toBe(true), 10_000);
  return { store, updates };
}

const seqsIn = async ({ textLog }: VerifiableStore): Promise<number> =>
  (await textLog.read(DOC, 0, 10_000)).length;

describe('space of the write-ahead log', () => {
  it('S68: a log that grows does so beforehand, and again when that is used up', async () => {
    const { store, updates } = await grown();
    const before = sizeOf(log());
    const first = await store.textLog.append([logged()]);
    expect([first, sizeOf(log())]).toEqual([[updates + 1], before]);
    let more = 1;
    for (; sizeOf(log()) === before; more += 1) await store.textLog.append([logged(20 * KIB)]);
    await vi.waitFor(() => expect(isZero(readFileSync(log()).subarray(-512 * KIB))).toBe(true), 10_000);
    expect(await seqsIn(store)).toBe(updates + more);
    await store.close();
  });

  it('S68: another process reads what was committed, a copy of a killed one opens with it and goes on, a stop leaves one file', async () => {
    const { store, updates } = await grown();
    await store.textLog.append([logged()]);
    const reader = openSqliteReader(folder);
    expect(await seqsIn(reader)).toBe(updates + 1);
    reader.close();
    const copy = mkdtempSync(join(tmpdir(), 'sounding-board-space-'));
    for (const end of ['', '-wal'])
      cpSync(join(folder, DATABASE_FILE + end), join(copy, DATABASE_FILE + end));
    const again = openSqliteStore(copy, AT);
    expect(await seqsIn(again)).toBe(updates + 1);
    expect(await again.textLog.append([logged()])).toEqual([updates + 2]);
    await again.close();
    rmSync(copy, { recursive: true, force: true });
    await store.close();
    expect(statSync(log(), { throwIfNoEntry: false })?.size ?? 0).toBe(0);
    const opened = openSqliteStore(folder, AT);
    expect(await seqsIn(opened)).toBe(updates + 1);
    await opened.close();
  });

  it('S68: nothing that is written at the same time is written over', async () => {
    const path = join(folder, 'log');
    const frame = new Uint8Array(4120).fill(1);
    const file = openSync(path, 'w+');
    let end = 0;
    const write = (): void => {
      writeSync(file, frame, 0, frame.length, end);
      end += frame.length;
    };
    while (end < 256 * KIB) write();
    const space = createLogSpace(path);
    let lengthened = 0;
    // A busy machine may take many turns to lengthen it once.
    for (let turn = 0; turn < 200 || lengthened === 0; turn += 1) {
      space.look(sizeOf(path));
      for (let k = turn < 200 ? turn % 7 : 0; k >= 0; k -= 1) write();
      await new Promise((resolve) => setImmediate(resolve));
      if (sizeOf(path) > end) lengthened += 1;
    }
    await space.close();
    closeSync(file);
    const bytes = readFileSync(path);
    expect(bytes.subarray(0, end).every((byte) => byte === 1)).toBe(true);
    expect([lengthened > 0, isZero(bytes.subarray(end))]).toEqual([true, true]);
  });

  it('S68: where there is no space the log grows as it is used', async () => {
    const space = createLogSpace(join(folder, 'missing', 'log'));
    space.look(256 * KIB);
    await space.close();
    expect(statSync(join(folder, 'missing'), { throwIfNoEntry: false })).toBeUndefined();
  });
});
