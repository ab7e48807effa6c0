import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffWords } from 'diff';
import DiffMatchPatch from 'diff-match-patch';
import { compareTexts } from '../../shared/compare/compare-texts.ts';
import type { ComparableBlock } from '../../shared/compare/comparison.ts';
import { comparableBlocks } from '../../shared/format/text-blocks.ts';
import { mutatedTexts } from '../shared/compare/mutator.ts';

/**
 * Comparison against jsdiff (diffWords over the whole text) and diff-match-patch (word mode over the whole text, no
 * time-out), in one process. Ours does more: it also links, finds moves, splits and merges, and cleans up.
 */
export const name = 'comparison';

type Texts = readonly [name: string, from: readonly ComparableBlock[], to: readonly ComparableBlock[]];

const wholeText = (blocks: readonly ComparableBlock[]): string =>
  blocks.map((block) => block.text).join('\n\n');

const differ = new DiffMatchPatch();
differ.Diff_Timeout = 0;

/** Words as characters, as diff-match-patch documents its line mode (surrogates left out). */
function wordMode(from: string, to: string): number {
  const numbers = new Map<string, number>();
  const spell = (text: string): string => {
    let spelled = '';
    for (const word of text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []) {
      let number = numbers.get(word);
      if (number === undefined) {
        number = numbers.size + 1;
        numbers.set(word, number);
      }
      spelled += String.fromCharCode(number < 0xd800 ? number : number + 0x800);
    }
    return spelled;
  };
  return differ.diff_main(spell(from), spell(to), false).length;
}

/** Best of some runs in milliseconds: the least disturbed one. */
function time(runs: number, act: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    act();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Runs of a fast act; a slow one is run once. */
const OUR_RUNS = 5;
/** Peers are quadratic: beyond this many paragraphs they take minutes and are left out. */
const PEER_PARAGRAPHS = 1100;

const cell = (value: number | null, unit = ''): string =>
  (value === null ? '–' : `${value < 100 ? value.toFixed(1) : value.toFixed(0)}${unit}`).padStart(14);

function row([label, from, to]: Texts, print: (line: string) => void): number {
  const ours = time(OUR_RUNS, () => compareTexts(from, to));
  const withPeers = Math.max(from.length, to.length) <= PEER_PARAGRAPHS;
  const [left, right] = [wholeText(from), wholeText(to)];
  const jsdiff = withPeers ? time(1, () => diffWords(left, right)) : null;
  const patch = withPeers ? time(1, () => wordMode(left, right)) : null;
  const faster = jsdiff === null || patch === null ? null : Math.min(jsdiff, patch);
  print(
    label.padEnd(34) +
      String(from.length).padStart(8) +
      cell(ours) +
      cell(jsdiff) +
      cell(patch) +
      cell(faster === null ? null : faster / ours, ' ×') +
      cell(ours / Math.max(from.length, 1)),
  );
  return ours;
}

const SIZES = [100, 300, 1000, 3000] as const;
const SEED = 7;

/** Consecutive versions in every folder, and several joined to long ones. */
function realTexts(folder: string): Texts[] {
  const pairs = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'gold')
    .flatMap((entry): Texts[] => {
      const files = readdirSync(join(folder, entry.name))
        .filter((file) => file.endsWith('.txt'))
        .sort();
      const texts = files.map((file) =>
        comparableBlocks(readFileSync(join(folder, entry.name, file), 'utf8')),
      );
      return texts.slice(1).map((to, at): Texts => [entry.name, texts[at] as ComparableBlock[], to]);
    });
  const largest = [...pairs]
    .sort((a, b) => b[1].length + b[2].length - a[1].length - a[2].length)
    .slice(0, 2);
  const joined = (paragraphs: number): Texts => {
    const from: ComparableBlock[] = [];
    const to: ComparableBlock[] = [];
    const seen = new Set<string>();
    for (const [family, left, right] of pairs) {
      if (from.length >= paragraphs) break;
      if (seen.has(family)) continue;
      seen.add(family);
      from.push(...left.slice(0, paragraphs - from.length));
      to.push(...right);
    }
    return [`first pairs joined (${seen.size})`, from, to];
  };
  return [...largest, joined(440), joined(1000)];
}

export function run(print: (line: string) => void, folder: string | undefined): void {
  const head = (title: string): void =>
    print(
      title.padEnd(34) +
        ['paras', 'ours ms', 'jsdiff ms', 'dmp ms', 'ratio', 'ms per para']
          .map((text, at) => text.padStart(at === 0 ? 8 : 14))
          .join(''),
    );
  const warm = mutatedTexts(1, 200);
  compareTexts(warm.from, warm.to);
  head('invented texts');
  for (const size of SIZES) {
    const { from, to } = mutatedTexts(SEED, size);
    row([`seed ${SEED}`, from, to], print);
  }
  if (folder === undefined) {
    print('Real texts: npm run bench -- DIR, with a folder of versions per text.');
    return;
  }
  head('real texts');
  for (const texts of realTexts(folder)) row(texts, print);
}
