import type { Timers } from '../../../server/room/timers.ts';

/** A clock that stands still until it is turned. */
export interface TestTimers extends Timers {
  /** Plays work that takes `ms` milliseconds. */
  work(ms: number): void;
  /** Runs everything that is due, and what that brings about, until nothing more happens. */
  settle(): Promise<void>;
  /** How many jobs wait for their time. */
  waiting(): number;
  /** Lets `ms` milliseconds pass, running what falls due in its order. */
  advance(ms: number): Promise<void>;
}

/** Enough turns of Node's own queue for promises that the rooms and the log have under way. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** `atRest` resolves when the log has nothing under way; the store of a disk takes its time. */
export function createTestTimers(atRest: () => Promise<unknown> = async () => undefined): TestTimers {
  let time = 0;
  let order = 0;
  let jobs: { readonly at: number; readonly order: number; readonly act: () => void }[] = [];
  const add = (at: number, act: () => void): (() => void) => {
    const job = { at, order: order++, act };
    jobs.push(job);
    return () => {
      jobs = jobs.filter((other) => other !== job);
    };
  };
  const runDue = async (until: number): Promise<void> => {
    for (;;) {
      // What is under way may have the log begin something by itself.
      await turn();
      await atRest();
      await turn();
      const [next] = jobs.filter((job) => job.at <= until).sort((a, b) => a.at - b.at || a.order - b.order);
      if (next === undefined) return;
      jobs = jobs.filter((job) => job !== next);
      time = Math.max(time, next.at);
      next.act();
    }
  };
  return {
    now: () => time,
    work: (ms) => {
      time += ms;
    },
    soon: (act) => {
      add(time, act);
    },
    after: (delay, act) => add(time + delay, act),
    settle: () => runDue(time),
    waiting: () => jobs.length,
    async advance(ms) {
      const until = time + ms;
      await runDue(until);
      time = until;
    },
  };
}
