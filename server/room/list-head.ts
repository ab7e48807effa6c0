import * as Y from 'yjs';
import type { Insertion } from './insertions.ts';
import { type List, type LooseStructs, stretchAt } from './loose-structs.ts';
import type { Place } from './place.ts';
import { structAt } from './struct-at.ts';

/** The list in which something is put that has no left neighbour; null where Yjs puts it nowhere. */
export function headOf(doc: Y.Doc, loose: LooseStructs, { list, rightOrigin }: Insertion): List | null {
  if (list === undefined) return rightOrigin === null ? null : listAt(doc, loose, rightOrigin);
  const { parent, key } = list;
  if (typeof parent === 'string') return listOf(`/${parent}`, doc.share.get(parent) ?? null, key);
  const name = nameOf(parent);
  if (stretchAt(loose, parent) !== null) return listOf(name, null, key);
  const struct = structAt(doc, parent);
  const content = struct instanceof Y.Item ? struct.content : null;
  return content instanceof Y.ContentType ? listOf(name, content.type, key) : null;
}

/** The list that has something in it. */
function listAt(doc: Y.Doc, loose: LooseStructs, place: Place): List | null {
  const root = stretchAt(loose, place)?.root;
  if (root !== undefined && root.list !== null) return root.list;
  const item = structAt(doc, root ?? place);
  const type = item instanceof Y.Item ? item.parent : null;
  if (!(item instanceof Y.Item) || !(type instanceof Y.AbstractType)) return null;
  const holder = type._item;
  return listOf(holder === null ? `/${Y.findRootTypeKey(type)}` : nameOf(holder.id), type, item.parentSub);
}

/** Roots have names, other types stand somewhere. */
const nameOf = ({ client, clock }: Place): string => `${client}.${clock}`;

type Content = Pick<Y.Map<unknown>, '_start' | '_map'>;

function listOf(parent: string, type: Content | null, key: string | null): List {
  if (key === null) return { name: parent, keyed: false, first: () => type?._start ?? null };
  return { name: `${parent}\0${key}`, keyed: true, first: () => firstOf(type?._map.get(key) ?? null) };
}

function firstOf(last: Y.Item | null): Y.Item | null {
  let first = last;
  while (first?.left != null) first = first.left;
  return first;
}
