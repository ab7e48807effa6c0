import type { Comment } from '../model/comment.ts';
import type { Item } from '../model/disposition.ts';
import type { ItemId, NewId, ParagraphId } from '../model/ids.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Signature } from '../model/signature.ts';

/** A part as it is asked for: UTF-16 offsets in the comment's text. */
export interface WantedItem {
  readonly start: number;
  readonly end: number;
  readonly paragraph: ParagraphId | null;
}

/** An item that was taken back has no words. */
export const isItem = ({ start, end }: Item): boolean => start < end;

const wrong = (n: number, field: string, text: string): Problem =>
  problem('invalid-fields', `items.${n}.${field}: ${text}`, [
    { field: `items.${n}.${field}`, problem: text },
  ]);

/** Whether a cut here would part the two halves of one character (a surrogate pair). */
const partsCharacter = (text: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));

function itemProblem(text: string, items: readonly WantedItem[]): Problem | null {
  let reached = 0;
  for (const [n, { start, end }] of items.entries()) {
    if (start < reached) return wrong(n, 'start', 'overlaps the item before, or is out of order');
    if (end <= start) return wrong(n, 'end', 'must lie behind start');
    if (end > text.length)
      return wrong(n, 'end', `lies behind the comment, which has ${text.length} characters`);
    if (partsCharacter(text, start)) return wrong(n, 'start', 'cuts a character in two');
    if (partsCharacter(text, end)) return wrong(n, 'end', 'cuts a character in two');
    if (text.slice(start, end).trim() === '') return wrong(n, 'start', 'holds no words');
    reached = end;
  }
  return null;
}

/**
 * Splits a comment into items, each a quote of it. A later split keeps items with the same words and takes the others
 * back; an item that was decided stays. Answers the rows that change.
 */
export function decideSplit(
  comment: Comment,
  before: readonly Item[],
  decided: (item: ItemId) => boolean,
  wanted: readonly WantedItem[],
  by: Signature,
  newId: NewId,
): Result<readonly Item[], Problem> {
  const hindrance = itemProblem(comment.text, wanted);
  if (hindrance !== null) return fail(hindrance);
  const standing = before.filter(isItem);
  const items = wanted.map(({ start, end, paragraph }, n): Item => {
    const same = standing.find((item) => item.start === start && item.end === end);
    const id = same?.id ?? (newId() as ItemId);
    const text = comment.text.slice(start, end);
    return {
      id,
      documentId: comment.documentId,
      commentId: comment.id,
      ordinal: n + 1,
      start,
      end,
      text,
      paragraph,
      by,
    };
  });
  const kept = new Set(items.map(({ id }) => id));
  const lost = standing.filter(({ id }) => !kept.has(id));
  const settled = lost.find(({ id }) => decided(id));
  if (settled !== undefined)
    return fail(
      problem(
        'already-decided',
        `item ${settled.ordinal} (“${settled.text.slice(0, 60)}”) was decided: it stays as it is`,
      ),
    );
  const known = new Map(standing.map((item) => [item.id, item]));
  const changed = items.filter(({ id, ordinal, paragraph }) => {
    const old = known.get(id);
    return old?.ordinal !== ordinal || old.paragraph !== paragraph;
  });
  if (changed.length + lost.length === 0)
    return fail(problem('already-exists', 'the comment is split into these items already'));
  return ok([...changed, ...lost.map((item) => ({ ...item, start: 0, end: 0, text: '', by }))]);
}

/** Stretches of a comment that stand in no item and are more than white space, as offsets. */
export function leftOver(
  text: string,
  items: readonly Item[],
): readonly { readonly start: number; readonly end: number }[] {
  const ordered = items.filter(isItem).toSorted((a, b) => a.start - b.start);
  const starts = [0, ...ordered.map(({ end }) => end)];
  return starts
    .map((start, n) => ({ start, end: ordered[n]?.start ?? text.length }))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '');
}
