/**
 * How much a seeded test does: some at each `npm test`, far more with `LONG=1`, and `LONG=1 SEED=501 SEEDS=500` is a
 * part of a long form, from that seed on. Tests that count kills take `SEED=2 KILLS=25`.
 */

/** Whether the long form is asked for. */
export const LONG = process.env.LONG === '1';

/** The first seed, or the only one. */
export const SEED = Number(process.env.SEED ?? 1);

const howMany = (named: string | undefined, short: number, long: number): number =>
  Number(named ?? (LONG ? long : short));

/** How many seeds an ordinary run takes, and the long form, unless as many are asked for. */
export const seeds = (short: number, long: number): number => howMany(process.env.SEEDS, short, long);

/** How often something is killed from one seed, in an ordinary run and in the long form, unless it is said. */
export const kills = (short: number, long: number): number => howMany(process.env.KILLS, short, long);

/**
 * Parameters of a property: always the same cases, or twenty times as many new ones in the long form. fast-check prints
 * the seed of a failure; it becomes a named case.
 */
export const seeded = (numRuns: number): { readonly numRuns: number; readonly seed?: number } =>
  LONG ? { numRuns: numRuns * 20 } : { numRuns, seed: 20 };
