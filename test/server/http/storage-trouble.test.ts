import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSqliteStore } from '../../../server/store/sqlite/store.ts';
import { CLOSE } from '../../../shared/api/socket.ts';
import { AT } from '../../contract/rows.ts';
import {
  ADMIN,
  createHarness,
  type Harness,
  newDocument,
  newMember,
  send,
  setPhase,
  write,
} from '../harness.ts';
import { connectClient } from '../room/test-client.ts';
import { createFaultyDisk, type FaultyDisk, IOERR_FSYNC, IOERR_READ } from '../store/faulty-disk.ts';

let folder: string;
let disk: FaultyDisk;
let harness: Harness;
let id: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sounding-board-trouble-'));
  disk = createFaultyDisk();
  harness = await createHarness({ store: openSqliteStore(folder, AT, disk) });
  id = await newDocument(harness);
});
afterEach(async () => {
  disk.mend();
  await harness.close();
  rmSync(folder, { recursive: true, force: true });
});

const health = async (): Promise<unknown> => (await send(harness, null, 'GET', '/healthz')).json();
const LONG = 'Words that need room. '.repeat(20_000);

describe('a server whose disk is full', () => {
  it('S65, S66: refuses with a reason and when to come back, answers reading, and goes on when there is space', async () => {
    const drafter = await newMember(harness, id, 'drafter');
    await write(harness, id, drafter.id, 'We decide.');
    disk.fill();
    const invited = {
      name: 'N'.repeat(100),
      role: 'observer',
      delegation: { name: 'D', constituency: 'academia' },
    };
    let refused = await send(harness, ADMIN, 'POST', `/api/documents/${id}/invitations`, invited);
    // Pages that are in use have some room left.
    for (let tries = 0; refused.statusCode === 201 && tries < 200; tries += 1)
      refused = await send(harness, ADMIN, 'POST', `/api/documents/${id}/invitations`, invited);
    expect([refused.statusCode, refused.json().code]).toEqual([503, 'storage-full']);
    expect(refused.headers['retry-after']).toBe('30');
    expect(refused.headers['content-type']).toContain('application/problem+json');
    expect(refused.body).not.toContain(folder);
    expect(harness.logged.join()).toContain('make space');
    expect(await health()).toEqual({ ready: true, writable: false, reason: 'storage-full' });
    const text = await send(harness, ADMIN, 'GET', `/api/documents/${id}/text`);
    expect(text.body).toContain('We decide.');
    await expect(write(harness, id, drafter.id, LONG)).rejects.toThrow('The disk of the server is full');
    disk.makeSpace();
    const { statusCode } = await send(harness, ADMIN, 'POST', `/api/documents/${id}/invitations`, invited);
    expect(statusCode).toBe(201);
    await write(harness, id, drafter.id, LONG);
    expect(await health()).toEqual({ ready: true, writable: true });
  });

  it('S65, R12: who types is told why, keeps the words, and brings them when there is space; readers stay', async () => {
    const drafter = await newMember(harness, id, 'drafter');
    const reader = await newMember(harness, id, 'observer');
    const enter = async (token: string, doc?: ReturnType<typeof connectClient>['doc']) => {
      const visitor = await harness.context.gatekeeper.admit({ cookie: null, bearer: token }, id as never);
      if (typeof visitor === 'string') throw new Error(visitor);
      return connectClient(harness.rooms, visitor, doc);
    };
    await send(harness, ADMIN, 'PATCH', `/api/documents/${id}`, { workingText: 'participants' });
    const anna = await enter(drafter.token);
    const olu = await enter(reader.token);
    const deliver = (until: () => boolean): Promise<boolean> =>
      vi.waitUntil(
        () => {
          for (const client of [anna, olu]) client.deliver();
          return until();
        },
        { timeout: 20_000 },
      );
    await deliver(() => olu.text.length > 0 && anna.text.length > 0);
    disk.fill();
    anna.text.insert(1, LONG);
    await deliver(() => anna.socket.closedWith !== null);
    expect(anna.socket.closedWith).toEqual({ code: CLOSE.tryAgain, reason: 'store-unavailable' });
    expect(JSON.stringify(anna.received)).toContain('The disk of the server is full');
    expect([olu.socket.closedWith, olu.text.length]).toEqual([null, 1]);
    disk.makeSpace();
    const back = await enter(drafter.token, anna.doc);
    await deliver(() => {
      back.deliver();
      return olu.text.length > 1;
    });
    expect(olu.text.toString()).toBe(LONG);
  });

  it('S65: a window that ends while nothing can be stored is closed when something can', async () => {
    await setPhase(harness, id, 'drafting');
    const closesAt = new Date(Date.parse(harness.clock.now()) + 60_000).toISOString();
    await send(harness, ADMIN, 'POST', `/api/documents/${id}/phase`, { phase: 'consultation', closesAt });
    const phase = async (): Promise<unknown> => (await harness.store.rows.documents.find(id as never))?.phase;
    disk.break('writer', 'COMMIT', IOERR_FSYNC);
    harness.clock.turn(61_000);
    // Readers are not turned away because the closing cannot be stored; whoever writes is.
    expect((await send(harness, ADMIN, 'GET', `/api/documents/${id}`)).statusCode).toBe(200);
    const renamed = await send(harness, ADMIN, 'PATCH', `/api/documents/${id}`, { title: 'Another' });
    expect(renamed.json().code).toBe('storage-unavailable');
    expect(await phase()).toBe('consultation');
    disk.mend();
    harness.clock.turn(31_000);
    await vi.waitUntil(async () => (await phase()) === 'drafting', { timeout: 20_000 });
    expect(await phase()).toBe('drafting');
  });
});

describe('a clock that is set back while nothing can be stored', () => {
  it('S75: the closing of a window is tried again as soon as before, and at its time', async () => {
    const HOUR = 3_600_000;
    const closesAt = new Date(Date.parse(harness.clock.now()) + 60_000).toISOString();
    await send(harness, ADMIN, 'POST', `/api/documents/${id}/phase`, { phase: 'consultation', closesAt });
    const phase = async (): Promise<unknown> => (await harness.store.rows.documents.find(id as never))?.phase;
    disk.break('writer', 'COMMIT', IOERR_FSYNC);
    harness.clock.turn(61_000);
    await vi.waitUntil(() => harness.logged.join().includes('could not be closed'), { timeout: 20_000 });
    disk.mend();
    harness.clock.jump(-HOUR);
    // By the clock there is an hour left, so this try finds nothing to close, and waits for the time again.
    harness.clock.turn(31_000);
    expect(await phase()).toBe('consultation');
    const isClosedAfterAnHour = async (): Promise<boolean> => {
      harness.clock.turn(HOUR);
      return (await phase()) === 'drafting';
    };
    await vi.waitUntil(isClosedAfterAnHour, { timeout: 20_000 });
  });
});

describe('a server whose disk cannot be read', () => {
  it('S65: says so, and goes on by itself', async () => {
    disk.break('reader', 'select', IOERR_READ);
    const failed = await send(harness, ADMIN, 'GET', `/api/documents/${id}`);
    expect([failed.statusCode, failed.json().code]).toEqual([503, 'storage-unavailable']);
    expect(failed.headers['retry-after']).toBe('10');
    disk.mend();
    expect((await send(harness, ADMIN, 'GET', `/api/documents/${id}`)).statusCode).toBe(200);
  });
});
