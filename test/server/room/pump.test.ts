import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../server/store/memory/store.ts';
import { createStage, type Stage } from './stage.ts';
import { awarenessMessage, type Received, type TestClient } from './test-client.ts';
import { unrulyLog } from './unruly-log.ts';

/** A room of one writer and many readers, in which every write to a reader takes `cost` milliseconds. */
async function crowd(readers: number, cost: number, options: Parameters<typeof createStage>[0] = {}) {
  const stage = createStage(options);
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

/** Counts what is written to readers from now on. */
function countWrites(readers: readonly TestClient[]): { readonly count: number } {
  const written = { count: 0 };
  for (const { socket } of readers) {
    const { sendAll } = socket;
    socket.sendAll = (frames) => {
      written.count += 1;
      sendAll(frames);
    };
  }
  return written;
}

interface Watched {
  readonly reader: TestClient;
  readonly times: readonly number[];
}

/** When something is written to a reader from now on. */
function timesOf(stage: Stage, { socket }: TestClient): readonly number[] {
  const times: number[] = [];
  const { sendAll } = socket;
  socket.sendAll = (frames) => {
    times.push(stage.timers.now());
    sendAll(frames);
  };
  return times;
}

function onFirstWrite(readers: readonly TestClient[], act: () => void): void {
  let first = true;
  for (const { socket } of readers) {
    const { sendAll } = socket;
    socket.sendAll = (frames) => {
      if (first) act();
      first = false;
      sendAll(frames);
    };
  }
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

  it('R28: after 6 ms of writing others have their turn, and then it goes on until all have everything', async () => {
    const { stage, anna, readers } = await crowd(100, 0.2);
    const written = countWrites(readers);
    let meanwhile: number | null = null;
    onFirstWrite(readers, () =>
      stage.timers.soon(() => {
        meanwhile = written.count;
      }),
    );
    await type(stage, anna, 'x');
    // Whole strides of 16 until 6 ms are over: the writer, who has it, and 31 readers.
    expect(meanwhile).toBe(31);
    await stage.timers.advance(20);
    expect(written.count).toBe(100);
    for (const reader of readers) {
      reader.deliver();
      expect(reader.text.toString()).toBe('x');
      expect(updatesOf(reader).length).toBe(1);
    }
  });

  it('R28, R30: a caret that moves while a lap is under way is told by the next one', async () => {
    const { stage, anna, readers } = await crowd(100, 0.2);
    const move = (clock: number): void =>
      anna.send(awarenessMessage(anna.doc.clientID, clock, { cursor: clock }));
    move(1);
    await stage.timers.advance(2_000);
    onFirstWrite(readers, () => move(2));
    await type(stage, anna, 'x');
    await stage.timers.advance(200);
    await stage.quiet();
    for (const { received } of readers) {
      const told = received.flatMap((message) => (message.type === 'awareness' ? message.entries : []));
      expect(told.at(-1)?.state).toMatchObject({ cursor: 2 });
    }
  });

  it('R28: after a rest two laps follow each other, then what is typed meanwhile shares a write', async () => {
    const { stage, anna, readers } = await crowd(100, 0.01);
    const written = countWrites(readers);
    for (const word of 'abcdefgh') await type(stage, anna, word);
    expect(written.count).toBe(2 * readers.length);
    await stage.timers.advance(24);
    expect(written.count).toBe(3 * readers.length);
    for (const reader of readers) {
      reader.deliver();
      expect(reader.text.toString()).toBe('abcdefgh');
    }
  });

  it('R28: however much is typed, laps keep their distance: 36 ms for 250 receivers', async () => {
    const { stage, anna, readers } = await crowd(250, 0.01);
    const written = countWrites(readers);
    for (let k = 0; k < 100; k += 1) {
      await type(stage, anna, 'x');
      await stage.timers.advance(2);
    }
    await stage.timers.advance(40);
    const laps = written.count / readers.length;
    expect(laps).toBeGreaterThan(6);
    expect(laps).toBeLessThanOrEqual(240 / 36 + 2);
    for (const reader of readers) {
      reader.deliver();
      expect(reader.text.toString()).toBe('x'.repeat(100));
    }
  });

  it('R28: a room of more than 512 is served in parts at equal distances, and words leave with the next part', async () => {
    const { stage, anna, readers } = await crowd(600, 0.01);
    const [early, late] = [readers[0], readers.at(-1)].map((reader) => {
      if (reader === undefined) throw new Error('nobody reads');
      return { reader, times: timesOf(stage, reader) };
    }) as [Watched, Watched];
    for (let k = 0; k < 640; k += 1) {
      await type(stage, anna, 'x');
      await stage.timers.advance(2);
    }
    const between = (times: readonly number[]) => times.slice(1).map((at, k) => at - (times[k] as number));
    for (const { times } of [early, late]) {
      // What a write carries is learnt slowly.
      const steady = between(times).slice(times.length / 2);
      expect(steady.length).toBeGreaterThan(5);
      expect(Math.max(...steady) - Math.min(...steady)).toBeLessThan(4);
    }
    const at = late.times.at(-1) as number;
    const before = early.times.findLast((time) => time < at) as number;
    const after = before + (between(early.times).at(-1) as number);
    expect(Math.abs(at - (before + after) / 2)).toBeLessThan(4);
    for (const { reader } of [early, late]) reader.deliver();
    // Whoever was served last has what was stored since the other part.
    expect(Math.abs(late.reader.text.length - early.reader.text.length)).toBeGreaterThan(3);
  });

  it('R28: a part that is due waits for words on their way to the disk, and not for a slow disk', async () => {
    const log = unrulyLog(createMemoryStore().textLog);
    const { stage, anna, readers } = await crowd(100, 0.01, { log });
    for (const word of ['a', 'b']) await type(stage, anna, word);
    const [reader] = readers;
    if (reader === undefined) throw new Error('nobody reads');
    const written = countWrites([reader]);
    const release = log.hold();
    anna.send(awarenessMessage(anna.doc.clientID, 1, { cursor: 1 }));
    await type(stage, anna, 'c');
    // Due after 18 ms, of which the two laps took 2.
    await stage.timers.advance(16 + 5);
    expect(written.count).toBe(0);
    await stage.timers.advance(2);
    expect(written.count).toBe(1);
    reader.deliver();
    expect(reader.text.toString()).toBe('ab');
    release();
    await stage.timers.advance(24);
    reader.deliver();
    expect([written.count, reader.text.toString()]).toEqual([2, 'abc']);
  });

  it('R28: a receiver that cannot be served is sent away, and all after it are served', async () => {
    const { stage, anna, readers } = await crowd(60, 0.01);
    const [first] = readers;
    if (first === undefined) throw new Error('nobody reads');
    first.socket.sendAll = () => {
      throw new Error('broken');
    };
    for (const word of ['a', 'b']) {
      await type(stage, anna, word);
      await stage.timers.advance(50);
    }
    expect(first.socket.closedWith?.code).toBe(1011);
    for (const reader of readers.slice(1)) {
      reader.deliver();
      expect(reader.text.toString()).toBe('ab');
    }
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
