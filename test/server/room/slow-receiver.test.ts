import { describe, expect, it } from 'vitest';
import type { DocumentEvent } from '../../../shared/model/event.ts';
import { AT, DOC } from './cast.ts';
import { createStage } from './stage.ts';
import { awarenessMessage } from './test-client.ts';

const event = (): DocumentEvent =>
  ({ kind: 'text-imported', documentId: DOC, at: AT, paragraphs: 3 }) as DocumentEvent;

/** A writer, and a reader whose network takes nothing. */
async function setUp() {
  const stage = createStage();
  const anna = await stage.enter('Anna', 'drafter');
  const ben = await stage.enter('Ben', 'observer');
  await stage.timers.advance(2_000);
  await stage.quiet();
  ben.socket.full = 10_000_000;
  const written = ben.socket.sent.length;
  return { stage, anna, ben, written };
}

describe('a receiver whose network takes nothing', () => {
  it('R31: is written nothing: no text, presence, attendance, event or keep-alive', async () => {
    const { stage, anna, ben, written } = await setUp();
    for (let k = 0; k < 20; k += 1) {
      anna.text.insert(0, 'word');
      anna.send(awarenessMessage(anna.doc.clientID, k + 1, { cursor: k }));
      if (k % 5 === 0) stage.bus.publish(event());
      await stage.timers.advance(1_000);
      anna.deliver();
    }
    (await stage.enter('Cem', 'observer')).drop();
    await stage.timers.advance(5_000);
    expect(ben.socket.sent.length).toBe(written);
    expect(ben.socket.closedWith).toBeNull();
  });

  it('R31: gets text, events, attendance and presence at once when there is room again', async () => {
    const { stage, anna, ben } = await setUp();
    anna.text.insert(0, 'words');
    anna.send(awarenessMessage(anna.doc.clientID, 1, { cursor: 1 }));
    stage.bus.publish(event());
    stage.bus.publish(event());
    await stage.timers.advance(2_000);
    ben.received.length = 0;
    ben.socket.full = 0;
    await stage.timers.advance(200);
    ben.deliver();
    expect(ben.text.toString()).toBe('words');
    expect(ben.received.map((message) => (message.type === 'json' ? message.message : message.type))).toEqual(
      ['sync', 103, 103, 104, 'awareness'],
    );
    anna.text.insert(5, '!');
    await stage.quiet();
    expect(ben.text.toString()).toBe('words!');
  });

  it('R31: closes with 1013 when it misses more events than are kept', async () => {
    const { stage, anna, ben, written } = await setUp();
    for (let k = 0; k <= 64; k += 1) stage.bus.publish(event());
    await stage.timers.settle();
    expect(ben.socket.closedWith).toEqual({ code: 1013, reason: 'slow' });
    // Nothing but why.
    expect(ben.socket.sent.length).toBe(written + 1);
    expect(anna.socket.closedWith).toBeNull();
  });

  it('R31: closes with 1013 after 30 s in which it took nothing, not while it takes a little', async () => {
    const { stage, anna, ben } = await setUp();
    anna.text.insert(0, 'words');
    for (let second = 0; second < 40; second += 1) {
      ben.socket.full -= 1;
      await stage.timers.advance(1_000);
      anna.deliver();
    }
    expect(ben.socket.closedWith).toBeNull();
    await stage.timers.advance(31_000);
    expect(ben.socket.closedWith).toEqual({ code: 1013, reason: 'slow' });
  });
});
