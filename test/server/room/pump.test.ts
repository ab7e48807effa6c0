import { describe, expect, it } from 'vitest';
import { createStage, type Stage } from './stage.ts';
import type { Received, TestClient } from './test-client.ts';

/** A room of one writer and many readers, in which every write to a reader takes `cost` milliseconds. */
async function crowd(readers: number, cost: number) {
  const stage = createStage();
  const anna = await stage.enter('Anna', 'drafter');
  const crowd: TestClient[] = [];
  for (let k = 0; k < readers; k += 1) crowd.push(await stage.enter(`Reader ${k}`, 'observer'));
  await stage.timers.advance(2_000);
  await stage.quiet();
  for (const { socket } of crowd) {
    const { sendAll } = socket;
    socket.sendAll = (frames) => {
      stage.timers.work(cost);
      sendAll(frames);
    };
  }
  return { stage, anna, readers: crowd };
}

const updatesOf = ({ received }: TestClient): Received[] =>
  received.filter((message) => message.type === 'sync' && message.step === 2);

const type = async (stage: Stage, writer: TestClient, word: string): Promise<void> => {
  writer.text.insert(writer.text.length, word);
  await stage.timers.settle();
};

describe('serving receivers in turn', () => {
  it('R28: a room of few waits for nothing, however slow its writes', async () => {
    const { stage, anna, readers } = await crowd(8, 1);
    for (const word of ['a', 'b', 'c']) {
      const before = stage.timers.now();
      await type(stage, anna, word);
      for (const reader of readers) reader.deliver();
      expect(stage.timers.now() - before).toBe(readers.length);
    }
    for (const reader of readers) expect(reader.text.toString()).toBe('abc');
  });

  it('R28: writing has its pauses, in which another room is served, and all get everything in the end', async () => {
    const { stage, anna, readers } = await crowd(100, 0.2);
    const before = stage.timers.now();
    await type(stage, anna, 'x');
    // Whole strides of 16 until 6 ms are over: the writer, who has it, and 31 readers.
    expect(stage.timers.now() - before).toBeCloseTo(6.2);
    const served = readers.filter((reader) => reader.deliver());
    expect(served.length).toBe(31);
    await stage.timers.advance(400);
    for (const reader of readers) {
      reader.deliver();
      expect(reader.text.toString()).toBe('x');
      expect(updatesOf(reader).length).toBe(1);
    }
  });

  it('R28: what is typed in a pause reaches a receiver in one write', async () => {
    const { stage, anna, readers } = await crowd(100, 0.2);
    await type(stage, anna, 'a');
    let writes = 0;
    for (const { socket } of readers) {
      const { sendAll } = socket;
      socket.sendAll = (frames) => {
        writes += 1;
        sendAll(frames);
      };
    }
    for (const word of 'bcdefgh') await type(stage, anna, word);
    await stage.timers.advance(400);
    for (const reader of readers) {
      reader.deliver();
      expect(reader.text.toString()).toBe('abcdefgh');
    }
    // Seven keystrokes, and the rest of the first one: at most two more writes for each.
    expect(writes).toBeLessThanOrEqual(2 * readers.length);
  });

  it('R28: who comes and who goes while receivers are served misses nothing and harms nobody', async () => {
    const { stage, anna, readers } = await crowd(60, 0.2);
    await type(stage, anna, 'a');
    readers[1]?.drop();
    readers[59]?.drop();
    const late = await stage.enter('Late', 'observer');
    await type(stage, anna, 'b');
    await stage.timers.advance(400);
    await stage.quiet();
    expect(late.text.toString()).toBe('ab');
    for (const reader of readers.slice(2, 59)) expect(reader.text.toString()).toBe('ab');
  });
});
