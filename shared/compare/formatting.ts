import type { Marks, Run } from '../model/paragraph.ts';
import {
  BLOCK_JOINER,
  type ComparableBlock,
  type FormattingChange,
  type StructureChange,
  type WordDifference,
} from './comparison.ts';

/** The marks that hold from an offset on, up to the next stretch. */
interface Stretch {
  readonly end: number;
  readonly marks: Marks;
}

const NO_MARKS: Marks = {};

const marksOf = ({ bold, italic, underline, link }: Run): Marks => ({
  ...(bold ? { bold } : {}),
  ...(italic ? { italic } : {}),
  ...(underline ? { underline } : {}),
  ...(link === undefined ? {} : { link }),
});

const sameMarks = (a: Marks, b: Marks): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.underline === b.underline && a.link === b.link;

/** Null when a block brings no runs, or runs that do not spell its text: then nothing is known of its formats. */
function stretchesOf(blocks: readonly ComparableBlock[]): Stretch[] | null {
  const stretches: Stretch[] = [];
  let end = 0;
  for (const [at, block] of blocks.entries()) {
    if (at > 0) {
      end += BLOCK_JOINER.length;
      stretches.push({ end, marks: NO_MARKS });
    }
    if (block.runs === undefined) return null;
    const start = end;
    for (const run of block.runs) {
      end += run.text.length;
      stretches.push({ end, marks: marksOf(run) });
    }
    if (end - start !== block.text.length) return null;
  }
  return stretches;
}

/** Formats that changed in the words both sides hold. */
export function findFormattingChanges(
  from: readonly ComparableBlock[],
  to: readonly ComparableBlock[],
  words: readonly WordDifference[],
): FormattingChange[] {
  const left = stretchesOf(from);
  const right = stretchesOf(to);
  if (left === null || right === null) return [];
  const changes: FormattingChange[] = [];
  const places = { left: 0, right: 0, leftStretch: 0, rightStretch: 0 };
  const note = (text: string, before: Marks, after: Marks): void => {
    if (sameMarks(before, after)) return;
    const start = places.right;
    const last = changes.at(-1);
    if (last !== undefined && last.end === start && sameMarks(last.from, before) && sameMarks(last.to, after))
      changes[changes.length - 1] = { ...last, end: start + text.length, text: last.text + text };
    else changes.push({ start, end: start + text.length, text, from: before, to: after });
  };
  for (const [operation, text] of words) {
    if (operation === '-') places.left += text.length;
    else if (operation === '+') places.right += text.length;
    else
      for (let done = 0; done < text.length; ) {
        while ((left[places.leftStretch]?.end ?? Infinity) <= places.left) places.leftStretch++;
        while ((right[places.rightStretch]?.end ?? Infinity) <= places.right) places.rightStretch++;
        const before = left[places.leftStretch];
        const after = right[places.rightStretch];
        const length = Math.min(
          text.length - done,
          (before?.end ?? Infinity) - places.left,
          (after?.end ?? Infinity) - places.right,
        );
        note(text.slice(done, done + length), before?.marks ?? NO_MARKS, after?.marks ?? NO_MARKS);
        done += length;
        places.left += length;
        places.right += length;
      }
  }
  return changes;
}

/** What became of the block's kind and level. In splits and merges the first block of each side speaks. */
export function findStructureChange(
  from: readonly ComparableBlock[],
  to: readonly ComparableBlock[],
): StructureChange | null {
  const [before] = from;
  const [after] = to;
  if (before?.kind === undefined || after?.kind === undefined) return null;
  const levels = [before.level ?? 0, after.level ?? 0] as const;
  if (before.kind === after.kind && levels[0] === levels[1]) return null;
  return { from: { kind: before.kind, level: levels[0] }, to: { kind: after.kind, level: levels[1] } };
}
