import type { Mark, Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import * as Y from 'yjs';
import { charactersOf, markerOf } from '../../../shared/text/content.ts';

/** More new or removed items than this in one update are not ordinary typing. */
const MOST_ITEMS = 64;

/** A run of plain characters that somebody else typed or removed at one place. */
interface Typing {
  readonly insert: string;
  readonly remove: number;
  /** Leftmost and rightmost item of the run. */
  readonly first: Y.Item;
  readonly last: Y.Item;
}

/**
 * The quick path for ordinary typing by others: finds the paragraph by walking left from the one changed run to its
 * marker, instead of reading the text (rule B9). Answers false, and changes nothing, if the transaction is anything
 * else or a doubt remains. Call it only while every marker has an id of its own.
 */
export function applyTyping(tr: Transaction, text: Y.Text, transaction: Y.Transaction): boolean {
  const typing = readTyping(text, transaction);
  if (typing === null) return false;
  const left = walkLeft(typing.first);
  // Words without a marker come and go with their paragraph: not ordinary.
  if (left.marker === null) return false;
  const paragraph = findParagraph(tr.doc, left.marker);
  if (paragraph === null) return false;
  const from = paragraph.start + 1 + left.characters;
  const to = from + typing.remove;
  if (to > paragraph.start + 1 + paragraph.node.content.size) return false;
  if (typing.insert === '') {
    tr.delete(from, to);
    return true;
  }
  const marks = marksThere(tr.doc, from, left, typing.last);
  if (marks === null) return false;
  tr.replaceWith(from, to, tr.doc.type.schema.text(typing.insert, marks));
  return true;
}

function readTyping(text: Y.Text, transaction: Y.Transaction): Typing | null {
  const { changed, deleteSet } = transaction;
  const [[type, keys] = [], ...others] = changed;
  if ((type as unknown) !== text || others.length > 0 || keys?.size !== 1 || !keys.has(null)) return null;
  const added = addedItems(transaction);
  if (added === null || (added.length > 0 && deleteSet.clients.size > 0)) return null;
  const items = added.length > 0 ? added : removedItems(transaction);
  if (items === null || items.length === 0) return null;
  let length = 0;
  for (const [i, item] of items.entries()) {
    const plain = item.parent === text && item.content instanceof Y.ContentString;
    if (!plain || item.deleted === added.length > 0) return null;
    if (i > 0 && items[i - 1]?.right !== item) return null;
    length += item.length;
  }
  const first = items[0] as Y.Item;
  const last = items.at(-1) as Y.Item;
  // Yjs writes U+FFFD where a change fell inside a character: then a neighbour changed as well.
  if (endsBroken(first.left) || beginsBroken(last.right)) return null;
  return added.length > 0
    ? { insert: items.map(charactersOf).join(''), remove: 0, first, last }
    : { insert: '', remove: length, first, last };
}

const endsBroken = (item: Y.Item | null): boolean =>
  item !== null && item.content instanceof Y.ContentString && item.content.str.endsWith('\uFFFD');
const beginsBroken = (item: Y.Item | null): boolean =>
  item !== null && item.content instanceof Y.ContentString && item.content.str.startsWith('\uFFFD');

/** The items a transaction brought, oldest first: of one client, and few. Null if there is more to it. */
function addedItems({ doc, beforeState, afterState }: Y.Transaction): Y.Item[] | null {
  let found: Y.Item[] = [];
  for (const [client, clock] of afterState) {
    const before = beforeState.get(client) ?? 0;
    if (clock <= before) continue;
    if (found.length > 0) return null;
    const structs = doc.store.clients.get(client) ?? [];
    const items: Y.Item[] = [];
    for (let i = structs.length - 1; i >= 0; i--) {
      const struct = structs[i] as Y.Item | Y.GC;
      if (struct.id.clock < before) break;
      if (!(struct instanceof Y.Item) || items.length === MOST_ITEMS) return null;
      items.push(struct);
    }
    found = items.reverse();
  }
  return found;
}

/** The items a transaction removed: one stretch of one client's, and few. Null if there is more to it. */
function removedItems({ doc, deleteSet, beforeState }: Y.Transaction): Y.Item[] | null {
  if (deleteSet.clients.size !== 1) return null;
  const [[client, stretches]] = [...deleteSet.clients] as [[number, { clock: number; len: number }[]]];
  const [stretch, ...more] = stretches;
  if (stretch === undefined || more.length > 0) return null;
  const end = stretch.clock + stretch.len;
  if (end > (beforeState.get(client) ?? 0)) return null;
  const structs = doc.store.clients.get(client) ?? [];
  const items: Y.Item[] = [];
  for (let i = Y.findIndexSS(structs, stretch.clock); i < structs.length; i++) {
    const struct = structs[i] as Y.Item | Y.GC;
    if (struct.id.clock >= end) break;
    if (!(struct instanceof Y.Item) || items.length === MOST_ITEMS) return null;
    items.push(struct);
  }
  return items;
}

interface LeftSide {
  readonly marker: Y.Map<unknown> | null;
  /** Characters between the marker and the run. */
  readonly characters: number;
  /** Whether the run follows a character of its paragraph with no format item between. */
  readonly joined: boolean;
}

function walkLeft(first: Y.Item): LeftSide {
  let characters = 0;
  let joined = true;
  for (let item = first.left; item !== null; item = item.left) {
    if (item.deleted) continue;
    const marker = markerOf(item);
    if (marker !== null) return { marker, characters, joined: joined && characters > 0 };
    if (item.countable) characters += item.length;
    else if (characters === 0) joined = false;
  }
  return { marker: null, characters, joined: joined && characters > 0 };
}

function findParagraph(
  doc: Node,
  marker: Y.Map<unknown>,
): { readonly node: Node; readonly start: number } | null {
  const id = marker.get('id');
  let start = 0;
  for (let k = 0; k < doc.childCount; k++) {
    const node = doc.child(k);
    if (node.attrs.id === id) return { node, start };
    start += node.nodeSize;
  }
  return null;
}

/** Marks of new characters: those of a neighbour they join without a format item between. Null if unsure. */
function marksThere(doc: Node, position: number, left: LeftSide, last: Y.Item): readonly Mark[] | null {
  const $position = doc.resolve(position);
  const { nodeBefore, nodeAfter } = $position;
  if (left.joined) return nodeBefore?.marks ?? null;
  for (let item = last.right; item !== null; item = item.right) {
    if (item.deleted) continue;
    return item.content instanceof Y.ContentString ? (nodeAfter?.marks ?? null) : null;
  }
  return null;
}
