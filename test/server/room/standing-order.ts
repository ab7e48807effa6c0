import * as Y from 'yjs';
import { eachInLists } from '../../../server/room/siblings.ts';

/**
 * Of each list of a text, what stands in it from left to right, deleted or not: what all who have it must agree on. Of what
 * is deleted nothing is said, since Yjs itself takes formats away that do nothing, in each document at its own time.
 */
export function standingOrder(doc: Y.Doc): string[] {
  const lists: string[][] = [];
  eachInLists(doc, (item) => {
    if (item.left === null) lists.push([nameOf(item)]);
    const list = lists.at(-1);
    for (let k = 0; k < item.length; k += 1) list?.push(`${item.id.client}.${item.id.clock + k}`);
  });
  return lists.map((list) => list.join(' ')).sort();
}

function nameOf({ parent, parentSub }: Y.Item): string {
  if (!(parent instanceof Y.AbstractType)) return 'nowhere';
  const holder = parent._item;
  const name = holder === null ? Y.findRootTypeKey(parent) : `${holder.id.client}.${holder.id.clock}`;
  return `${name}/${parentSub ?? ''}:`;
}
