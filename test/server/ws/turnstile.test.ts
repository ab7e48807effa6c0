import { describe, expect, it } from 'vitest';
import { createTurnstile } from '../../../server/ws/turnstile.ts';

/** Time moves only by what entering costs; turns of the event loop come when a test lets them. */
function stage(limits: Partial<Parameters<typeof createTurnstile>[0]> = {}) {
  let now = 0;
  let turns: (() => void)[] = [];
  const turnstile = createTurnstile(
    { waiting: 100, atOnce: 8, slice: 5, ...limits },
    { now: () => now, soon: (act) => void turns.push(act) },
  );
  const entered: number[] = [];
  const away: number[] = [];
  return {
    turnstile,
    entered,
    away,
    come: (k: number, wait: Promise<void> = Promise.resolve()) =>
      turnstile.queue(
        () => {
          entered.push(k);
          now += 1;
          return wait;
        },
        () => void away.push(k),
      ),
    async turn() {
      const due = turns;
      turns = [];
      for (const act of due) act();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('the turnstile', () => {
  it('R38: lets everybody in, in their order, a slice in each turn of the event loop', async () => {
    const { turnstile, entered, come, turn } = stage();
    for (let k = 0; k < 12; k += 1) expect(come(k)).toBe(true);
    expect(entered).toEqual([]);
    await turn();
    expect(entered).toHaveLength(5);
    await turn();
    expect(entered).toHaveLength(10);
    expect(turnstile.waiting).toBe(2);
    await turn();
    expect(entered).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(turnstile.waiting).toBe(0);
  });

  it('R38: those who wait for something hold nobody else up, until there are too many of them', async () => {
    const { entered, come, turn } = stage({ atOnce: 2 });
    let go: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      go = resolve;
    });
    come(0, slow);
    come(1);
    await turn();
    expect(entered).toEqual([0, 1]);
    come(2, slow);
    come(3);
    await turn();
    expect(entered).toEqual([0, 1, 2]);
    go();
    await turn();
    expect(entered).toEqual([0, 1, 2, 3]);
  });

  it('R38: only so many wait', async () => {
    const { come, turn, entered } = stage({ waiting: 2 });
    expect([come(0), come(1), come(2)]).toEqual([true, true, false]);
    await turn();
    expect(come(3)).toBe(true);
    await turn();
    expect(entered).toEqual([0, 1, 3]);
  });

  it('R39: closing turns away those who wait and whoever comes later', async () => {
    const { turnstile, come, turn, entered, away } = stage();
    come(0);
    come(1);
    turnstile.close();
    expect(away).toEqual([0, 1]);
    expect(come(2)).toBe(false);
    await turn();
    expect(entered).toEqual([]);
  });
});
