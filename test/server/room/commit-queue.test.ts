import { describe, expect, it } from 'vitest';
import type { LoggedUpdate } from '../../../server/ports/text-log.ts';
import { type Committer, createCommitQueue } from '../../../server/room/commit-queue.ts';
import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { AT } from './cast.ts';
import { createTestTimers } from './test-timers.ts';

const entry = (documentId: string, byte: number) => (): LoggedUpdate => ({
  documentId: documentId as DocumentId,
  participantId: 'anna' as ParticipantId,
  at: AT,
  update: Uint8Array.of(byte),
  claims: [],
});

/** Two rooms that note what they are told, and a log that notes its batches and refuses those with a 13 in it. */
function setUp(rejects: (batch: readonly LoggedUpdate[]) => boolean = () => false) {
  const timers = createTestTimers();
  const batches: number[][] = [];
  const told: string[] = [];
  let seq = 0;
  const queue = createCommitQueue(
    {
      append: async (batch) => {
        batches.push(batch.map(({ update }) => update[0] as number));
        await Promise.resolve();
        if (rejects(batch)) throw new Error('refused');
        return batch.map(() => ++seq);
      },
    },
    timers,
    (what) => told.push(what),
  );
  const room = (name: string): Committer => ({
    readyAt: () => 0,
    committed: (seqs) => told.push(`${name} has ${seqs.join(',')}`),
    failed: () => told.push(`${name} failed`),
  });
  return { timers, queue, batches, told, one: room('one'), two: room('two') };
}

describe('group commit', () => {
  it('stores what all rooms have gathered in one append, each room in its order', async () => {
    const { timers, queue, batches, told, one, two } = setUp();
    queue.add(two, entry('b', 1));
    queue.add(one, entry('a', 2));
    queue.add(two, entry('b', 3));
    queue.add(one, entry('a', 4));
    await timers.settle();
    expect(batches).toEqual([[1], [2, 4, 3]]);
    expect(told).toEqual(['two has 1', 'one has 2,3', 'two has 4']);
  });

  it('R75: after a rest it is handed to the log before anything else happens', async () => {
    const { timers, queue, batches, one } = setUp();
    queue.add(one, entry('a', 1));
    expect(batches).toEqual([[1]]);
    await timers.settle();
    await timers.advance(100);
    queue.add(one, entry('a', 2));
    expect(batches).toEqual([[1], [2]]);
    await timers.settle();
  });

  it('R75: dear appends keep their distance, cheap ones wait for nothing', async () => {
    const begun: number[] = [];
    const timers = createTestTimers();
    let cost = 1;
    const queue = createCommitQueue(
      {
        append: async (batch, onCommit) => {
          begun.push(timers.now());
          onCommit?.(cost);
          return batch.map((_, k) => k);
        },
      },
      timers,
      (what) => expect.fail(what),
    );
    const room: Committer = { readyAt: () => 0, committed: () => undefined, failed: () => undefined };
    const typeFor = async (milliseconds: number): Promise<readonly number[]> => {
      begun.length = 0;
      for (let k = 0; k < milliseconds; k += 1) {
        queue.add(room, entry('a', 1));
        await timers.advance(1);
      }
      return begun.slice(1).map((at, k) => at - (begun[k] as number));
    };
    // What may come early is used up first.
    const dear = await typeFor(100);
    expect(dear.filter((distance) => distance < 8).length).toBeLessThan(5);
    expect(Math.max(...dear)).toBe(8);
    cost = 0.001;
    await timers.advance(100);
    expect(new Set(await typeFor(50))).toEqual(new Set([1]));
    // A cheap one after dear ones does not wait longer than they would.
    cost = 1;
    await typeFor(100);
    cost = 0.001;
    expect(Math.max(...(await typeFor(50)))).toBeLessThanOrEqual(8);
  });

  it('gathers while an append is under way', async () => {
    const { timers, queue, batches, one } = setUp();
    queue.add(one, entry('a', 1));
    const settled = timers.settle();
    queue.add(one, entry('a', 2));
    queue.add(one, entry('a', 3));
    await settled;
    await timers.settle();
    expect(batches.flat()).toEqual([1, 2, 3]);
    expect(batches.length).toBeLessThan(3);
  });

  it('R29: a room that cannot show more yet waits for its time, and holds up no other', async () => {
    const { timers, queue, batches, two } = setUp();
    const loud: Committer = {
      readyAt: () => 50,
      committed: () => undefined,
      failed: () => undefined,
    };
    queue.add(loud, entry('a', 1));
    queue.add(loud, entry('a', 2));
    queue.add(two, entry('b', 3));
    await timers.settle();
    expect([batches, timers.now()]).toEqual([[[3]], 0]);
    await timers.advance(49);
    expect(batches.length).toBe(1);
    await timers.advance(10);
    expect(batches).toEqual([[3], [1, 2]]);
  });

  it('R29: is asked to hurry by a room whose time has come', async () => {
    const { timers, queue, batches, one, two } = setUp();
    expect(queue.hurry(one)).toBe(false);
    queue.add(one, entry('a', 1));
    expect(queue.hurry(one)).toBe(true);
    expect(batches).toEqual([[1]]);
    expect([queue.hurry(one), queue.hurry(two)]).toEqual([true, false]);
    await timers.settle();
    expect(queue.hurry(one)).toBe(false);
    expect(batches).toEqual([[1]]);
  });

  it('R12: one room’s trouble is not another’s', async () => {
    const { timers, queue, told, one, two } = setUp((batch) => batch.some(({ update }) => update[0] === 13));
    queue.add(one, entry('a', 13));
    queue.add(two, entry('b', 2));
    await timers.settle();
    expect(told).toEqual(['one failed', 'two has 1']);
  });

  it('a room that throws stops no other room and no later window', async () => {
    const { timers, queue, told, two } = setUp();
    const broken: Committer = {
      readyAt: () => 0,
      committed: () => {
        throw new Error('bug');
      },
      failed: () => undefined,
    };
    queue.add(broken, entry('a', 1));
    queue.add(two, entry('b', 2));
    await timers.settle();
    queue.add(two, entry('b', 3));
    await timers.settle();
    expect(told).toEqual(['a room failed to take what was stored', 'two has 2', 'two has 3']);
  });

  it('tells when nothing is waiting or under way', async () => {
    const { timers, queue, told, one } = setUp();
    await queue.idle();
    queue.add(one, entry('a', 1));
    const idle = queue.idle().then(() => told.push('idle'));
    await timers.settle();
    await idle;
    expect(told).toEqual(['one has 1', 'idle']);
  });
});
