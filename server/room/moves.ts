import * as Y from 'yjs';
import type { ClientId } from '../ports/text-log.ts';
import { cut } from './cut.ts';
import { movesForOverwriting } from './deletion-moves.ts';
import type { Insertion } from './insertions.ts';
import type { LooseStructs } from './loose-structs.ts';
import { isSame, type Place } from './place.ts';
import {
  type Added,
  addTypedOn,
  behind,
  GONE,
  JOINS,
  KEYED,
  noteJoin,
  noteMerges,
  pending,
  type Shelves,
  shelfOf,
} from './shelves.ts';
import { structAt } from './struct-at.ts';
import { topAt, topOf } from './tops.ts';
import { CHARACTERS, MERGING } from './update-content.ts';
import type { Cost } from './walk.ts';

/**
 * How many structs Yjs moves at most in its arrays for an insertion, at a nanosecond each: when it cuts others, and when what was
 * cut or came becomes one again. Each pair of a place where something is taken out and a struct behind it is counted with the
 * later of the two. Notes the insertion. `cost`: what walk.ts says of it.
 */
export function movesFor(doc: Y.Doc, { shelves }: LooseStructs, insertion: Insertion, cost: Cost): number {
  const { origin, rightOrigin } = insertion;
  const top = topOf(doc, shelves, insertion);
  // Whoever reads it after one of them is gone puts it nowhere, and others have it.
  if (top === undefined) return Number.POSITIVE_INFINITY;
  // Right behind its left neighbour it keeps the two halves apart.
  const isBetween = cost.steps === 0 && cost.between === 0 && top !== GONE;
  let moves = 0;
  const next = origin === null ? null : { client: origin.client, clock: origin.clock + 1 };
  // Behind its own last it parts nothing.
  if (next !== null && !isSame(next, insertion))
    moves += cut(doc, shelves, next, !isBetween) + parted(doc, shelves, next);
  if (rightOrigin !== null && !isSame(rightOrigin, next)) moves += cut(doc, shelves, rightOrigin, true);
  // Of a key only the last value stays.
  if (top !== null && top !== GONE && (origin !== null || cost.steps > 0))
    moves += movesForOverwriting(doc, shelves, insertion, cost);
  return moves + put(doc, shelves, insertion, insertion.kind ?? CHARACTERS, top, cost.structs === 0);
}

/** As `movesFor`, for what goes nowhere. */
export const movesForNothing = (
  doc: Y.Doc,
  { shelves }: LooseStructs,
  { client, clock }: Place,
  end: number,
): number => put(doc, shelves, { client, clock, end, origin: null, rightOrigin: null }, 0, GONE, false);

/** Something comes between what may be deleted on both sides: then two become one there, not all. */
function parted(doc: Y.Doc, shelves: Shelves, place: Place): number {
  const shelf = shelfOf(shelves, place.client);
  shelf.breaks += 1;
  if (shelf.edges.size === 0) return 0;
  noteMerges(shelves, shelf, 1);
  return behind(doc, shelves, place);
}

/** Puts one behind all others. `isTypedOn`: right behind the one before it stands nothing else. */
function put(
  doc: Y.Doc,
  shelves: Shelves,
  insertion: Insertion,
  kind: number,
  top: string | null,
  isTypedOn: boolean,
): number {
  const { client, clock, end, rightOrigin } = insertion;
  const shelf = shelfOf(shelves, client);
  const moves = pending(shelves, shelf);
  const before = shelf.end === clock ? shelf.added.at(-1) : undefined;
  const joins = joinsWith(doc, shelves, insertion, kind, top, before);
  if (isTypedOn && before !== undefined && joins === JOINS.always && top === null && !shelf.edges.has(clock))
    return addTypedOn(shelves, shelf, end);
  shelf.clocks.push(clock);
  shelf.added.push({ clock, before: shelf.structs, kind, top, joins, rightOrigin });
  shelves.size += 1;
  shelf.structs += 1;
  shelf.end = end;
  if (joins === JOINS.always && top === null) noteJoin(shelves, shelf);
  else if (joins === JOINS.always && before?.joins !== JOINS.always) noteMerges(shelves, shelf, 1);
  if (joins === JOINS.deleted && before?.joins !== JOINS.deleted && top !== null)
    addRun(shelves, top, client);
  return moves;
}

function addRun({ under }: Shelves, top: string, client: ClientId): void {
  const runs = under.get(top) ?? new Map<ClientId, number>();
  if (runs.size === 0) under.set(top, runs);
  runs.set(client, (runs.get(client) ?? 0) + 1);
}

/** `before`: what was added before it; what the document ends with has to be asked for. */
function joinsWith(
  doc: Y.Doc,
  shelves: Shelves,
  { client, clock, origin, rightOrigin }: Insertion,
  kind: number,
  top: string | null,
  before: Added | undefined,
): 0 | 1 | 2 {
  const last = before === undefined ? structAt(doc, { client, clock: clock - 1 }) : null;
  if (before === undefined && last === null) return JOINS.never;
  const itsTop = before === undefined ? topAt(doc, shelves, { client, clock: clock - 1 }) : before.top;
  if (top !== null && itsTop !== null) {
    const isGone = (one: string): boolean => one === GONE || shelves.gone.has(one);
    return (isGone(top) && isGone(itsTop)) || top === KEYED || isTyped() ? JOINS.always : JOINS.deleted;
  }
  if (!isTyped()) return JOINS.never;
  const itsKind = before?.kind ?? (last instanceof Y.Item ? last.content.getRef() : 0);
  return kind === itsKind && MERGING.has(kind) ? JOINS.always : JOINS.deleted;

  function isTyped(): boolean {
    const itsRight =
      before === undefined ? (last instanceof Y.Item ? last.rightOrigin : null) : before.rightOrigin;
    return isSame(origin, { client, clock: clock - 1 }) && isSame(rightOrigin, itsRight);
  }
}
