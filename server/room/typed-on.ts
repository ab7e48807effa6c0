import type * as Y from 'yjs';
import { cut } from './cut.ts';
import { goesOn } from './goes-on.ts';
import { type LooseStructs, spotAt } from './loose-structs.ts';
import { addTypedOn } from './shelves.ts';
import type { Typed } from './typed.ts';
import { CHARACTERS } from './update-content.ts';

/**
 * The quick way of nearly every key: one character right behind the last of its clientID, which is on its way too, and left of
 * the same neighbour. Yjs passes nothing for it, and it becomes one with that before it. Answers how many structs are moved for
 * it, and notes it, as walk.ts and moves.ts do; null when they must look.
 */
export function movesForTypedOn(doc: Y.Doc, loose: LooseStructs, typed: Typed): number | null {
  const { client, clock, end, origin, rightOrigin } = typed;
  if (origin === null || end !== clock + 1) return null;
  const { shelves } = loose;
  const shelf = shelves.byClient.get(client);
  const last = shelf?.added.at(-1);
  const stretch = loose.stretches.get(client)?.at(-1);
  if (shelf === undefined || last === undefined || stretch === undefined) return null;
  if (shelf.end !== clock || stretch.end !== clock) return null;
  if (last.top !== null || last.kind !== CHARACTERS) return null;
  if (!goesOn(typed, stretch) || !goesOn(typed, last)) return null;
  if (spotAt(loose, origin) !== null || shelf.edges.has(clock)) return null;
  stretch.end = end;
  stretch.root.weight += 1;
  const moves = rightOrigin === null ? 0 : cut(doc, shelves, rightOrigin, true);
  return moves + addTypedOn(shelves, shelf, end);
}
