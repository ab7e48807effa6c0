import * as Y from 'yjs';
import type { ClientId } from '../ports/text-log.ts';
import { becomeOne, isIn } from './becoming-one.ts';
import { cut } from './cut.ts';
import type { Insertion } from './insertions.ts';
import { amongAdded, amongLoose, merge } from './loose-deletions.ts';
import type { LooseStructs } from './loose-structs.ts';
import { behindAny, type Shelves, shelfOf, structsWith } from './shelves.ts';
import { structAt } from './struct-at.ts';
import { nameOf, topAt } from './tops.ts';
import type { DeletedRange } from './update-reader.ts';
import type { Cost } from './walk.ts';

type Struct = Y.Item | Y.GC;

/**
 * How many structs Yjs moves at most in its arrays for deletions that are new to a text: what they begin and end in is cut, and
 * what is deleted beside each other becomes one. Notes them. Takes work in proportion to what they delete.
 */
export function movesForDeletions(
  doc: Y.Doc,
  { shelves }: LooseStructs,
  ranges: readonly DeletedRange[],
): number {
  return ranges.reduce((moves, range) => moves + deleteRange(doc, shelves, range), 0);
}

function deleteRange(doc: Y.Doc, shelves: Shelves, { client, clock, length }: DeletedRange): number {
  const shelf = shelfOf(shelves, client);
  const end = clock + length;
  let moves = cut(doc, shelves, { client, clock }, false) + cut(doc, shelves, { client, clock: end }, false);
  // Beside what is on its way to be deleted too, or in its middle, it becomes one with that.
  const edges: number[] = [];
  shelf.edges.within(clock, end + 1, (edge) => edges.push(edge));
  for (const edge of edges) moves += merge(doc, shelves, { client, clock: edge });
  for (const edge of [clock, end]) if (!shelf.edges.has(edge)) shelf.edges.add(edge);
  return moves + amongKnown(doc, shelves, client, clock, end) + amongAdded(doc, shelves, client, clock, end);
}

/** As `movesForDeletions`, for the value of a key that gives way to what is put there. */
export function movesForOverwriting(
  doc: Y.Doc,
  shelves: Shelves,
  { origin, rightOrigin }: Insertion,
  cost: Cost,
): number {
  const struct = origin === null ? null : structAt(doc, origin);
  if (struct instanceof Y.Item && struct.parentSub === null) return 0;
  const isLast = struct instanceof Y.Item && struct.right === null && rightOrigin === null;
  if (isLast && cost.steps === 0 && cost.between === 0)
    return struct.deleted ? 0 : deleteRange(doc, shelves, { ...struct.id, length: struct.length });
  // One in whatever array.
  shelves.merges += 1;
  shelves.size += 1;
  return behindAny(doc, shelves);
}

function amongKnown(doc: Y.Doc, shelves: Shelves, client: ClientId, clock: number, end: number): number {
  const structs = structsWith(doc, { client, clock }) as Struct[] | null;
  if (structs === null) return 0;
  let moves = 0;
  const runs: Run[] = [];
  const holders = new Set<Y.Item>();
  let isRun = false;
  for (let k = Y.findIndexSS(structs, clock); k < structs.length; k += 1) {
    const struct = structs[k] as Struct;
    const left = structs[k - 1];
    const isInside = struct.id.clock < end;
    if (!isInside && (struct.id.clock > end || !struct.deleted)) break;
    const isOne =
      left !== undefined &&
      (left.deleted || left.id.clock + left.length > clock) &&
      struct.id.clock >= clock &&
      becomeOne(left, struct);
    if (isOne && !isRun) runs.push({ clock: struct.id.clock, pairs: 0, surely: 0 });
    const run = runs.at(-1);
    if (isOne && run !== undefined) {
      run.pairs += 1;
      if (isIn(holders, left) && isIn(holders, struct)) run.surely += 1;
    }
    isRun = isOne;
    if (!isInside) break;
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) continue;
    holders.add(struct);
    moves += withType(doc, shelves, struct, struct.content.type, { client, clock, length: end - clock });
  }
  return moves + mergeRuns(doc, shelves, client, runs);
}

/** Structs beside each other that become one. */
interface Run {
  readonly clock: number;
  /** How many follow another. */
  pairs: number;
  /** How many of them are surely gone then. */
  surely: number;
}

/** Yjs makes them one from right to left, so what is gone is not moved any more. */
function mergeRuns(doc: Y.Doc, shelves: Shelves, client: ClientId, runs: readonly Run[]): number {
  let moves = 0;
  let gone = 0;
  const { breaks } = shelfOf(shelves, client);
  for (const { clock, pairs, surely } of runs.toReversed()) {
    moves += merge(doc, shelves, { client, clock }) - gone;
    gone += surely;
    // What is put between them meanwhile makes two runs of one.
    for (let parts = Math.min(breaks, pairs); parts > 0; parts -= 1)
      moves += merge(doc, shelves, { client, clock });
  }
  return moves;
}

/** All that is in a type goes with it, whatever became of it before; of what is `counted` that is known already. */
function withType(
  doc: Y.Doc,
  shelves: Shelves,
  holder: Y.Item,
  type: Y.AbstractType<unknown>,
  counted: DeletedRange,
): number {
  let moves = amongLoose(shelves, topAt(doc, shelves, holder.id) ?? nameOf(holder.id));
  let last: Y.Item | null = null;
  eachIn(type, (item) => {
    const { client, clock } = item.id;
    const goesOn =
      !item.deleted && last !== null && last.id.client === client && last.id.clock + last.length === clock;
    const isCounted =
      !item.deleted &&
      client === counted.client &&
      clock >= counted.clock &&
      clock < counted.clock + counted.length;
    if (!goesOn && !isCounted) moves += merge(doc, shelves, item.id) + merge(doc, shelves, item.id);
    last = item;
    if (item.content instanceof Y.ContentType)
      moves += withType(doc, shelves, item, item.content.type, counted);
  });
  return moves;
}

function eachIn({ _start, _map }: Y.AbstractType<unknown>, tell: (item: Y.Item) => void): void {
  for (let item = _start; item !== null; item = item.right) tell(item);
  for (const value of _map.values())
    for (let item: Y.Item | null = value; item !== null; item = item.left) tell(item);
}
