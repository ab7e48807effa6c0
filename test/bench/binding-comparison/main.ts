import { flatText } from './flat.ts';
import { type Binding, type Losses, runScript } from './script.ts';
import { xmlFragment } from './xml.ts';

/*
 * `npm run compare:binding [seeds]`: the same simulated people, network and seeds on our binding and on y-tiptap,
 * without moves and undo. Prints what each of them lost, doubled and misplaced.
 */

const seeds = Number(process.argv[2] ?? 160);

function run(binding: Binding): Losses[] {
  return Array.from({ length: seeds }, (_, seed) => runScript(binding, seed + 1));
}

const sum = (losses: readonly Losses[], of: (one: Losses) => number): number =>
  losses.reduce((total, one) => total + of(one), 0);
const seedsWith = (losses: readonly Losses[], has: (one: Losses) => boolean): number =>
  losses.filter(has).length;

const rows: readonly (readonly [what: string, of: (losses: readonly Losses[]) => number | string])[] = [
  ['seeds', (losses) => losses.length],
  ['characters typed', (losses) => sum(losses, ({ typed }) => typed)],
  ['seeds that lost characters nobody removed', (losses) => seedsWith(losses, ({ lost }) => lost > 0)],
  ['characters lost', (losses) => sum(losses, ({ lost }) => lost)],
  ['seeds that doubled characters', (losses) => seedsWith(losses, ({ doubled }) => doubled > 0)],
  ['characters doubled', (losses) => sum(losses, ({ doubled }) => doubled)],
  ['anchors with words that nobody removed', (losses) => sum(losses, ({ anchors }) => anchors)],
  ['anchors lost', (losses) => sum(losses, ({ anchorsLost }) => anchorsLost)],
  ['seeds whose editors differ in the end', (losses) => seedsWith(losses, ({ differ }) => differ)],
  ['seeds in which the binding threw', (losses) => seedsWith(losses, ({ crashed }) => crashed)],
];

// y-tiptap reports on the console what it mends; the table is what counts here.
const { warn, error } = console;
console.warn = console.error = () => {};
const [ours, usual] = [run(flatText), run(xmlFragment)];
Object.assign(console, { warn, error });

console.log(
  `${'same script, without moves and undo'.padEnd(46)}${'flat text'.padStart(12)}${'y-tiptap'.padStart(12)}`,
);
for (const [what, of] of rows)
  console.log(`${what.padEnd(46)}${String(of(ours)).padStart(12)}${String(of(usual)).padStart(12)}`);
