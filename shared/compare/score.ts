import type { RowSides } from './moves.ts';
import { findMoves } from './moves.ts';

/** Links made by reading, for one pair of texts. `unsure` ones count neither way. */
export interface GoldAlignment {
  readonly family: string;
  readonly from: string;
  readonly to: string;
  readonly blocks: readonly [number, number];
  readonly links: readonly (readonly [number, number])[];
  readonly unsure: readonly (readonly [number, number, ...unknown[]])[];
}

/** Found, predicted and right: sums of these over several pairs give micro-averages. */
export interface Tally {
  readonly gold: number;
  readonly predicted: number;
  readonly right: number;
}

export const TALLY_KINDS = [
  'all',
  'same',
  'changed',
  'moved',
  'split',
  'merged',
  'split/merge',
  'added',
  'removed',
] as const;
export type TallyKind = (typeof TALLY_KINDS)[number];
export type Tallies = Readonly<Record<TallyKind, Tally>>;

type Link = readonly [number, number];
const nameOf = ([old, fresh]: Link): string => `${old}:${fresh}`;

/** What is counted of one side of the judgement, gold or predicted: names of links and of blocks. */
type Sets = Readonly<Record<TallyKind, ReadonlySet<string>>>;

const countBy = (links: readonly Link[], side: 0 | 1): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const link of links) counts.set(link[side], (counts.get(link[side]) ?? 0) + 1);
  return counts;
};

/** The same reading of a set of links for gold and prediction, so that only the links are judged. */
function setsOf(
  links: readonly Link[],
  blocks: readonly [number, number],
  isSame: (link: Link) => boolean,
  spared: { readonly old: ReadonlySet<number>; readonly new: ReadonlySet<number> },
): Sets {
  const news = countBy(links, 0);
  const olds = countBy(links, 1);
  const rows: RowSides[] = links.map(([old, fresh]) => ({ from: [old], to: [fresh] }));
  const moved = findMoves(rows, () => 0);
  const named = (keep: (link: Link, at: number) => boolean): Set<string> =>
    new Set(links.filter(keep).map(nameOf));
  const isSplit = ([old]: Link): boolean => (news.get(old) ?? 0) > 1;
  const isMerged = ([, fresh]: Link): boolean => (olds.get(fresh) ?? 0) > 1;
  const alone = (count: number, linked: Map<number, number>, free: ReadonlySet<number>): Set<string> =>
    new Set(
      Array.from({ length: count }, (_, at) => at)
        .filter((at) => !linked.has(at) && !free.has(at))
        .map(String),
    );
  return {
    all: named(() => true),
    same: named(isSame),
    changed: named((link) => !isSame(link)),
    moved: named((_, at) => moved[at] === true),
    split: named(isSplit),
    merged: named(isMerged),
    'split/merge': named((link) => isSplit(link) || isMerged(link)),
    added: alone(blocks[1], olds, spared.new),
    removed: alone(blocks[0], news, spared.old),
  };
}

/**
 * Judges predicted rows against gold. A row with both sides predicts every pair of its `from` × `to`. `isSame`
 * says whether two blocks read the same but for label, case and quotation marks.
 */
export function scoreRows(
  rows: readonly RowSides[],
  gold: GoldAlignment,
  isSame: (link: Link) => boolean,
): Tallies {
  const unsure = new Set(gold.unsure.map(([old, fresh]) => nameOf([old, fresh])));
  const spared = {
    old: new Set(gold.unsure.map(([old]) => old)),
    new: new Set(gold.unsure.map(([, fresh]) => fresh)),
  };
  const predicted = rows
    .flatMap((row) => row.from.flatMap((old) => row.to.map((fresh): Link => [old, fresh])))
    .filter((link) => !unsure.has(nameOf(link)));
  const truth = setsOf(gold.links, gold.blocks, isSame, spared);
  const guess = setsOf(predicted, gold.blocks, isSame, spared);
  return Object.fromEntries(
    TALLY_KINDS.map((kind): [TallyKind, Tally] => [
      kind,
      {
        gold: truth[kind].size,
        predicted: guess[kind].size,
        right: [...guess[kind]].filter((name) => truth[kind].has(name)).length,
      },
    ]),
  ) as Record<TallyKind, Tally>;
}

export const sumTallies = (all: readonly Tallies[]): Tallies =>
  Object.fromEntries(
    TALLY_KINDS.map((kind) => [
      kind,
      all.reduce(
        (sum, tallies) => ({
          gold: sum.gold + tallies[kind].gold,
          predicted: sum.predicted + tallies[kind].predicted,
          right: sum.right + tallies[kind].right,
        }),
        { gold: 0, predicted: 0, right: 0 },
      ),
    ]),
  ) as Record<TallyKind, Tally>;

/** Null where there is nothing to divide by: nothing predicted, nothing in gold. */
export interface Marks {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

export const marksOf = ({ gold, predicted, right }: Tally): Marks => ({
  precision: predicted === 0 ? null : right / predicted,
  recall: gold === 0 ? null : right / gold,
  f1: gold + predicted === 0 ? null : (2 * right) / (gold + predicted),
});
