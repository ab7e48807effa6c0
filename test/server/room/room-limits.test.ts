import { describe, expect, it } from 'vitest';
import { CLOSE, MESSAGE, SYNC } from '../../../shared/api/socket.ts';
import { DOC, visitorNamed } from './cast.ts';
import { logged } from './looks.ts';
import { createStage } from './stage.ts';
import { barrierMessage, connectClient, syncMessage, updateMessage } from './test-client.ts';

describe('limits', () => {
  it.each([
    ['nothing', []],
    ['an unknown type', [77]],
    ['a reply only a server gives', [MESSAGE.acknowledged, 1]],
    ['a truncated frame', [0, 2, 20, 1, 1]],
    ['bytes behind the message', [MESSAGE.barrier, 1, 0]],
    ['an unknown sync step', [0, 7, 0]],
    ['an update that is none', [0, 2, 3, 1, 1, 1]],
    ['a state vector that is none', [0, 0, 2, 9, 9]],
    ['presence that is none', [1, 2, 5, 5]],
  ])('R16: %s is garbage: 1003, the room unharmed', async (_name, bytes) => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const eve = await stage.enter('Eve', 'drafter');
    eve.send(Uint8Array.from(bytes));
    await stage.quiet();
    expect(eve.socket.closedWith?.code).toBe(CLOSE.garbage);
    anna.text.insert(1, 'fine');
    await stage.quiet();
    expect(anna.socket.closedWith).toBeNull();
    expect((await stage.rooms.clone(DOC)).getText('text').toString()).toBe('fine');
  });

  it('R16: an item that builds on itself, at which Yjs would fail half-way, is garbage', async () => {
    const stage = createStage();
    const eve = await stage.enter('Eve', 'drafter');
    const before = (await logged(stage)).length;
    // One struct of client 5, clock 0, origin (5, 3), the character "x", no deletions.
    eve.send(updateMessage(Uint8Array.from([1, 1, 5, 0, 0x84, 5, 3, 1, 120, 0])));
    await stage.quiet();
    expect(eve.socket.closedWith?.code).toBe(CLOSE.garbage);
    expect(await logged(stage)).toHaveLength(before);
  });

  it('R17: an oversized frame is 1009', async () => {
    const stage = createStage({ limits: { frameBytes: 1000 } });
    const eve = await stage.enter('Eve', 'drafter');
    eve.send(updateMessage(new Uint8Array(1000)));
    expect(eve.socket.closedWith?.code).toBe(CLOSE.oversized);
  });

  it('R18: a flood is 4429; others in the room are not slowed', async () => {
    const stage = createStage({ limits: { writerRate: { perSecond: 10, burst: 50 } } });
    const anna = await stage.enter('Anna', 'drafter');
    const eve = await stage.enter('Eve', 'drafter');
    for (let k = 0; k < 60; k += 1) eve.send(barrierMessage(k));
    expect(eve.socket.closedWith?.code).toBe(CLOSE.flooding);
    anna.text.insert(1, 'fine');
    await stage.quiet();
    expect(anna.socket.closedWith).toBeNull();
  });

  it('R18: many lines of one person share a bound', async () => {
    const stage = createStage({
      limits: {
        writerRate: { perSecond: 10, burst: 50 },
        participantFactor: 2,
        connectionsPerParticipant: 4,
      },
    });
    const lines = [1, 2, 3, 4].map(() => connectClient(stage.rooms, visitorNamed('Eve', 'drafter')));
    await stage.timers.settle();
    for (let k = 0; k < 40; k += 1) for (const line of lines) line.send(barrierMessage(k));
    expect(lines.filter((line) => line.socket.closedWith?.code === CLOSE.flooding).length).toBeGreaterThan(0);
    const fifth = connectClient(stage.rooms, visitorNamed('Eve', 'drafter'));
    await stage.timers.settle();
    expect(fifth.socket.closedWith?.code).toBe(CLOSE.flooding);
  });

  it('R18: asking for the whole text again and again is a flood', async () => {
    const stage = createStage();
    const olu = await stage.enter('Olu', 'observer');
    for (let k = 0; k < 40; k += 1) olu.send(syncMessage(SYNC.step1, Uint8Array.of(1, 5, 1)));
    expect(olu.socket.closedWith?.code).toBe(CLOSE.flooding);
  });

  it('R19: a damaged snapshot costs nothing but time', async () => {
    const stage = createStage({ limits: { snapshotEvery: 2 } });
    const anna = await stage.enter('Anna', 'drafter');
    for (const letter of 'text') {
      anna.text.insert(anna.text.length, letter);
      await stage.quiet();
    }
    const { log } = stage;
    const stored = await log.load(DOC);
    const damaged = { seq: stored.snapshot?.seq ?? 0, state: Uint8Array.of(7, 7, 7) };
    const next = createStage({ log: { ...log, load: async () => ({ ...stored, snapshot: damaged }) } });
    const ben = await next.enter('Ben', 'observer');
    expect(ben.text.toString()).toBe('text');
    expect(next.reports).toHaveLength(1);
  });

  it('R13: a slow reader is skipped and later brought up to date at once', async () => {
    const stage = createStage({ limits: { slowBytes: 100 } });
    const anna = await stage.enter('Anna', 'drafter');
    const slow = await stage.enter('Olu', 'observer');
    slow.socket.full = 101;
    const before = slow.socket.sent.length;
    for (const letter of 'A long paragraph that nobody takes') {
      anna.text.insert(anna.text.length, letter);
      await stage.quiet();
    }
    await stage.timers.advance(1_000);
    const syncs = () => slow.received.slice(before).filter((one) => one.type === 'sync');
    await stage.quiet();
    expect(syncs()).toHaveLength(0);
    slow.socket.full = 0;
    await stage.timers.advance(200);
    await stage.quiet();
    expect(syncs()).toHaveLength(1);
    expect(slow.text.toString()).toBe(anna.text.toString());
    anna.text.insert(anna.text.length, '!');
    await stage.quiet();
    expect(slow.text.toString()).toBe(anna.text.toString());
  });

  it('sends something to those who hear nothing, because stock clients take silence for a dead line', async () => {
    const stage = createStage();
    const olu = await stage.enter('Olu', 'observer');
    const before = olu.received.length;
    await stage.timers.advance(25_000);
    await stage.quiet();
    expect(olu.received.slice(before)).toEqual([{ type: 'awareness', entries: [] }]);
  });

  it('R19: an idle room is unloaded and comes back with its text', async () => {
    const stage = createStage({ limits: { unloadAfter: 1_000 } });
    const anna = await stage.enter('Anna', 'drafter');
    anna.text.insert(1, 'Kept.');
    await stage.quiet();
    anna.drop();
    await stage.timers.advance(3_000);
    expect((await stage.log.load(DOC)).snapshot?.seq).toBe(2);
    const ben = await stage.enter('Ben', 'drafter');
    expect(ben.text.toString()).toBe('Kept.');
  });
});
