import type { Turns } from './turns.ts';

/**
 * Writing to receivers is nearly all that a room costs: 6 to 10 µs each, whatever it carries. What a lap over all of
 * them takes, t ms, decides when the next one is due: t × pace ms later. So one room takes a bounded share of a core,
 * and the more receivers it has, the more keystrokes share a write.
 */
const PACE = 3.2;
/** A write that carries little costs as much as one that carries much: a single typist's share is the smaller one. */
const PACE_OF_ONE = 5.8;
/** A room so large that the pace would keep it longer takes more than its share instead. */
const MAX_PERIOD = 200;
/**
 * Least milliseconds between two laps for each of the first 200 receivers: storing and applying cost by the window, so a room
 * of a hundred and more gathers too: for 200 receivers 36 ms, some two pictures of a screen.
 */
const GATHER_EACH = 0.18;
const MANY = 200;
/**
 * And for each further one, the more the less a write carries: 42 in all for a thousand receivers of twenty who type 7 keys
 * a second each, 74 of one who types 20. Where a write carries one key it is nearly all that the key costs.
 */
const GATHER_FURTHER = 0.08;
/** A room of fewer is quiet, whatever is written in it. */
const FEW = 16;
/**
 * Receivers served at one time at most. A larger room is served in equal parts at equal distances: what is typed during
 * one part leaves with the next, and no network gets a whole lap at once. Every part costs a flush to disk, so not more.
 */
const PART = 512;
/** Periods that a room may use up early after a rest: so a keystroke goes round at once, and so does the next. */
const CREDIT = 1;
/** The mean of updates a write carries is taken over so many parts. */
const MEMORY = 32;

/** Milliseconds between the beginnings of two laps. */
function periodOf(receivers: number, { cost, carried }: Turns): number {
  if (receivers < FEW) return 0;
  const pace = PACE + PACE_OF_ONE / Math.max(1, carried);
  const further = GATHER_FURTHER / Math.max(1, carried) ** 1.5;
  const gather = GATHER_EACH * Math.min(MANY, receivers) + further * Math.max(0, receivers - MANY);
  return Math.min(MAX_PERIOD, Math.max(receivers * cost * pace, gather));
}

const partsOf = (receivers: number): number => Math.max(1, Math.ceil(receivers / PART));

/** A part of a lap begins and uses up its share of the period: the generic cell rate algorithm (ITU-T I.371). */
export function pay(turns: Turns, now: number, receivers: number): void {
  const parts = partsOf(receivers);
  turns.carried += (turns.shown * parts - turns.carried) / MEMORY;
  turns.shown = 0;
  const period = periodOf(receivers, turns);
  turns.part = Math.max(1, Math.ceil(receivers / parts));
  turns.paid = period / parts;
  turns.paidUntil = Math.max(turns.paidUntil, now) + turns.paid;
  turns.notBefore = turns.paidUntil - period * CREDIT;
}

/** A part is over: what it has not used of its share is given back, and the cost of a write is learnt. */
export function settle(turns: Turns): void {
  const back = turns.paid * Math.max(0, 1 - turns.written / turns.part);
  turns.paidUntil -= back;
  turns.notBefore -= back;
  if (turns.written >= FEW) learnCost(turns, turns.spent / turns.written);
}

/**
 * What a write costs is learnt slowly, so that distances are even, and from the quicker parts: a slower one was
 * interrupted by other work of the machine, and a room that paused longer for it would suffer twice.
 */
function learnCost(turns: Turns, sample: number): void {
  turns.cost +=
    sample < turns.cost ? (sample - turns.cost) / 8 : Math.min(sample - turns.cost, turns.cost) / 64;
}
