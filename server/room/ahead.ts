import * as Y from 'yjs';
import { firstIn } from './list-head.ts';
import { type List, type LooseStructs, type Stretch, stretchAt } from './loose-structs.ts';
import { addPart, cutPart, forget, type Part, partUpTo } from './parts.ts';
import { isSame, type Place } from './place.ts';
import { structAt } from './struct-at.ts';

/** Puts what is loose and not in the document yet where it will stand there. */
export function lookAhead(doc: Y.Doc, loose: LooseStructs): void {
  const { ahead } = loose;
  if (!ahead.isWatched) {
    ahead.isWatched = true;
    doc.on('beforeTransaction', () => forget(ahead));
  }
  // What goes on behind something that is there stands behind it.
  const isThere = ({ client, start }: Stretch): boolean => start < Y.getState(doc.store, client);
  if (ahead.applied === 0) loose.recent = loose.recent.filter((stretch) => !isThere(stretch));
  for (; ahead.applied < loose.recent.length; ahead.applied += 1)
    put(doc, loose, loose.recent[ahead.applied] as Stretch);
}

/** The part that has a place; null where nothing has it, or it is gone with its list. */
export function partAt(doc: Y.Doc, loose: LooseStructs, place: Place): Part | null {
  const part = partUpTo(loose.ahead, place);
  if (part !== null && place.clock < part.end) return part;
  const struct = structAt(doc, place);
  if (struct !== null) return struct instanceof Y.Item ? partOf(loose, struct) : null;
  const stretch = stretchAt(loose, place);
  if (stretch === null) return null;
  // What was typed on since goes on behind what is known of it.
  const { client } = place;
  const last = Y.getState(doc.store, client) - 1;
  const known =
    part !== null && stretch.start < part.end ? part : partAt(doc, loose, { client, clock: last });
  if (known !== null) known.end = stretch.end;
  return known;
}

function partOf({ ahead }: LooseStructs, { id, length, origin, rightOrigin }: Y.Item): Part {
  const { client, clock: start } = id;
  return addPart(ahead, { client, start, end: start + length, origin, rightOrigin, right: undefined });
}

/** What stands right of a part. */
export function rightOf(doc: Y.Doc, loose: LooseStructs, part: Part): Part | null {
  if (part.right !== undefined) return part.right;
  const { client, end } = part;
  const item = structAt(doc, { client, clock: Math.min(end, Y.getState(doc.store, client)) - 1 });
  const next = item instanceof Y.Item ? item.right : null;
  part.right = next === null ? null : partAt(doc, loose, next.id);
  return part.right;
}

/** What a list begins with. */
export function headPart(doc: Y.Doc, loose: LooseStructs, list: List): Part | null {
  const { heads } = loose.ahead;
  const known = heads.get(list.name);
  if (known !== undefined) return known;
  const first = firstIn(doc, list);
  const part = first === null ? null : partAt(doc, loose, first.id);
  heads.set(list.name, part);
  return part;
}

/**
 * Puts something where Yjs will (yjs/src/structs/Item.js, integrate): behind its left neighbour, and behind those of lower clientIDs
 * that others put there, with all that hangs behind these.
 */
function put(
  doc: Y.Doc,
  loose: LooseStructs,
  { client, start, end, origin, rightOrigin, root }: Stretch,
): void {
  const list = origin === null ? root.list : null;
  let left = origin === null ? null : endingAt(doc, loose, origin);
  // What went with its list stands nowhere.
  if (left === null && list === null) return;
  const right = rightOrigin === null ? null : startingAt(doc, loose, rightOrigin);
  const follower = (part: Part | null): Part | null =>
    part !== null ? rightOf(doc, loose, part) : list === null ? null : headPart(doc, loose, list);
  const before = new Set<Part>();
  const conflicting = new Set<Part>();
  for (let other = follower(left); other !== null && other !== right; other = rightOf(doc, loose, other)) {
    before.add(other);
    conflicting.add(other);
    const theirs = other.origin === null ? null : partAt(doc, loose, other.origin);
    if (isSame(origin, other.origin)) {
      if (other.client < client) {
        left = other;
        conflicting.clear();
      } else if (isSame(rightOrigin, other.rightOrigin)) break;
    } else if (theirs !== null && before.has(theirs)) {
      if (conflicting.has(theirs)) continue;
      left = other;
      conflicting.clear();
    } else break;
  }
  const part = addPart(loose.ahead, { client, start, end, origin, rightOrigin, right: follower(left) });
  if (left !== null) left.right = part;
  else if (list !== null) loose.ahead.heads.set(list.name, part);
}

/** The part that ends with a place, cut out of the one that has it. */
function endingAt(doc: Y.Doc, loose: LooseStructs, place: Place): Part | null {
  const part = partAt(doc, loose, place);
  if (part !== null && place.clock + 1 < part.end) cutPart(loose.ahead, part, place.clock + 1);
  return part;
}

/** The part that begins with a place, cut out of the one that has it. */
function startingAt(doc: Y.Doc, loose: LooseStructs, place: Place): Part | null {
  const part = partAt(doc, loose, place);
  return part === null || part.start === place.clock ? part : cutPart(loose.ahead, part, place.clock);
}
