import DiffMatchPatch from 'diff-match-patch';
import type { Edit } from '../compare/edits.ts';
import type { Piece } from './pieces.ts';

const patcher = new DiffMatchPatch();
/** Pieces of context around a change, about four words; as diff-match-patch has it for characters. */
patcher.Patch_Margin = 8;
/** A patch may be moved by this many pieces before its fit counts as poor: a clause or two. */
patcher.Match_Distance = 200;
/** Deleted words must be there as they were: 0 would let nothing be inserted between them. */
patcher.Patch_DeleteThreshold = 0.2;

/** Pieces as single characters (code units without the surrogates), alike for all three texts. */
function spell(...texts: readonly (readonly Piece[])[]): string[] | null {
  const numbers = new Map<string, number>();
  const spelled = texts.map((pieces) =>
    pieces
      .map(({ key }) => {
        const number = numbers.get(key) ?? numbers.size;
        numbers.set(key, number);
        return String.fromCharCode(number < 0xd7ff ? number + 1 : number + 1 + 0x800);
      })
      .join(''),
  );
  return numbers.size < 0xf7ff ? spelled : null;
}

/**
 * Patches what `edits` changed from `base` to `changed` into `target` by its context alone, not knowing what else
 * was changed there; null where a patch finds no place. A second witness for a merge, which knows nothing of context.
 */
export function patched(
  base: readonly Piece[],
  changed: readonly Piece[],
  target: readonly Piece[],
  edits: readonly Edit[],
): ((merged: readonly Piece[]) => boolean) | null {
  const spelled = spell(base, changed, target);
  if (spelled === null) return null;
  const [from, to, onto] = spelled as [string, string, string];
  const differences: [number, string][] = [];
  let at = 0;
  for (const edit of edits) {
    if (edit.from[0] > at) differences.push([0, from.slice(at, edit.from[0])]);
    if (edit.from[1] > edit.from[0]) differences.push([-1, from.slice(edit.from[0], edit.from[1])]);
    if (edit.to[1] > edit.to[0]) differences.push([1, to.slice(edit.to[0], edit.to[1])]);
    at = edit.from[1];
  }
  if (at < from.length) differences.push([0, from.slice(at)]);
  const patches = patcher.patch_make(from, differences as DiffMatchPatch.Diff[]);
  const [result, placed] = patcher.patch_apply(patches, onto);
  if (placed.includes(false)) return null;
  return (merged) => {
    const [, , , expected] = spell(base, changed, target, merged) as string[];
    return expected === result;
  };
}
