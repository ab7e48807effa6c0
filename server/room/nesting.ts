import * as Y from 'yjs';
import type { ClientId } from '../ports/text-log.ts';
import type { InFlight, RoomState } from './room-state.ts';
import { closeRow } from './row.ts';

/**
 * Levels that shared types may nest. Paragraphs do not nest at all and the deepest trees of other editors a dozen times;
 * Yjs deletes a type with everything in it by recursion, which some thousand levels would overflow, in the middle of it.
 */
const NESTING = 64;

type Struct = Y.Item | Y.GC;

/** Structs of updates that the text does not have yet, in the order of their clocks. */
type Loose = ReadonlyMap<ClientId, readonly Struct[]>;

/** What was taken apart for a room so far. */
interface Flying {
  readonly entries: WeakSet<InFlight>;
  readonly structs: Map<ClientId, Struct[]>;
}
const flights = new WeakMap<RoomState, Flying>();

/** How deep a loose struct stands, once that is known. */
const levels = new WeakMap<Struct, number>();

/**
 * Whether a shared type of an update would stand too deep. Of the update only what is new: what it says of known structs
 * need not be so. Costs nothing for updates without types; for others what is on its way into the log is taken apart once,
 * because the type may stand in or beside something in it.
 */
export function nestsTooDeep(room: RoomState, update: Uint8Array): boolean {
  const structs = structsOf(update);
  const own = byClient(structs);
  const flying = inFlightOf(room);
  return structs.some(
    (struct) =>
      struct instanceof Y.Item &&
      struct.content instanceof Y.ContentType &&
      levelOf(struct, room.text.doc, [own, flying]) > NESTING,
  );
}

const structsOf = (update: Uint8Array): Struct[] =>
  Y.decodeUpdate(update).structs.filter((struct): struct is Struct => !(struct instanceof Y.Skip));

function byClient(structs: readonly Struct[], into = new Map<ClientId, Struct[]>()): Map<ClientId, Struct[]> {
  for (const struct of structs) {
    const list = into.get(struct.id.client);
    if (list === undefined) into.set(struct.id.client, [struct]);
    else list.push(struct);
  }
  return into;
}

/** Each entry on its way is taken apart once; when nothing is, everything is forgotten. */
function inFlightOf(room: RoomState): Loose {
  let flying = flights.get(room);
  if (flying === undefined || room.inFlight.length === 0) {
    flying = { entries: new WeakSet(), structs: new Map() };
    flights.set(room, flying);
  }
  for (const entry of room.inFlight) {
    if (flying.entries.has(entry)) continue;
    flying.entries.add(entry);
    byClient(structsOf(closeRow(entry.row)), flying.structs);
  }
  return flying.structs;
}

/** 0 for what stands in the text itself, one more for each type around it. Walks instead of recursing. */
function levelOf(struct: Struct, doc: Y.Doc, loose: readonly Loose[]): number {
  const path: { readonly struct: Struct; readonly deeper: number }[] = [];
  const passing = new Set<Struct>();
  let level = 0;
  for (let at: Struct | null = struct; at !== null; ) {
    // What builds on itself in a circle is never taken.
    if (passing.has(at)) break;
    passing.add(at);
    const known = levels.get(at);
    if (known !== undefined) {
      level = known;
      break;
    }
    if (at instanceof Y.GC) break;
    const parent: unknown = at.parent;
    const inside = parent instanceof Y.ID ? parent : null;
    const beside = parent === null ? (at.origin ?? at.rightOrigin) : null;
    path.push({ struct: at, deeper: inside === null ? 0 : 1 });
    const next: Y.ID | null = inside ?? beside;
    if (next === null) break;
    if (next.clock < Y.getState(doc.store, next.client)) {
      level = levelInText(doc, next);
      break;
    }
    at = find(loose, next);
  }
  for (const { struct: passed, deeper } of path.reverse()) {
    level += deeper;
    levels.set(passed, level);
  }
  return level;
}

/** What is gone has no place any more: whatever is put there goes as well. */
function levelInText(doc: Y.Doc, id: Y.ID): number {
  const structs = doc.store.clients.get(id.client) ?? [];
  let item = structs[Y.findIndexSS(structs, id.clock)] as Y.Item | Y.GC | null | undefined;
  let level = -1;
  while (item instanceof Y.Item) {
    level += 1;
    item = (item.parent as Y.AbstractType<unknown> | null)?._item;
  }
  return Math.max(0, level);
}

function find(loose: readonly Loose[], { client, clock }: Y.ID): Struct | null {
  for (const structs of loose) {
    const list = structs.get(client) ?? [];
    let low = 0;
    let high = list.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = list[middle] as Struct;
      if (clock < struct.id.clock) high = middle - 1;
      else if (clock >= struct.id.clock + struct.length) low = middle + 1;
      else return struct;
    }
  }
  return null;
}
