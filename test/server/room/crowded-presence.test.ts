import * as decoding from 'lib0/decoding';
import { describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness';
import { createStage, type Stage } from './stage.ts';
import { awarenessMessage, connectClient, type TestClient } from './test-client.ts';

/** The clients whose states somebody was told, the last of each. */
function seenBy(client: TestClient): Map<number, unknown> {
  const seen = new Map<number, unknown>();
  for (const message of client.received)
    if (message.type === 'awareness')
      for (const { client: id, state } of message.entries) seen.set(id, state);
  return seen;
}

async function moversOf(stage: Stage, count: number): Promise<TestClient[]> {
  const movers: TestClient[] = [];
  for (let k = 0; k < count; k += 1) movers.push(await stage.enter(`Mover ${k}`, 'drafter'));
  return movers;
}

/** Everybody moves at once: the frames of presence that some are sent. */
async function toldTo(
  stage: Stage,
  receivers: readonly TestClient[],
  movers: readonly TestClient[],
  clock = 1,
): Promise<Uint8Array[][]> {
  await stage.timers.advance(2_000);
  await stage.quiet();
  const from = receivers.map(({ socket }) => socket.sent.length);
  for (const [k, { send, doc }] of movers.entries())
    send(awarenessMessage(doc.clientID, clock, { cursor: k + 1 }));
  await stage.quiet();
  return receivers.map(({ socket }, k) => socket.sent.slice(from[k]));
}

/** The awareness update in a message. */
function payloadOf(message: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(message);
  decoding.readVarUint(decoder);
  return decoding.readVarUint8Array(decoder);
}

describe('presence of many', () => {
  it('R30: a few are told without their own states, in a frame that all others share', async () => {
    const stage = createStage();
    const movers = await moversOf(stage, 20);
    const watchers = [await stage.enter('Una', 'observer'), await stage.enter('Dos', 'observer')];
    const told = await toldTo(stage, watchers, movers);
    for (const mover of movers) {
      const seen = seenBy(mover);
      expect(seen.size).toBe(movers.length - 1);
      expect(seen.has(mover.doc.clientID)).toBe(false);
    }
    expect(told[0]?.length).toBe(1);
    expect(told[1]?.[0]).toBe(told[0]?.[0]);
  });

  it('R30: many are told in one frame that all share, and awareness passes over what comes back of it', async () => {
    const stage = createStage();
    const movers = await moversOf(stage, 70);
    const [anna] = movers;
    if (anna === undefined) throw new Error('nobody moves');
    const watcher = await stage.enter('Una', 'observer');
    const told = await toldTo(stage, [watcher, ...movers], movers);
    for (const frames of told) {
      expect(frames.length).toBe(1);
      expect(frames[0]).toBe(told[0]?.[0]);
    }
    const own = new Awareness(anna.doc);
    own.setLocalState({ cursor: 'mine' });
    expect(own.meta.get(anna.doc.clientID)?.clock).toBe(1);
    applyAwarenessUpdate(own, payloadOf(told[0]?.[0] as Uint8Array), 'server');
    expect(own.getStates().size).toBe(movers.length);
    expect(own.getLocalState()).toEqual({ cursor: 'mine' });
    own.destroy();
  });

  it('R30: whoever came back with an old clock is never told of themselves, however many move', async () => {
    const stage = createStage();
    const movers = await moversOf(stage, 70);
    for (const { doc, send } of movers) send(awarenessMessage(doc.clientID, 1, { cursor: 0 }));
    await stage.quiet();
    const before = movers.slice(0, 40);
    for (const mover of before) mover.drop();
    await stage.timers.advance(2_000);
    const back = before.map(({ visitor, doc }) => connectClient(stage.rooms, visitor, doc));
    stage.clients.push(...back);
    await stage.quiet();
    const moving = [...back, ...movers.slice(40)];
    await toldTo(stage, [], moving, 1);
    for (const mover of back) {
      const seen = seenBy(mover);
      expect(moving.every(({ doc }) => doc === mover.doc || seen.has(doc.clientID))).toBe(true);
      expect(seen.has(mover.doc.clientID)).toBe(false);
    }
  });

  it('R30: a state that is only renewed waits and goes out with others, in time not to lapse', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'observer');
    anna.send(awarenessMessage(anna.doc.clientID, 1, { cursor: 1 }));
    await stage.timers.advance(1_500);
    await stage.quiet();
    const before = ben.socket.sent.length;
    anna.send(awarenessMessage(anna.doc.clientID, 2, { cursor: 1 }));
    await stage.timers.advance(1_000);
    expect(ben.socket.sent.length).toBe(before);
    await stage.timers.advance(4_000);
    expect(ben.socket.sent.length).toBe(before + 1);
  });

  it('R32: a caret and the keystroke it belongs to share a write', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'observer');
    anna.send(awarenessMessage(anna.doc.clientID, 1, { cursor: 1 }));
    await stage.timers.advance(2_000);
    await stage.quiet();
    const writes: number[] = [];
    ben.socket.sendAll = (frames) => {
      writes.push(frames.length);
    };
    anna.text.insert(0, 'x');
    anna.send(awarenessMessage(anna.doc.clientID, 2, { cursor: 2 }));
    await stage.timers.settle();
    expect(writes).toEqual([2]);
  });
});
