import * as Y from 'yjs';
import type { Marks } from '../../../shared/model/paragraph.ts';
import { insertTokens, markerAt, removeTokens, setHead } from '../../../shared/text/edit.ts';
import { sameMarks, statedMarks } from '../../../shared/text/marks.ts';
import type { Token } from '../../../shared/text/token.ts';
import type { TextEdit } from './plan.ts';

/**
 * Carries out edits, right to left, so that their indexes stay valid. Call inside one transaction.
 * `marksBefore` answers the marks of the character left of an index, or null if none stands there.
 */
export function writeEdits(
  text: Y.Text,
  edits: readonly TextEdit[],
  marksBefore: (index: number) => Marks | null,
): void {
  for (const edit of edits.toReversed()) {
    if (edit.kind === 'format') text.format(edit.index, edit.length, { ...edit.attributes });
    else if (edit.kind === 'head') {
      const marker = markerAt(text, edit.index);
      if (marker !== null) setHead(marker, edit.before, edit.after);
    } else {
      if (edit.unknown) removeTokens(text, edit.index, edit.remove);
      else text.delete(edit.index, edit.remove);
      const [only, ...more] = edit.insert;
      if (only?.kind === 'characters' && more.length === 0)
        typeCharacters(text, edit.index, only, marksBefore);
      else insertTokens(text, edit.index, edit.insert);
    }
  }
}

/**
 * Ordinary typing. Stating marks makes Yjs walk the text from its start; a plain insert finds its place by search
 * marker and takes the format in force there. So insert plainly, and state the marks only where the new
 * characters may have got others than wanted: a format item stands to their left, or no equal character does.
 */
function typeCharacters(
  text: Y.Text,
  index: number,
  { text: characters, marks }: Extract<Token, { kind: 'characters' }>,
  marksBefore: (index: number) => Marks | null,
): void {
  const before = marksBefore(index);
  text.insert(index, characters);
  if (before !== null && sameMarks(before, marks) && follows(text)) return;
  text.format(index, characters.length, statedMarks(marks));
}

/** Whether the newest own item directly follows visible content, with no format item between. */
function follows(text: Y.Text): boolean {
  const doc = text.doc;
  const newest = doc?.store.clients.get(doc.clientID)?.at(-1);
  if (!(newest instanceof Y.Item) || newest.parent !== text) return false;
  for (let item = newest.left; item !== null; item = item.left) if (!item.deleted) return item.countable;
  return false;
}
