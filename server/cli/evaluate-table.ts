import {
  marksOf,
  sumTallies,
  TALLY_KINDS,
  type Tallies,
  type TallyKind,
} from '../../shared/compare/score.ts';

export interface Scored {
  readonly name: string;
  readonly family: string;
  readonly tallies: Tallies;
}

/** What the marks become when one threshold is turned and nothing else. */
export interface Variation {
  readonly name: string;
  readonly value: number;
  readonly scores: readonly { readonly value: number; readonly tallies: Tallies }[];
}

const NAME_WIDTH = 38;
const CELL = 12;
const percent = (value: number | null): string => (value === null ? '–' : (100 * value).toFixed(1));
const line = (name: string, cells: readonly string[]): string =>
  `${name.padEnd(NAME_WIDTH)}${cells.map((cell) => cell.padStart(CELL)).join('')}\n`;
const f1Of = (tallies: Tallies, kinds: readonly TallyKind[]): string[] =>
  kinds.map((kind) => percent(marksOf(tallies[kind]).f1));

const families = (scored: readonly Scored[]): string[] => [...new Set(scored.map((score) => score.family))];

/** F1 in per cent per pair, per family and micro-averaged. */
export function printScores(scored: readonly Scored[]): string {
  const perFamily = families(scored).map((family) =>
    line(
      family,
      f1Of(
        sumTallies(scored.filter((score) => score.family === family).map((score) => score.tallies)),
        TALLY_KINDS,
      ),
    ),
  );
  return [
    line('F1, %', TALLY_KINDS),
    ...scored.map((score) => line(score.name, f1Of(score.tallies, TALLY_KINDS))),
    '\n',
    line('per family', TALLY_KINDS),
    ...perFamily,
  ].join('');
}

/** Precision, recall and F1 of all pairs together, with the counts behind them. */
export function printDetail(tallies: Tallies): string {
  const marks = (name: 'precision' | 'recall' | 'f1'): string =>
    line(
      name,
      TALLY_KINDS.map((kind) => percent(marksOf(tallies[kind])[name])),
    );
  const counts = (name: 'gold' | 'predicted' | 'right'): string =>
    line(
      name,
      TALLY_KINDS.map((kind) => String(tallies[kind][name])),
    );
  return `\n${line('all pairs, micro-averaged', TALLY_KINDS)}${marks('precision')}${marks('recall')}${marks('f1')}${counts('gold')}${counts('predicted')}${counts('right')}`;
}

const SHORT: readonly TallyKind[] = ['all', 'changed', 'moved', 'split/merge'];

/** The same thresholds on all families but one: how much the average rests on any single family. */
export function printLeaveOneOut(scored: readonly Scored[]): string {
  const lines = families(scored).map((family) =>
    line(
      `without ${family}`,
      f1Of(
        sumTallies(scored.filter((score) => score.family !== family).map((score) => score.tallies)),
        SHORT,
      ),
    ),
  );
  return `\n${line('leave one family out, F1 %', SHORT)}${lines.join('')}`;
}

export function printVariation(variations: readonly Variation[]): string {
  const lines = variations.flatMap(({ name, value, scores }) =>
    scores.map((score) =>
      line(`${name} ${value} → ${Number(score.value.toFixed(3))}`, [
        ...f1Of(score.tallies, SHORT),
        percent(marksOf(score.tallies.all).precision),
      ]),
    ),
  );
  return `\n${line('one threshold turned, F1 %', [...SHORT, 'precision'])}${lines.join('')}`;
}
