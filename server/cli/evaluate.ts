import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareTexts } from '../../shared/compare/compare-texts.ts';
import type { ComparableBlock } from '../../shared/compare/comparison.ts';
import { readsTheSame } from '../../shared/compare/prepare.ts';
import { type GoldAlignment, scoreRows, sumTallies, type Tallies } from '../../shared/compare/score.ts';
import { THRESHOLDS, type Thresholds } from '../../shared/compare/thresholds.ts';
import { comparableBlocks } from '../../shared/format/text-blocks.ts';
import {
  printDetail,
  printLeaveOneOut,
  printScores,
  printVariation,
  type Variation,
} from './evaluate-table.ts';

/**
 * `npm run -s evaluate -- DIR [--vary]`: marks the comparison against gold alignments in DIR/gold/*.json, whose
 * texts stand in DIR/<family>/. With --vary every threshold is turned down and up, to show how little hangs on it.
 */

interface Pair {
  readonly gold: GoldAlignment;
  readonly from: readonly ComparableBlock[];
  readonly to: readonly ComparableBlock[];
}

const complain = (line: string): number => {
  process.stderr.write(`evaluate: ${line}\n`);
  return 2;
};

async function readPairs(folder: string): Promise<Pair[]> {
  const names = (await readdir(join(folder, 'gold'))).filter((name) => name.endsWith('.json')).sort();
  const pairs: Pair[] = [];
  for (const name of names) {
    const gold = JSON.parse(await readFile(join(folder, 'gold', name), 'utf8')) as GoldAlignment;
    const read = async (file: string) =>
      comparableBlocks(await readFile(join(folder, gold.family, file), 'utf8'));
    const [from, to] = [await read(gold.from), await read(gold.to)];
    if (from.length !== gold.blocks[0] || to.length !== gold.blocks[1])
      throw new Error(
        `${name}: counts ${gold.blocks.join(' and ')} blocks, the texts have ${from.length} and ${to.length}`,
      );
    pairs.push({ gold, from, to });
  }
  if (pairs.length === 0) throw new Error(`${join(folder, 'gold')}: no alignments (*.json)`);
  return pairs;
}

const judge = ({ gold, from, to }: Pair, thresholds: Partial<Thresholds> = {}): Tallies =>
  scoreRows(compareTexts(from, to, { thresholds }).rows, gold, ([old, fresh]) =>
    readsTheSame((from[old] as ComparableBlock).text, (to[fresh] as ComparableBlock).text),
  );

/** How far thresholds are turned: a fifth and three tenths, both ways. */
const TURNS = [0.7, 0.8, 1.2, 1.3] as const;

function vary(pairs: readonly Pair[]): Variation[] {
  return (Object.keys(THRESHOLDS) as (keyof Thresholds)[]).map((name) => ({
    name,
    value: THRESHOLDS[name],
    scores: TURNS.map((turn) => {
      const turned = THRESHOLDS[name] * turn;
      const value = Number.isInteger(THRESHOLDS[name]) ? Math.max(1, Math.round(turned)) : turned;
      return { value, tallies: sumTallies(pairs.map((pair) => judge(pair, { [name]: value }))) };
    }),
  }));
}

export async function main(args: readonly string[]): Promise<number> {
  const [folder, ...options] = args;
  if (folder === undefined || options.some((option) => option !== '--vary'))
    return complain('usage: evaluate DIR [--vary]');
  let pairs: Pair[];
  try {
    pairs = await readPairs(folder);
  } catch (error) {
    return complain((error as Error).message);
  }
  const scored = pairs.map((pair) => ({
    name: `${pair.gold.family} ${pair.gold.from.slice(0, 2)}→${pair.gold.to.slice(0, 2)}`,
    family: pair.gold.family,
    tallies: judge(pair),
  }));
  process.stdout.write(printScores(scored));
  process.stdout.write(printDetail(sumTallies(scored.map((score) => score.tallies))));
  process.stdout.write(printLeaveOneOut(scored));
  if (options.length > 0) process.stdout.write(printVariation(vary(pairs)));
  return 0;
}
