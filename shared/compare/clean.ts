import { type Edit, joinEdits, type TokenPair } from './edits.ts';
import type { Token } from './tokens.ts';

/**
 * A human reads phrases, not confetti. An island of equal words between two edits goes under when it says too
 * little for what it interrupts; edits are then shifted to where a phrase begins.
 */

/** What an equal token is worth as an island: a mark nothing, a short (grammatical) word little. */
const MARK_WORTH = 0;
const SHORT_WORD_WORTH = 0.34;
const WORD_WORTH = 1;
/** Words of up to so many letters are mostly grammatical: of, and, the, with. */
const SHORT_WORD_LETTERS = 4;

/** An island worth less than this is never kept between two edits. */
const LEAST_ISLAND_WORTH = 0.7;
/** An island worth less than this share of the smaller edit beside it is not kept either… */
const ISLAND_SHARE = 0.2;
/** …up to this worth: a whole clause is always kept. */
const CLAUSE_WORTH = 5;

const WORDLIKE = /[\p{L}\p{N}]/u;

function worth(token: Token): number {
  if (!WORDLIKE.test(token.key)) return MARK_WORTH;
  return token.key.length <= SHORT_WORD_LETTERS && /^\p{Script=Latin}+$/u.test(token.key)
    ? SHORT_WORD_WORTH
    : WORD_WORTH;
}

const worthOf = (tokens: readonly Token[], [start, end]: readonly [number, number]): number => {
  let sum = 0;
  for (let at = start; at < end; at++) sum += worth(tokens[at] as Token);
  return sum;
};

/** An edit is as big as its bigger side. */
const sizeOf = (pair: TokenPair, edit: Edit): number =>
  Math.max(worthOf(pair.from, edit.from), worthOf(pair.to, edit.to));

/** Drowns small islands until none is left to drown. */
export function drownIslands(pair: TokenPair, edits: readonly Edit[]): Edit[] {
  let current = joinEdits(edits);
  for (;;) {
    let changed = false;
    const next = current.map((edit, at): Edit => {
      const before = current[at - 1];
      const after = current[at + 1];
      if (!edit.equal || before === undefined || after === undefined) return edit;
      const value = worthOf(pair.from, edit.from);
      const beside = Math.min(sizeOf(pair, before), sizeOf(pair, after));
      const keep =
        isReplacementPair(before, after) ||
        (value >= LEAST_ISLAND_WORTH && (value >= CLAUSE_WORTH || value >= ISLAND_SHARE * beside));
      if (keep) return edit;
      changed = true;
      return { ...edit, equal: false };
    });
    current = joinEdits(next);
    if (!changed) return current;
  }
}

/** Marks such as brackets put around unchanged words: both edits are single-sided and tiny, and stay apart. */
const isReplacementPair = (before: Edit, after: Edit): boolean =>
  lengthOf(before) === 1 && lengthOf(after) === 1;

const lengthOf = (edit: Edit): number => edit.from[1] - edit.from[0] + edit.to[1] - edit.to[0];

/**
 * "A [B A] C" may as well be "[A B] A C": of all equal ways to place a one-sided edit, take the one that begins
 * after a mark or a line of words, and ends with its own mark, as a person would have typed it.
 */
export function shiftEdits(pair: TokenPair, edits: readonly Edit[]): Edit[] {
  const shifted = withEqualEnds(pair, edits);
  for (let at = 1; at + 1 < shifted.length; at++) {
    const before = shifted[at - 1] as Edit;
    const edit = shifted[at] as Edit;
    const after = shifted[at + 1] as Edit;
    if (edit.equal || !before.equal || !after.equal) continue;
    const side = edit.from[0] === edit.from[1] ? 'to' : edit.to[0] === edit.to[1] ? 'from' : null;
    if (side === null) continue;
    const offset = bestShift(pair[side], edit[side], before[side][0], after[side][1]);
    if (offset === 0) continue;
    const move = ([start, end]: readonly [number, number], a: number, b: number) =>
      [start + a, end + b] as const;
    shifted[at - 1] = { equal: true, from: move(before.from, 0, offset), to: move(before.to, 0, offset) };
    shifted[at] = {
      equal: false,
      from: move(edit.from, offset, offset),
      to: move(edit.to, offset, offset),
    };
    shifted[at + 1] = { equal: true, from: move(after.from, offset, 0), to: move(after.to, offset, 0) };
  }
  return joinEdits(shifted);
}

/** An edit at either end of the text has an empty equal stretch beside it, to be shifted into. */
const withEqualEnds = (pair: TokenPair, edits: readonly Edit[]): Edit[] => [
  { equal: true, from: [0, 0], to: [0, 0] },
  ...edits,
  {
    equal: true,
    from: [pair.from.length, pair.from.length],
    to: [pair.to.length, pair.to.length],
  },
];

function bestShift(
  tokens: readonly Token[],
  [start, end]: readonly [number, number],
  first: number,
  last: number,
): number {
  const key = (at: number): string => (tokens[at] as Token).key;
  let best = 0;
  let bestScore = edgeScore(tokens, start, end);
  for (let offset = -1; start + offset >= first && key(start + offset) === key(end + offset); offset--) {
    const score = edgeScore(tokens, start + offset, end + offset);
    if (score > bestScore) [best, bestScore] = [offset, score];
  }
  for (let offset = 1; end + offset <= last && key(start + offset - 1) === key(end + offset - 1); offset++) {
    const score = edgeScore(tokens, start + offset, end + offset);
    if (score > bestScore) [best, bestScore] = [offset, score];
  }
  return best;
}

const STOP = /^[.;:!?\u3002\uFF1B\u061F\u06D4\u0964]/u;
const COMMA = /^[,\u060C\u3001\uFF0C]/u;
const OPENING = /^[([{"'\u2018\u201C\u00AB]/u;
const CLOSING = /^[)\]}"'\u2019\u201D\u00BB]/u;

/** Good edges: a pair of brackets whole; ", new words" and "new words," over "words, new". */
function edgeScore(tokens: readonly Token[], start: number, end: number): number {
  const first = tokens[start]?.key ?? '';
  const last = tokens[end - 1]?.key ?? '';
  const before = tokens[start - 1]?.key ?? '';
  const after = tokens[end]?.key ?? '';
  let score = 0;
  if (before === '' || STOP.test(before)) score += 3;
  if (STOP.test(last)) score += 2;
  else if (after === '' || STOP.test(after)) score += 1;
  if (COMMA.test(first)) score += 3;
  else if (COMMA.test(last)) score += 1.5;
  if (OPENING.test(first) && CLOSING.test(last)) score += 4;
  else if (OPENING.test(last) || CLOSING.test(first)) score -= 2;
  return score;
}
