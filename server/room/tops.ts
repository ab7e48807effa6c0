import * as Y from 'yjs';
import type { Insertion } from './insertions.ts';
import type { Place } from './place.ts';
import { addedAt, GONE, KEYED, type Shelves, shelfOf } from './shelves.ts';
import { structAt } from './struct-at.ts';
import { TYPE } from './update-content.ts';

/** What an insertion will be in; undefined when its neighbours are not in one place, which no editor makes. */
export function topOf(
  doc: Y.Doc,
  shelves: Shelves,
  { origin, rightOrigin, list }: Insertion,
): string | null | undefined {
  if (list !== undefined) {
    const { parent, key } = list;
    if (typeof parent === 'string') return key === null ? null : KEYED;
    return isType(doc, shelves, parent) ? (topAt(doc, shelves, parent) ?? nameOf(parent)) : GONE;
  }
  if (origin === null) return rightOrigin === null ? null : topAt(doc, shelves, rightOrigin);
  const left = topAt(doc, shelves, origin);
  const right = rightOrigin === null ? left : topAt(doc, shelves, rightOrigin);
  if (left === right) return left;
  // What is in a text is never gone, and what is gone was in one type.
  return left !== null && right !== null && (left === GONE || right === GONE) ? GONE : undefined;
}

function isType(doc: Y.Doc, shelves: Shelves, place: Place): boolean {
  const struct = structAt(doc, place);
  if (struct !== null) return struct instanceof Y.Item && struct.content instanceof Y.ContentType;
  return addedAt(shelfOf(shelves, place.client), place.clock)?.kind === TYPE;
}

/** What something is in that is there, or on its way. */
export function topAt(doc: Y.Doc, shelves: Shelves, place: Place): string | null {
  const struct = structAt(doc, place);
  if (struct === null) return addedAt(shelfOf(shelves, place.client), place.clock)?.top ?? null;
  if (!(struct instanceof Y.Item)) return GONE;
  const keyed = struct.parentSub !== null;
  let holder = holderOf(struct);
  if (holder === null) return keyed ? KEYED : null;
  for (let next = holderOf(holder); next !== null; next = holderOf(holder)) holder = next;
  return nameOf(holder.id);
}

const holderOf = ({ parent }: Y.Item): Y.Item | null =>
  parent instanceof Y.AbstractType ? parent._item : null;

export const nameOf = ({ client, clock }: Place): string => `${client}.${clock}`;
