import type { Marks, Run } from '../../../shared/model/paragraph.ts';

/** Characters that only steer display: zero width space, byte order mark, soft hyphen, controls, object replacement. */
const INVISIBLE = /[\u200B\uFEFF\u00AD\uFFFC]|(?![\t\n\v\f\r])\p{Cc}/gu;
const SPACES = /[\t\n\v\f\r \u2028\u2029]+/g;

/**
 * Tidies the runs of one pasted block: spaces collapse to one across runs, none stands at either end. A lone
 * no-break space between words stays, since it was put there ("10 %", "Article 5"); with other spaces around it,
 * it was padding and becomes one ordinary space.
 */
export function tidyRuns(pieces: readonly Run[]): Run[] {
  const text = pieces.map((piece) => clean(piece.text));
  const whole = text.join('');
  const keep = spacesKept(whole);
  const runs: Run[] = [];
  let at = 0;
  pieces.forEach((piece, k) => {
    let kept = '';
    for (const character of (text[k] as string).split('')) kept += keep[at++] ?? character;
    push(runs, kept, piece);
  });
  return runs;
}

/** Runs of our own copied text: nothing is tidied, only line breaks between elements cannot stay. */
export function joinRuns(pieces: readonly Run[]): Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) push(runs, piece.text.replace(/[\n\r]+/g, ' '), piece);
  return runs;
}

const clean = (text: string): string => text.replace(INVISIBLE, '').replace(SPACES, ' ');

/** For each index of the text what becomes of it, where it is not kept: a space becomes nothing or one space. */
function spacesKept(whole: string): Record<number, string> {
  const changes: Record<number, string> = {};
  for (const match of whole.matchAll(/[ \u00A0]+/g)) {
    const from = match.index;
    const to = from + match[0].length;
    const atEdge = from === 0 || to === whole.length;
    if (match[0].length === 1 && !atEdge) continue;
    for (let at = from; at < to; at++) changes[at] = '';
    if (!atEdge) changes[from] = ' ';
  }
  return changes;
}

const marksOf = ({ text: _, ...marks }: Run): Marks => marks;
const sameMarks = (a: Marks, b: Marks): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.underline === b.underline && a.link === b.link;

function push(runs: Run[], text: string, piece: Run): void {
  if (text === '') return;
  const last = runs.at(-1);
  if (last !== undefined && sameMarks(last, piece))
    runs[runs.length - 1] = { ...last, text: last.text + text };
  else runs.push({ ...marksOf(piece), text });
}

/** Takes characters off the front, whatever runs they stand in. */
export function dropFront(runs: readonly Run[], count: number): Run[] {
  let left = count;
  const rest: Run[] = [];
  for (const run of runs) {
    const cut = Math.min(left, run.text.length);
    left -= cut;
    if (cut < run.text.length) rest.push({ ...run, text: run.text.slice(cut) });
  }
  return rest;
}

/** Takes one mark off a block that bears it throughout: there it came from the look of the style. */
export const withoutOverall = (runs: readonly Run[], mark: 'bold' | 'italic' | 'underline'): Run[] =>
  runs.every((run) => run[mark] === true || run.text.trim() === '')
    ? runs.map(({ [mark]: _, ...rest }) => rest)
    : [...runs];
