import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownPlace } from '../../../shared/anchor/anchor-place.ts';
import { carryPlace } from '../../../shared/anchor/carry.ts';
import { saysOnce } from '../../../shared/anchor/elsewhere.ts';
import { type IndexedText, indexText } from '../../../shared/anchor/indexed-text.ts';
import { paragraphOf } from '../../../shared/anchor/make-anchor.ts';
import { type CarryMap, prepareCarry } from '../../../shared/anchor/row-map.ts';
import { compareTexts } from '../../../shared/compare/compare-texts.ts';
import { comparableBlocks } from '../../../shared/format/text-blocks.ts';
import { type Anchor, type Place, RESOLUTIONS } from '../../../shared/model/anchor.ts';
import type { ParagraphId, VersionId } from '../../../shared/model/ids.ts';
import { createRandom } from '../../sim/random.ts';
import { randomAnchor } from './random-anchors.ts';

/*
 * `npm run -s evaluate:anchors -- DIR [SEED [EACH [SAMPLE]]]`: puts EACH random anchors on the older text of every two
 * consecutive texts in DIR/<family>/*.txt and carries them to the newer one. Prints how many were found, moved,
 * changed and left as orphans, and SAMPLE of them to check by hand. Ends with 1 if any words are not the quoted ones.
 */

const [folder, seed = '1', each = '400', sample = '0'] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: evaluate:anchors DIR [SEED [EACH [SAMPLE]]]\n');
  process.exit(2);
}

interface Carried {
  readonly family: string;
  readonly anchor: Anchor;
  readonly place: Place;
  readonly map: CarryMap;
}

/** Both texts come from files: no ids are shared, so that content alone decides. */
const read = async (path: string, version: string): Promise<IndexedText> =>
  indexText(
    comparableBlocks(await readFile(path, 'utf8')).map(({ label, text }, k) => ({
      id: `${version}.${k}` as ParagraphId,
      from: [],
      label,
      text,
    })),
  );

const random = createRandom(Number(seed));
const carried: Carried[] = [];
let milliseconds = 0;
for (const family of (await readdir(folder, { withFileTypes: true })).filter((one) => one.isDirectory())) {
  const files = (await readdir(join(folder, family.name)))
    .filter((name) => /^\d\d-.*\.txt$/.test(name))
    .sort();
  for (let k = 1; k < files.length; k++) {
    const [older, newer] = [files[k - 1] as string, files[k] as string];
    const from = await read(join(folder, family.name, older), 'old');
    const to = await read(join(folder, family.name, newer), 'new');
    const bare = ({ paragraphs }: IndexedText) => paragraphs.map(({ label, text }) => ({ label, text }));
    const comparison = compareTexts(bare(from), bare(to));
    const anchors = Array.from({ length: Number(each) }, () =>
      randomAnchor(older as VersionId, from, random),
    );
    const start = performance.now();
    const map = prepareCarry(from, to, comparison);
    for (const anchor of anchors)
      carried.push({
        family: family.name,
        anchor,
        map,
        place: carryPlace(anchor, ownPlace(anchor, from), map),
      });
    milliseconds += performance.now() - start;
  }
}

const standing = ({ place, map }: Carried): string =>
  place.paragraph === null
    ? ''
    : (paragraphOf(map.to, place.paragraph)?.text.slice(place.start, place.end) ?? '');

/** The proof that needs no eye: what is called found or moved reads letter for letter as quoted. */
const wrong = carried.filter((one) => {
  const { anchor, place } = one;
  if (place.resolution !== 'found' && place.resolution !== 'moved') return false;
  return anchor.scope === 'words' || anchor.scope === 'paragraph'
    ? standing(one) !== anchor.quote.exact
    : false;
});

/** Orphans whose words stand exactly once in both texts: somebody might have found them. */
const avoidable = carried.filter(
  ({ anchor, place, map }) =>
    place.resolution === 'orphan' &&
    anchor.scope === 'words' &&
    saysOnce(map.from, anchor.quote.exact) &&
    saysOnce(map.to, anchor.quote.exact),
);

const line = (name: string, ones: readonly Carried[]): string => {
  const count = (resolution: string) => ones.filter(({ place }) => place.resolution === resolution).length;
  const share = (n: number) => `${((100 * n) / Math.max(1, ones.length)).toFixed(1)} %`.padStart(9);
  return `${name.padEnd(34)}${String(ones.length).padStart(7)}${RESOLUTIONS.map((one) => share(count(one))).join('')}${share(ones.length - count('orphan'))}\n`;
};
const out = (text: string) => process.stdout.write(text);
out(
  `${'family'.padEnd(34)}anchors${['found', 'moved', 'changed', 'orphan', 'carried'].map((name) => name.padStart(9)).join('')}\n`,
);
for (const family of new Set(carried.map((one) => one.family)))
  out(
    line(
      family,
      carried.filter((one) => one.family === family),
    ),
  );
for (const scope of ['words', 'paragraph', 'absent'])
  out(
    line(
      `all: ${scope}`,
      carried.filter(({ anchor }) => anchor.scope === scope),
    ),
  );
out(line('all', carried));
out(`not the quoted words though found or moved: ${wrong.length}\n`);
out(`orphans whose words stand once in both texts: ${avoidable.length}\n`);
out(`${carried.length} anchors carried in ${milliseconds.toFixed(0)} ms, comparisons apart\n`);

const show = (words: string, start: number, end: number): string =>
  `${words.slice(Math.max(0, start - 70), start)}⟦${words.slice(start, end)}⟧${words.slice(end, end + 70)}`.replace(
    /\s+/g,
    ' ',
  );
const print = (one: Carried): void => {
  const { anchor, place, map, family } = one;
  if (anchor.scope === 'text') return;
  const own = ownPlace(anchor, map.from);
  const old = anchor.paragraph === null ? '' : (paragraphOf(map.from, anchor.paragraph)?.text ?? '');
  out(
    `\n${family} · ${anchor.scope} · ${place.resolution} (${place.carry})\n  old ${own.paragraph}: ${show(old, own.start, own.end)}\n`,
  );
  const at = place.paragraph ?? place.near;
  const now = at === null ? '' : (paragraphOf(map.to, at)?.text ?? '');
  if (place.paragraph !== null) out(`  new ${at}: ${show(now, place.start, place.end)}\n`);
  else out(`  near ${at}: ${now.slice(0, 300)}\n`);
};
/** Half of the sample are hard cases: found alone says little. */
const hard = carried.filter(({ place }) => place.resolution !== 'found');
for (let k = 0; k < Number(sample); k++) print(random.pick(k % 2 === 0 ? hard : carried));
if (process.env.RISKY !== undefined) {
  const risky = carried.filter(({ anchor, place, map }) => {
    if (anchor.scope !== 'words' || place.resolution === 'orphan') return false;
    const row = map.rows[map.rowOf[map.from.numbers.get(anchor.paragraph) as number] as number];
    return row !== undefined && row.similarity < 0.6 && anchor.quote.exact.length < 40;
  });
  out(`\nrisky: ${risky.length}\n`);
  for (let k = 0; k < Number(process.env.RISKY); k++) print(random.pick(risky));
}
if (process.env.AVOIDABLE === '1') for (const one of avoidable) print(one);
for (const one of wrong) print(one);
process.exitCode = wrong.length > 0 ? 1 : 0;
