import DiffMatchPatch from 'diff-match-patch';
import { type Edit, joinEdits, type TokenPair } from './edits.ts';
import { MAX_STRETCH_STEPS } from './limits.ts';

/** Work left for one comparison; shared by all its rows. `cut` tells whether a bound cut in since it was reset. */
export interface Budget {
  steps: number;
  cut: boolean;
}

/** Tokens are shown to diff-match-patch as single characters: code units without the surrogates. */
const CHARACTERS = 0xf7ff;
const characterOf = (number: number): string =>
  String.fromCharCode(number < 0xd7ff ? number + 1 : number + 1 + 0x800);

const differ = new DiffMatchPatch();
/** No clock: the same texts always compare the same. Bounds are counted in steps. */
differ.Diff_Timeout = 0;

type Range = readonly [start: number, end: number];

/** Cuts both sides into stretches of equal and replaced tokens. */
export function findWordEdits(pair: TokenPair, budget: Budget): Edit[] {
  return joinEdits(editsBetween(pair, [0, pair.from.length], [0, pair.to.length], budget));
}

function editsBetween(pair: TokenPair, from: Range, to: Range, budget: Budget): Edit[] {
  let [a, aEnd] = from;
  let [b, bEnd] = to;
  const key = (side: 'from' | 'to', at: number): string => (pair[side][at] as { key: string }).key;
  while (a < aEnd && b < bEnd && key('from', a) === key('to', b)) {
    a++;
    b++;
  }
  while (a < aEnd && b < bEnd && key('from', aEnd - 1) === key('to', bEnd - 1)) {
    aEnd--;
    bEnd--;
  }
  return [
    { equal: true, from: [from[0], a], to: [to[0], b] },
    ...middle(pair, [a, aEnd], [b, bEnd], budget),
    { equal: true, from: [aEnd, from[1]], to: [bEnd, to[1]] },
  ];
}

function middle(pair: TokenPair, from: Range, to: Range, budget: Budget): Edit[] {
  const replaced: Edit = { equal: false, from, to };
  const steps = (from[1] - from[0]) * (to[1] - to[0]);
  if (steps === 0) return [replaced];
  if (steps <= MAX_STRETCH_STEPS && steps <= budget.steps) {
    const edits = differWords(pair, from, to);
    if (edits !== null) {
      budget.steps -= steps;
      return edits;
    }
  }
  const cuts = uniqueAnchors(pair, from, to);
  if (cuts.length === 0) {
    budget.cut = true;
    return [replaced];
  }
  const edits: Edit[] = [];
  let [a, b] = [from[0], to[0]];
  for (const [left, right] of cuts) {
    edits.push(...editsBetween(pair, [a, left], [b, right], budget));
    edits.push({ equal: true, from: [left, left + 1], to: [right, right + 1] });
    [a, b] = [left + 1, right + 1];
  }
  edits.push(...editsBetween(pair, [a, from[1]], [b, to[1]], budget));
  return edits;
}

/** Null when the stretch holds more different words than there are characters to stand for them. */
function differWords(pair: TokenPair, from: Range, to: Range): Edit[] | null {
  const numbers = new Map<string, number>();
  const spell = (side: 'from' | 'to', [start, end]: Range): string | null => {
    let spelled = '';
    for (let at = start; at < end; at++) {
      const { key } = pair[side][at] as { key: string };
      let number = numbers.get(key);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(key, number);
      }
      if (number >= CHARACTERS) return null;
      spelled += characterOf(number);
    }
    return spelled;
  };
  const left = spell('from', from);
  const right = spell('to', to);
  if (left === null || right === null) return null;
  const edits: Edit[] = [];
  let [a, b] = [from[0], to[0]];
  for (const [operation, text] of differ.diff_main(left, right, false)) {
    const aEnd = operation > 0 ? a : a + text.length;
    const bEnd = operation < 0 ? b : b + text.length;
    edits.push({ equal: operation === 0, from: [a, aEnd], to: [b, bEnd] });
    [a, b] = [aEnd, bEnd];
  }
  return edits;
}

/** Words that stand exactly once on both sides, thinned to the longest chain in order (patience). */
function uniqueAnchors(pair: TokenPair, from: Range, to: Range): [number, number][] {
  const once = (side: 'from' | 'to', [start, end]: Range): Map<string, number> => {
    const places = new Map<string, number>();
    for (let at = start; at < end; at++) {
      const { key } = pair[side][at] as { key: string };
      places.set(key, places.has(key) ? -1 : at);
    }
    return places;
  };
  const right = once('to', to);
  const pairs: [number, number][] = [];
  for (const [key, at] of once('from', from)) {
    const other = right.get(key) ?? -1;
    if (at >= 0 && other >= 0) pairs.push([at, other]);
  }
  return longestRising(pairs);
}

function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(([, value], at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((pairs[ends[mid] as number] as [number, number])[1] < value) low = mid + 1;
      else high = mid;
    }
    if (low > 0) before[at] = ends[low - 1] as number;
    ends[low] = at;
  });
  const chain: [number, number][] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] as number)
    chain.push(pairs[at] as [number, number]);
  return chain.reverse();
}
