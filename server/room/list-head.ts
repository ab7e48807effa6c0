import * as Y from 'yjs';
import type { Insertion } from './insertions.ts';
import { type List, type LooseStructs, stretchAt } from './loose-structs.ts';
import type { Place } from './place.ts';
import { structAt } from './struct-at.ts';

/** The list in which something is put that has no left neighbour; null where Yjs puts it nowhere. */
export function headOf(doc: Y.Doc, loose: LooseStructs, { list, rightOrigin }: Insertion): List | null {
  if (list === undefined) return rightOrigin === null ? null : listAt(doc, loose, rightOrigin);
  const { parent, key } = list;
  if (typeof parent === 'string') return listOf(parent, doc.share.get(parent) ?? null, key);
  if (stretchAt(loose, parent) !== null) return listOf(parent, null, key);
  const struct = structAt(doc, parent);
  const content = struct instanceof Y.Item ? struct.content : null;
  return content instanceof Y.ContentType ? listOf(parent, content.type, key) : null;
}

/** The list that has something in it. */
function listAt(doc: Y.Doc, loose: LooseStructs, place: Place): List | null {
  const root = stretchAt(loose, place)?.root;
  if (root !== undefined && root.list !== null) return root.list;
  const item = structAt(doc, root ?? place);
  const type = item instanceof Y.Item ? item.parent : null;
  if (!(item instanceof Y.Item) || !(type instanceof Y.AbstractType)) return null;
  const holder = type._item;
  return listOf(holder === null ? Y.findRootTypeKey(type) : holder.id, type, item.parentSub);
}

/** Roots have names, other types stand somewhere. */
const nameOf = (parent: string | Place): string =>
  typeof parent === 'string' ? `/${parent}` : `${parent.client}.${parent.clock}`;

type Content = Pick<Y.Map<unknown>, '_start' | '_map'>;

function listOf(parent: string | Place, type: Content | null, key: string | null): List {
  const name = key === null ? nameOf(parent) : `${nameOf(parent)}\0${key}`;
  return { name, parent, key, keyed: key !== null, first: () => firstOf(type, key) };
}

/** What a list begins with in the document, whatever of it is on its way besides. */
export function firstIn(doc: Y.Doc, { parent, key }: Pick<List, 'parent' | 'key'>): Y.Item | null {
  if (typeof parent === 'string') return firstOf(doc.share.get(parent) ?? null, key);
  const struct = structAt(doc, parent);
  const content = struct instanceof Y.Item ? struct.content : null;
  return content instanceof Y.ContentType ? firstOf(content.type, key) : null;
}

function firstOf(type: Content | null, key: string | null): Y.Item | null {
  let first = (key === null ? type?._start : type?._map.get(key)) ?? null;
  while (key !== null && first?.left != null) first = first.left;
  return first;
}
