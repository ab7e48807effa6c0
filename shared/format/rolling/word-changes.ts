import { drownIslands, shiftEdits } from '../../compare/clean.ts';
import type { Edit, TokenPair } from '../../compare/edits.ts';
import { type Token, tokenise } from '../../compare/tokens.ts';
import { findWordEdits } from '../../compare/word-edits.ts';
import { type Marks, plainText, type Run } from '../../model/paragraph.ts';
import { sameMarks } from '../../text/marks.ts';

/** Words that go and words that come instead. Offsets are UTF-16 units of the paragraph as it stands. */
export interface WordChange {
  readonly start: number;
  readonly end: number;
  readonly inserted: readonly Run[];
}

/** Steps of one comparison of words: far beyond any paragraph. */
const STEPS = 20_000_000;

/** Words and gaps apart, equal only letter for letter: what is printed must give the proposal back as it was written. */
const exactTokens = (text: string): Token[] =>
  tokenise(text)
    .flatMap(({ core, gap }) => [core, gap])
    .filter((part) => part !== '')
    .map((part) => ({ core: part, gap: '', key: part }));

const offsets = (tokens: readonly Token[]): number[] => {
  const at = [0];
  for (const { core } of tokens) at.push((at.at(-1) as number) + core.length);
  return at;
};

/**
 * What words of `from` become in `to`, as phrases; null where the two differ in formats on words that both hold, which
 * brackets around words cannot show.
 */
export function wordChanges(from: readonly Run[], to: readonly Run[]): readonly WordChange[] | null {
  const pair = { from: exactTokens(plainText(from)), to: exactTokens(plainText(to)) };
  const edits = shiftEdits(pair, drownIslands(pair, findWordEdits(pair, { steps: STEPS, cut: false })));
  const [left, right] = [offsets(pair.from), offsets(pair.to)];
  const changes: WordChange[] = [];
  let [at, now] = [0, 0];
  const sameBetween = (start: number, begin: number): boolean =>
    sameRuns(sliceRuns(from, at, start), sliceRuns(to, now, begin));
  for (const edit of leftmost(pair, edits)) {
    const [start, end] = edit.from.map((token) => left[token] as number) as [number, number];
    const [begin, stop] = edit.to.map((token) => right[token] as number) as [number, number];
    if (!sameBetween(start, begin)) return null;
    changes.push({ start, end, inserted: sliceRuns(to, begin, stop) });
    [at, now] = [end, stop];
  }
  return sameBetween(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY) ? changes : null;
}

/**
 * Edits without the equal stretches. What is only inserted or only deleted stands as far left as it can, so that two
 * proposals that say the same are seen to, and two that insert at one place are seen to meet.
 */
function leftmost(pair: TokenPair, edits: readonly Edit[]): Edit[] {
  const moved: Edit[] = [];
  for (const { equal, from, to } of edits) {
    if (equal) continue;
    let [start, end] = from;
    let [begin, stop] = to;
    const side = start === end ? ('to' as const) : ('from' as const);
    const floor = moved.at(-1)?.from[1] ?? 0;
    const key = (token: number): string => (pair[side][token] as Token).key;
    const last = (): number => (side === 'to' ? stop : end) - 1;
    const before = (): number => (side === 'to' ? begin : start) - 1;
    const pure = start === end || begin === stop;
    while (pure && start > floor && key(before()) === key(last())) {
      start--;
      end--;
      begin--;
      stop--;
    }
    moved.push({ equal: false, from: [start, end], to: [begin, stop] });
  }
  return moved;
}

/** Letters of `text` between two offsets, with their marks. */
export function sliceRuns(runs: readonly Run[], start: number, end: number): Run[] {
  const slice: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (text !== '') slice.push({ ...run, text });
    at += run.text.length;
  }
  return slice;
}

const marksOf = ({ text: _, ...marks }: Run): Marks => marks;

/** Whether two rows of runs say the same in the same formats. */
export const sameRuns = (a: readonly Run[], b: readonly Run[]): boolean =>
  a.length === b.length &&
  a.every((run, k) => run.text === b[k]?.text && sameMarks(marksOf(run), marksOf(b[k] as Run)));
