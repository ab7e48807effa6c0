import type { ClientId } from '../ports/text-log.ts';
import type { Place } from './place.ts';
import type { Need, ReadUpdate, Section } from './update-reader.ts';

/** For every clientID the clock behind its last known struct: what Yjs calls a state vector. */
export type Frontier = ReadonlyMap<ClientId, number>;

/** A section on its way into the text, with the index of its first need that is not known to be met. */
interface Walk {
  readonly section: Section;
  need: number;
}

/**
 * The frontier after integrating as much of an update as can be on top of `known`, as Yjs does it: each struct
 * waits for what it builds on, wherever in the update that stands. Only clientIDs of the update are answered.
 *
 * A section is looked at again only when something that it waits for has come, so the work grows with the update
 * and not with its square: 20,000 sections that wait for one another backwards must not hold up the room.
 */
export function reachOf(update: ReadUpdate, known: Frontier): Map<ClientId, number> {
  const reach = new Map<ClientId, number>();
  for (const { client } of update.sections) reach.set(client, known.get(client) ?? 0);
  const frontierOf = (client: ClientId): number => reach.get(client) ?? known.get(client) ?? 0;
  const moving = update.sections.map((section): Walk => ({ section, need: 0 })).reverse();
  const waiting = moving.length === 1 ? new Map<ClientId, Waiting[]>() : whoWaitsFor(moving, reach);
  for (let walk = moving.pop(); walk !== undefined; walk = moving.pop()) {
    const { client, start, end, needs } = walk.section;
    const before = frontierOf(client);
    if (before < start || before >= end) continue;
    // What is known already has met its needs long ago. Of a struct that is half known the update may tell others than it
    // came with, and Yjs asks for those before it takes the rest.
    const isMet = (need: Need): boolean => need.end <= before || frontierOf(need.client) > need.clock;
    while (walk.need < needs.length && isMet(needs[walk.need] as Need)) walk.need += 1;
    const after = Math.max(before, needs[walk.need]?.at ?? end);
    if (after === before) continue;
    reach.set(client, after);
    const waiters = waiting.get(client) ?? [];
    for (let next = waiters.at(-1); next !== undefined && next.clock < after; next = waiters.at(-1)) {
      moving.push(next.walk);
      waiters.pop();
    }
  }
  return reach;
}

interface Waiting {
  readonly walk: Walk;
  /** The clock that must be known, itself included. */
  readonly clock: number;
}

/** For each clientID of an update who may wait for it, the latest first; a section also waits for those before it. */
function whoWaitsFor(
  walks: readonly Walk[],
  clients: ReadonlyMap<ClientId, number>,
): Map<ClientId, Waiting[]> {
  const waiting = new Map<ClientId, Waiting[]>();
  const add = (walk: Walk, client: ClientId, clock: number): void => {
    const list = waiting.get(client);
    if (list === undefined) waiting.set(client, [{ walk, clock }]);
    else list.push({ walk, clock });
  };
  for (const walk of walks) {
    const { client, start, needs } = walk.section;
    if (start > 0) add(walk, client, start - 1);
    for (const need of needs) if (clients.has(need.client)) add(walk, need.client, need.clock);
  }
  for (const list of waiting.values()) list.sort((a, b) => b.clock - a.clock);
  return waiting;
}

/**
 * Something that is missing for integrating all of an update, deletions included, at once; null when nothing is.
 * Until that is known, which the update itself cannot bring about, it is no use to look at the update again.
 */
export function missingFor(update: ReadUpdate, known: Frontier): Place | null {
  const reach = reachOf(update, known);
  const frontierOf = (client: ClientId): number => reach.get(client) ?? known.get(client) ?? 0;
  /** Clock behind everything that the update has of a clientID. */
  const ends = new Map<ClientId, number>();
  for (const { client, end } of update.sections) ends.set(client, end);
  let circular: Place | null = null;
  let before: Section | null = null;
  for (const section of update.sections) {
    const { client, start, end, needs } = section;
    const at = frontierOf(client);
    const follows = before?.client === client && before.end > at;
    before = section;
    if (at >= end || follows) continue;
    if (at < start) return { client, clock: start - 1 };
    const unmet = needs.find((need) => need.end > at && frontierOf(need.client) <= need.clock);
    if (unmet !== undefined && unmet.clock >= (ends.get(unmet.client) ?? 0)) return unmet;
    circular ??= { client, clock: at };
  }
  const beyond = update.deletions.find(({ client, clock, length }) => clock + length > frontierOf(client));
  const deleted =
    beyond === undefined ? null : { client: beyond.client, clock: beyond.clock + beyond.length - 1 };
  return circular ?? deleted;
}

/** Whether all of an update, deletions included, can be integrated at once. */
export const isComplete = (update: ReadUpdate, known: Frontier): boolean =>
  missingFor(update, known) === null;
