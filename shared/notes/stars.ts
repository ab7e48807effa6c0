import type { Span } from './span.ts';

/** One to three asterisks that begin or end emphasis. */
export interface StarRun extends Span {
  /** Ends what the line before began. */
  readonly closesOnly: boolean;
}

const SPACE = /\s/;
const isSpace = (char: string | undefined): boolean => char === undefined || SPACE.test(char);

/** Runs of a line; an asterisk with space on both sides is a bullet or a sign and stays. */
function runsOf(source: string, { start, end }: Span): StarRun[] {
  const runs: StarRun[] = [];
  const line = source.slice(start, end);
  for (let at = line.indexOf('*'); at >= 0; ) {
    let behind = at;
    while (line[behind] === '*') behind += 1;
    if (behind - at <= 3 && !(isSpace(line[at - 1]) && isSpace(line[behind])))
      runs.push({ start: start + at, end: start + behind, closesOnly: false });
    at = line.indexOf('*', behind);
  }
  return runs;
}

/**
 * Asterisks that are emphasis, by line. They come in pairs; one left over in a line pairs with one left over in the
 * next, as wrapping by mail parts them. A line with one that pairs with nothing keeps all its asterisks as text.
 */
export function starRuns(source: string, lines: readonly Span[]): readonly (readonly StarRun[])[] {
  const all = lines.map((line) => runsOf(source, line));
  for (let n = 0; n < all.length; n += 1) {
    const runs = all[n] as StarRun[];
    if (runs.length % 2 === 0) continue;
    const after = all[n + 1];
    if (after !== undefined && after.length % 2 === 1) {
      after[0] = { ...(after[0] as StarRun), closesOnly: true };
      n += 1;
    } else all[n] = [];
  }
  return all;
}
