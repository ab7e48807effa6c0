import type { Wording } from '../../../shared/model/proposal.ts';
import type { Random } from '../../sim/random.ts';

/** A word with an identity: so that the truth about two changes of one paragraph is known without comparing. */
export interface Told {
  readonly id: number;
  readonly word: string;
}

/** Few words that repeat, as formulas do, among many that do not. */
const FORMULA = 'the of and to in for all on by with'.split(' ');
const RARE = (
  'women girls youth technology governance development rights access digital inclusion capacity cooperation ' +
  'infrastructure connectivity affordable meaningful universal sustainable resilient multilingual language content ' +
  'privacy security trust innovation education skills health climate data science standards interoperability ' +
  'open source public goods finance investment regional national local communities indigenous peoples persons ' +
  'disabilities elderly rural remote least developed landlocked island states countries commitment review progress'
).split(' ');

export const someWord = (random: Random): string =>
  random.below(3) === 0
    ? (FORMULA[random.below(FORMULA.length)] as string)
    : (RARE[random.below(RARE.length)] as string);

export const wordingOf = (told: readonly Told[]): Wording => ({
  kind: 'operative',
  level: 0,
  runs: told.length === 0 ? [] : [{ text: told.map(({ word }) => word).join(' ') }],
});

/** Places of a paragraph where somebody puts words in the stead of others (of none: an insertion). */
export interface Stroke {
  readonly at: number;
  readonly remove: number;
  readonly insert: readonly Told[];
}

/** One to three strokes that stay apart from one another, in order. */
export function strokes(base: readonly Told[], random: Random, newId: () => number): Stroke[] {
  const list: Stroke[] = [];
  let from = 0;
  for (let left = 1 + random.below(3); left > 0 && from < base.length; left -= 1) {
    const at = from + random.below(base.length - from);
    const remove = random.below(3) === 0 ? 0 : Math.min(1 + random.below(4), base.length - at);
    const words = remove > 0 && random.below(3) === 0 ? 0 : 1 + random.below(4);
    const insert = Array.from({ length: words }, () => ({ id: newId(), word: someWord(random) }));
    list.push({ at, remove, insert });
    from = at + remove + 3;
  }
  return list;
}

export function carryOut(base: readonly Told[], list: readonly Stroke[]): Told[] {
  const result: Told[] = [];
  let at = 0;
  for (const stroke of list) {
    result.push(...base.slice(at, stroke.at), ...stroke.insert);
    at = stroke.at + stroke.remove;
  }
  return [...result, ...base.slice(at)];
}
