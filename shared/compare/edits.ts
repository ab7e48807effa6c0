import type { Token } from './tokens.ts';

/** A stretch of tokens: equal on both sides, or replaced (either side may be empty). Half-open ranges. */
export interface Edit {
  readonly equal: boolean;
  readonly from: readonly [start: number, end: number];
  readonly to: readonly [start: number, end: number];
}

/** Both sides of a row as tokens. */
export interface TokenPair {
  readonly from: readonly Token[];
  readonly to: readonly Token[];
}

/** Joins neighbours of the same nature and drops empty ones. Order and content stay. */
export function joinEdits(edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    if (edit.from[0] === edit.from[1] && edit.to[0] === edit.to[1]) continue;
    const last = joined.at(-1);
    if (last !== undefined && last.equal === edit.equal)
      joined[joined.length - 1] = {
        equal: edit.equal,
        from: [last.from[0], edit.from[1]],
        to: [last.to[0], edit.to[1]],
      };
    else joined.push(edit);
  }
  return joined;
}
