import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { comparableBlocks } from '../../../shared/format/text-blocks.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { Paragraph } from '../../../shared/model/paragraph.ts';
import { type Counts, simulateAnchors } from '../../sim/anchors/run.ts';

/*
 * `npm run -s simulate:anchors -- DIR [SEEDS]`: 50 comments and 20 proposals on every text of DIR/<family>/*.txt while
 * six people edit it. Prints how many were found, moved, changed and left as orphans after each of four rounds,
 * summed up by family; ends with 1, and says which, if any anchor points at words it was not put on.
 */

const [folder, seeds = '1'] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: simulate:anchors DIR [SEEDS]\n');
  process.exit(2);
}

const PLAN = { rounds: 4, steps: 250, comments: 50, proposals: 20 };

const paragraphsOf = (content: string): Paragraph[] =>
  comparableBlocks(content).map(({ text }, k) => ({
    id: `p${k}` as ParagraphId,
    kind: 'operative',
    level: 0,
    dir: 'auto',
    from: [],
    pinned: null,
    runs: [{ text: text.replace(/\s+/g, ' ') }],
  }));

const COLUMNS = ['found', 'moved', 'changed', 'orphan', 'avoidable'] as const;
const line = (name: string, texts: number, counts: Counts): string => {
  const all = counts.found + counts.moved + counts.changed + counts.orphan;
  const share = (n: number) => `${((100 * n) / Math.max(1, all)).toFixed(1)} %`.padStart(10);
  return `${name.padEnd(34)}${String(texts).padStart(6)}${String(all).padStart(9)}${COLUMNS.map((one) => share(counts[one])).join('')}\n`;
};
const NONE: Counts = { found: 0, moved: 0, changed: 0, orphan: 0, avoidable: 0 };
const add = (a: Counts, b: Counts): Counts =>
  Object.fromEntries(COLUMNS.map((one) => [one, a[one] + b[one]])) as unknown as Counts;

process.stdout.write(
  `${'family'.padEnd(34)} texts  anchors${COLUMNS.map((one) => one.padStart(10)).join('')}\n`,
);
let all = NONE;
let texts = 0;
for (const family of (await readdir(folder, { withFileTypes: true })).filter((one) => one.isDirectory())) {
  let counts = NONE;
  const files = (await readdir(join(folder, family.name))).filter((name) => name.endsWith('.txt')).sort();
  for (const file of files) {
    const paragraphs = paragraphsOf(await readFile(join(folder, family.name, file), 'utf8'));
    for (let seed = 1; seed <= Number(seeds); seed++)
      try {
        counts = add(counts, simulateAnchors(seed, paragraphs, PLAN));
      } catch (error) {
        process.exitCode = 1;
        process.stdout.write(`${family.name} ${file}: ${(error as Error).message}\n`);
      }
  }
  if (files.length === 0) continue;
  texts += files.length;
  all = add(all, counts);
  process.stdout.write(line(family.name, files.length, counts));
}
process.stdout.write(line('all', texts, all));
