import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CLOSE } from '../../../shared/api/socket.ts';
import { SEED, seeds } from '../../seeded.ts';
import { createRandom } from '../random.ts';
import { busiest, type Crowd, openCrowd } from './crowd.ts';

const COUNT = 200;
const SEEDS = seeds(1, 50);
const SECOND = 1_000;

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => vi.useRealTimers());

/** Runs a trial with each seed, on both sockets, with everybody in the room at its beginning. */
function eachCrowd(trial: (crowd: Crowd, said: string) => void): void {
  for (const kind of ['sync', 'events'] as const)
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      const crowd = openCrowd(kind, COUNT, createRandom(seed));
      vi.advanceTimersByTime(15 * SECOND);
      const said = `${kind}, seed ${seed}`;
      expect(crowd.standing(), said).toBe(COUNT);
      crowd.knocks();
      trial(crowd, said);
      crowd.close();
      vi.runOnlyPendingTimers();
    }
}

describe(`${COUNT} browsers lose their line in one instant (${SEEDS} seeds from ${SEED})`, () => {
  it.each([
    ['the server stops and is back at once', CLOSE.goingAway],
    ['it falls and is back at once', 1006],
  ])('R55: %s: all are back within five seconds, and no second brings more than four in ten', (_, code) => {
    eachCrowd((crowd, said) => {
      crowd.dismiss(code);
      vi.advanceTimersByTime(5 * SECOND);
      expect(crowd.standing(), said).toBe(COUNT);
      expect(busiest(crowd.knocks(), SECOND, COUNT), said).toBeLessThanOrEqual(0.4);
    });
  });

  it('R55: a server that is away for ten seconds finds no second with more than three in ten when it is back', () => {
    eachCrowd((crowd, said) => {
      crowd.stand({ is: 'down' });
      crowd.dismiss(1006);
      vi.advanceTimersByTime(10 * SECOND);
      crowd.knocks();
      crowd.stand({ is: 'up' });
      vi.advanceTimersByTime(15 * SECOND);
      expect(crowd.standing(), said).toBe(COUNT);
      expect(busiest(crowd.knocks(), SECOND, COUNT), said).toBeLessThanOrEqual(0.3);
    });
  });

  it('R55: a server that cannot store is asked ever more seldom', () => {
    eachCrowd((crowd, said) => {
      crowd.stand({ closesWith: CLOSE.tryAgain });
      crowd.dismiss(CLOSE.tryAgain);
      vi.advanceTimersByTime(20 * SECOND);
      const early = crowd.knocks();
      expect(busiest(early, SECOND, COUNT), said).toBeLessThanOrEqual(0.25);
      vi.advanceTimersByTime(100 * SECOND);
      const late = crowd.knocks();
      expect(busiest(late, SECOND, COUNT), said).toBeLessThanOrEqual(0.2);
      // Windows grow to half a minute: some seven knocks a browser in a hundred seconds, where ten seconds gave twenty.
      expect(late.length / COUNT, said).toBeLessThan(9);
      crowd.stand({ is: 'up' });
      vi.advanceTimersByTime(31 * SECOND);
      expect(crowd.standing(), said).toBe(COUNT);
    });
  });

  it('R55: a house whose network is back brings them within a second, not in one instant', () => {
    eachCrowd((crowd, said) => {
      crowd.stand({ is: 'down' });
      crowd.dismiss(1006);
      vi.advanceTimersByTime(30 * SECOND);
      crowd.stand({ is: 'up' });
      crowd.knocks();
      crowd.networkBack();
      vi.advanceTimersByTime(1_100);
      expect(crowd.standing(), said).toBe(COUNT);
      expect(busiest(crowd.knocks(), 100, COUNT), said).toBeLessThanOrEqual(0.25);
    });
  });

  it('R55: a change of phase brings them within a second', () => {
    eachCrowd((crowd, said) => {
      crowd.dismiss(CLOSE.reauthorise);
      vi.advanceTimersByTime(1_100);
      expect(crowd.standing(), said).toBe(COUNT);
      expect(busiest(crowd.knocks(), 100, COUNT), said).toBeLessThanOrEqual(0.25);
    });
  });
});
