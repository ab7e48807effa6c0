import { describe, expect, it } from 'vitest';
import { pay, settle } from '../../../server/room/pace.ts';
import { createTurns, type Turns } from '../../../server/room/turns.ts';

interface Crowd {
  readonly receivers: number;
  /** Milliseconds that a write takes. */
  readonly cost: number;
  /** Updates that are shown between two parts. */
  readonly shown: number;
}

/** Serves part after part, each as soon as it may begin; answers when they began. */
function serveFor(turns: Turns, parts: number, { receivers, cost, shown }: Crowd, from = 1_000): number[] {
  const began: number[] = [];
  for (let now = from; began.length < parts; now = Math.max(now, turns.notBefore)) {
    began.push(now);
    turns.shown += shown;
    pay(turns, now, receivers);
    turns.written = turns.part;
    turns.spent = turns.part * cost;
    now += turns.spent;
    settle(turns);
  }
  return began;
}

const distances = (began: readonly number[]): number[] =>
  began.slice(1).map((at, k) => at - (began[k] as number));

/** Where the beginnings of parts have come to keep one distance. */
const settled = (crowd: Crowd): number[] => distances(serveFor(createTurns(), 1_200, crowd)).slice(1_150);

describe('the pace at which receivers are served', () => {
  it('R28: a room of fewer than 16 waits for nothing', () => {
    const turns = createTurns();
    pay(turns, 1_000, 15);
    expect(turns.notBefore).toBeLessThanOrEqual(1_000);
    expect(turns.part).toBe(15);
  });

  it.each([
    [200, 200],
    [512, 512],
    [513, 257],
    [1_000, 500],
    [1_030, 344],
  ])('R28: of %i receivers %i are served at one time', (receivers, part) => {
    const turns = createTurns();
    pay(turns, 0, receivers);
    expect(turns.part).toBe(part);
  });

  it('R28: parts that always have something to write keep one distance, the lap its share of a core', () => {
    const crowd = { receivers: 1_000, cost: 0.02, shown: 5 };
    const between = settled(crowd);
    for (const distance of between) expect(distance).toBeCloseTo(between[0] as number, 3);
    const share = (500 * crowd.cost) / (between[0] as number);
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.28);
  });

  it.each([
    [100, 18],
    [200, 36],
    [1_000, 36],
  ])('R28: for %i receivers laps keep %i ms where writes cost next to nothing', (receivers, least) => {
    const lap = Math.ceil(receivers / 512) * (settled({ receivers, cost: 0.001, shown: 10 })[0] as number);
    expect(lap).toBeGreaterThanOrEqual(least);
    expect(lap).toBeLessThan(1.15 * least);
  });

  it('R28: the less a write carries, the greater the distance', () => {
    const [one, many] = [0.5, 4].map(
      (shown) => settled({ receivers: 1_000, cost: 0.01, shown })[0] as number,
    );
    expect(one).toBeGreaterThan((many as number) * 1.3);
  });

  it('R28: after a rest two laps follow each other, part on part', () => {
    const turns = createTurns();
    serveFor(turns, 50, { receivers: 1_000, cost: 0.01, shown: 1 });
    const after = distances(serveFor(turns, 6, { receivers: 1_000, cost: 0.01, shown: 1 }, 1_000_000));
    for (const distance of after.slice(0, 2)) expect(distance).toBeCloseTo(5, 6);
    expect(after[4]).toBeGreaterThan(20);
  });

  it('R28: a part that had little to write gives back what it did not use', () => {
    const turns = createTurns();
    pay(turns, 1_000, 400);
    const planned = turns.paidUntil;
    turns.written = 100;
    turns.spent = 1;
    settle(turns);
    expect(turns.paidUntil - 1_000).toBeCloseTo((planned - 1_000) / 4, 6);
  });

  it('R28: one part that was held up does not make the next ones rarer', () => {
    const turns = createTurns();
    const crowd = { receivers: 1_000, cost: 0.01, shown: 5 };
    const before = serveFor(turns, 300, crowd);
    pay(turns, (before.at(-1) as number) + 20, 1_000);
    turns.written = turns.part;
    turns.spent = 100;
    settle(turns);
    expect(turns.cost).toBeLessThan(0.0105);
  });
});
