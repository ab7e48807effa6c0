import type { ClientId } from '../ports/text-log.ts';
import type { ReadUpdate } from './update-reader.ts';

/** For every clientID the clock behind its last known struct: what Yjs calls a state vector. */
export type Frontier = ReadonlyMap<ClientId, number>;

/**
 * The frontier after integrating as much of an update as can be on top of `known`, as Yjs does it: each struct
 * waits for what it builds on, wherever in the update that stands. Only clientIDs of the update are answered.
 */
export function reachOf(update: ReadUpdate, known: Frontier): Map<ClientId, number> {
  const reach = new Map<ClientId, number>();
  for (const { client } of update.sections) reach.set(client, known.get(client) ?? 0);
  const frontierOf = (client: ClientId): number => reach.get(client) ?? known.get(client) ?? 0;
  for (let moved = true; moved; ) {
    moved = false;
    for (const section of update.sections) {
      const before = frontierOf(section.client);
      if (before < section.start || before >= section.end) continue;
      // What is known already has met its needs long ago.
      const unmet = section.needs.find((need) => need.at >= before && frontierOf(need.client) <= need.clock);
      const after = Math.max(before, unmet?.at ?? section.end);
      if (after === before) continue;
      reach.set(section.client, after);
      moved = true;
    }
  }
  return reach;
}

/** Whether all of an update, deletions included, can be integrated at once. */
export function isComplete(update: ReadUpdate, known: Frontier): boolean {
  const reach = reachOf(update, known);
  const frontierOf = (client: ClientId): number => reach.get(client) ?? known.get(client) ?? 0;
  return (
    update.sections.every((section) => frontierOf(section.client) >= section.end) &&
    update.deletions.every((range) => range.clock + range.length <= frontierOf(range.client))
  );
}
