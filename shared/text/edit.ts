import * as Y from 'yjs';
import type { Marks } from '../model/paragraph.ts';
import { type Formats, formatsAround, itemAt, noteFormats } from './content.ts';
import { createMarker, type ParagraphHead } from './marker.ts';
import { statedMarks } from './marks.ts';
import type { Token } from './token.ts';

/*
 * The few edits from which every change of a text is made. Call them inside a transaction. An edit never rewrites
 * what stays, so that words somebody else types meanwhile, and places others remember, keep their neighbours.
 */

/** Sets the keys of a marker that differ, and no others: a concurrent change of another key stands. */
export function setHead(marker: Y.Map<unknown>, before: ParagraphHead, after: ParagraphHead): void {
  const set = (key: string, value: unknown, byDefault: boolean): void => {
    if (!byDefault) marker.set(key, value);
    else if (marker.has(key)) marker.delete(key);
  };
  if (before.id !== after.id) marker.set('id', after.id);
  if (before.kind !== after.kind) marker.set('kind', after.kind);
  if (before.level !== after.level) set('level', after.level, after.level === 0);
  if (before.dir !== after.dir) set('dir', after.dir, after.dir === 'auto');
  if (before.pinned !== after.pinned) set('label', after.pinned, after.pinned === null);
  if (before.from.join(' ') !== after.from.join(' ')) set('from', [...after.from], after.from.length === 0);
}

/** Removes a stretch. Yjs skips contents it does not expect in a text and removes later ones: those go by item. */
export function removeTokens(text: Y.Text, index: number, length: number): void {
  noteFormats(text);
  for (let left = length; left > 0; ) {
    const odd = firstOdd(text, index, left);
    const plain = odd === null ? left : odd.at - index;
    if (plain > 0) text.delete(index, plain);
    left -= plain;
    if (odd === null) return;
    const { item } = odd;
    text.doc?.transact((transaction) => item.delete(transaction));
    if (text._searchMarker !== null) text._searchMarker.length = 0;
    left -= item.length;
  }
}

/** The first item of a stretch that `Y.Text.delete` would step over, with its index. */
function firstOdd(text: Y.Text, index: number, length: number): { item: Y.Item; at: number } | null {
  let at = 0;
  for (let item = text._start; item !== null && at < index + length; item = item.right) {
    if (item.deleted || !item.countable) continue;
    const { content } = item;
    const usual =
      content instanceof Y.ContentString ||
      content instanceof Y.ContentType ||
      content instanceof Y.ContentEmbed;
    if (!usual && at + item.length > index) return { item, at: Math.max(at, index) };
    at += item.length;
  }
  return null;
}

/**
 * Inserts tokens. Characters state every mark; a marker carries the formats that both its neighbours share, or
 * taking a format away elsewhere at the same time would leave it on in the next paragraph (rule T7).
 */
export function insertTokens(text: Y.Text, index: number, tokens: readonly Token[]): void {
  if (tokens.length === 0) return;
  const around = formatsAround(text, index);
  let left: Formats | null = around.left;
  const pieces = tokens.map((token, i) => {
    const formats: Formats =
      token.kind === 'characters'
        ? statedMarks(token.marks)
        : sharedFormats(left, formatsBehind(tokens, i) ?? around.right);
    left = formats;
    return {
      insert: token.kind === 'characters' ? token.text : createMarker(token.head),
      attributes: { ...formats },
    };
  });
  text.applyDelta(index === 0 ? pieces : [{ retain: index }, ...pieces], { sanitize: false });
}

/** Formats of the next characters among the tokens to be inserted, if any. */
function formatsBehind(tokens: readonly Token[], marker: number): Formats | null {
  const next = tokens.slice(marker + 1).find((token) => token.kind === 'characters');
  return next === undefined ? null : statedMarks((next as { marks: Marks }).marks);
}

/** Formats on both sides; where there is only one side, its own. */
function sharedFormats(left: Formats | null, right: Formats | null): Formats {
  if (left === null || right === null) return {};
  return Object.fromEntries(
    Object.entries(left).filter(([key, value]) => value !== null && right[key] === value),
  );
}

/** The item that holds the token at an index holds this marker; null if it holds anything else. */
export function markerAt(text: Y.Text, index: number): Y.Map<unknown> | null {
  const content = itemAt(text, index)?.content;
  return content instanceof Y.ContentType && content.type instanceof Y.Map ? content.type : null;
}
