import * as Y from 'yjs';
import { headPart, lookAhead, partAt, rightOf } from './ahead.ts';
import { causalPast } from './causal-past.ts';
import { goesOn } from './goes-on.ts';
import type { Insertion } from './insertions.ts';
import { firstIn, headOf } from './list-head.ts';
import { isTaken, type LooseStructs, stretchAt } from './loose-structs.ts';
import type { Part } from './parts.ts';
import { isSame } from './place.ts';
import { GONE } from './shelves.ts';
import type { Past } from './sights.ts';
import { structAt } from './struct-at.ts';
import { topAt } from './tops.ts';

/** So many parts of lists, and entries of what was seen, are looked at in the time of a step (half a microsecond). */
const LOOKS_PER_STEP = 16;

/**
 * R81: whether there can have been a text that had all that an insertion builds on and in which its neighbours stood beside
 * each other: whether nothing of that stands between them. Of such insertions everybody reads the same, in whatever order
 * they come; of others that is not so. Infinity if there can not, else the steps that finding it out took.
 */
export function stepsToLook(doc: Y.Doc, loose: LooseStructs, insertion: Insertion): number {
  if (isTypedOn(doc, loose, insertion) || isSurelyBeside(doc, loose, insertion)) return 0;
  const { ahead } = loose;
  const before = ahead.looked;
  lookAhead(doc, loose);
  let looked = 0;
  let past: Past | null = null;
  const isSeen = ({ client }: Part, clock: number): boolean => {
    looked += 1;
    if (client === insertion.client) return true;
    if (past === null) {
      const found = causalPast(doc, loose, insertion);
      past = found.past;
      looked += found.looked;
    }
    return clock < (past.get(client) ?? 0);
  };
  if (standApart(doc, loose, insertion, isSeen)) return Number.POSITIVE_INFINITY;
  return (looked + ahead.looked - before) / LOOKS_PER_STEP;
}

/** Whether the right one does not stand right of the left one, or something that was seen stands between them. */
function standApart(
  doc: Y.Doc,
  loose: LooseStructs,
  insertion: Insertion,
  isSeen: (part: Part, clock: number) => boolean,
): boolean {
  const { origin, rightOrigin } = insertion;
  const left = origin === null ? null : partAt(doc, loose, origin);
  const right = rightOrigin === null ? null : partAt(doc, loose, rightOrigin);
  const list = origin === null ? headOf(doc, loose, insertion) : null;
  // What goes nowhere stands between nothing.
  if (left === null && list === null) return false;
  // Lists go as a whole. What is not known yet is looked at again.
  if (right === null && rightOrigin !== null) return topAt(doc, loose.shelves, rightOrigin) === GONE;
  let part = list === null ? left : headPart(doc, loose, list);
  for (let from = left === null ? part?.start : (origin?.clock ?? 0) + 1; part !== null; from = part?.start) {
    // Whoever saw it saw what stands before it in the same part.
    if (part === right) return from !== rightOrigin?.clock;
    if (from !== undefined && from < part.end && isSeen(part, from)) return true;
    part = rightOf(doc, loose, part);
  }
  return right !== null;
}

/** Typed on: nothing was seen since, except what it is typed behind, which had the same right neighbour. */
function isTypedOn(doc: Y.Doc, loose: LooseStructs, insertion: Insertion): boolean {
  const { client, origin } = insertion;
  const before = origin?.client === client ? (stretchAt(loose, origin) ?? structAt(doc, origin)) : null;
  return before !== null && 'rightOrigin' in before && goesOn(insertion, before);
}

/** Its neighbours stand beside each other in the document, and all it builds on is there; or it is the first in what is new. */
function isSurelyBeside(doc: Y.Doc, loose: LooseStructs, insertion: Insertion): boolean {
  const { client, clock, origin, rightOrigin, list } = insertion;
  const parent = list?.parent;
  if (parent !== undefined && typeof parent !== 'string' && structAt(doc, parent) === null) {
    const head = headOf(doc, loose, insertion);
    return head !== null && !isTaken(loose.heads.get(head.name) ?? null);
  }
  if (Y.getState(doc.store, client) !== clock) return false;
  if (list !== undefined) return firstIn(doc, list) === null;
  if (origin === null) {
    const item = rightOrigin === null ? null : structAt(doc, rightOrigin);
    return item instanceof Y.Item && item.left === null && isSame(item.id, rightOrigin);
  }
  const item = structAt(doc, origin);
  if (!(item instanceof Y.Item)) return false;
  const isLast = origin.clock === item.id.clock + item.length - 1;
  const next = isLast ? (item.right?.id ?? null) : { client: origin.client, clock: origin.clock + 1 };
  return isSame(next, rightOrigin);
}
