import { describe, expect, it } from 'vitest';
import { createStage } from './stage.ts';
import { awarenessMessage, type TestClient } from './test-client.ts';

/** The clients whose states somebody was told, the last of each. */
function seenBy(client: TestClient): Map<number, unknown> {
  const seen = new Map<number, unknown>();
  for (const message of client.received)
    if (message.type === 'awareness')
      for (const { client: id, state } of message.entries) seen.set(id, state);
  return seen;
}

describe('presence of many', () => {
  it('R30: everybody sees all others and nobody is told of themselves; frames are shared', async () => {
    const stage = createStage();
    const movers: TestClient[] = [];
    for (let k = 0; k < 70; k += 1) movers.push(await stage.enter(`Mover ${k}`, 'drafter'));
    const [one, two] = [await stage.enter('Una', 'observer'), await stage.enter('Dos', 'observer')];
    const from = [one, two].map(({ socket }) => socket.sent.length);
    for (const [k, { send, doc }] of movers.entries()) send(awarenessMessage(doc.clientID, 1, { cursor: k }));
    await stage.quiet();
    for (const mover of movers) {
      const seen = seenBy(mover);
      expect(seen.size).toBe(movers.length - 1);
      expect(seen.has(mover.doc.clientID)).toBe(false);
    }
    const [first, second] = [one, two].map(({ socket }, k) => socket.sent.slice(from[k]));
    expect(first?.length).toBe(3);
    for (const [k, frame] of (first ?? []).entries()) expect(second?.[k]).toBe(frame);
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
