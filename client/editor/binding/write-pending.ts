import type { Node } from '@tiptap/pm/model';
import type { Marks } from '../../../shared/model/paragraph.ts';
import { paragraphsBefore, toPosition } from '../../../shared/text/mapping.ts';
import { indexOf } from './carets.ts';
import type { ChangedRange } from './changed-ranges.ts';
import type { Pending } from './pending.ts';
import { mergeFormats, planEdits, type TextEdit } from './plan.ts';
import { marksOf, shapeOf, tokensBetween } from './tokens.ts';

/** The edits that bring the text from `pending.before` to `after`, looking only inside the changed ranges (rule B2). */
export function editsOf({ before, ranges }: Pending, after: Node): TextEdit[] {
  const edits = ranges.flatMap((range) => {
    const whole = wholeCharacters(range, before, after);
    return planEdits(
      tokensBetween(before, whole.from, whole.to),
      tokensBetween(after, whole.newFrom, whole.newTo),
      indexOf(before, whole.from),
    );
  });
  if (edits.filter(({ kind }) => kind === 'format').length < 2) return edits;
  const shape = shapeOf(before);
  return mergeFormats(
    edits,
    (from, to) => paragraphsBefore(shape, to) - paragraphsBefore(shape, from) === to - from,
  );
}

/** Widens a range that cuts a surrogate pair: what stands outside is the same before and after. */
function wholeCharacters(range: ChangedRange, before: Node, after: Node): ChangedRange {
  const left = cutsPair(before, range.from) || cutsPair(after, range.newFrom) ? 1 : 0;
  const right = cutsPair(before, range.to) || cutsPair(after, range.newTo) ? 1 : 0;
  return {
    from: range.from - left,
    to: range.to + right,
    newFrom: range.newFrom - left,
    newTo: range.newTo + right,
  };
}

function cutsPair(doc: Node, position: number): boolean {
  const $position = doc.resolve(position);
  if ($position.depth === 0) return false;
  const at = $position.parentOffset;
  const around = $position.parent.textBetween(
    Math.max(0, at - 1),
    Math.min(at + 1, $position.parent.content.size),
  );
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(around);
}

/** Marks of the character left of an index, as `writeEdits` asks for them. */
export function marksBefore(doc: Node): (index: number) => Marks | null {
  return (index) => {
    const shape = shapeOf(doc);
    if (index === 0 || shape.markers[paragraphsBefore(shape, index) - 1] === index - 1) return null;
    const { nodeBefore } = doc.resolve(toPosition(shape, index));
    return nodeBefore === null ? null : marksOf(nodeBefore.marks);
  };
}
