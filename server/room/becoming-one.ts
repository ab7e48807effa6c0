import * as Y from 'yjs';

type Struct = Y.Item | Y.GC;

const isNested = (struct: Struct): boolean =>
  struct instanceof Y.Item && struct.parent instanceof Y.AbstractType && struct.parent._item !== null;

/** Whether two that stand beside each other in an array become one when both are deleted. */
export function becomeOne(left: Struct, right: Struct): boolean {
  if (!(left instanceof Y.Item) || !(right instanceof Y.Item)) return isNested(left) || isNested(right);
  if (isNested(left) && isNested(right)) return true;
  const { origin, rightOrigin } = right;
  return (
    right.left === left &&
    origin?.client === left.id.client &&
    origin.clock === right.id.clock - 1 &&
    Y.compareIDs(rightOrigin, left.rightOrigin)
  );
}

/** Whether something is in one of these types. */
export const isIn = (holders: ReadonlySet<Y.Item>, struct: Struct): boolean =>
  struct instanceof Y.Item &&
  struct.parent instanceof Y.AbstractType &&
  struct.parent._item !== null &&
  holders.has(struct.parent._item);
