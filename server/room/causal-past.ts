import type * as Y from 'yjs';
import type { ClientId } from '../ports/text-log.ts';
import type { Insertion } from './insertions.ts';
import { lastUpTo } from './last-up-to.ts';
import { type LooseStructs, type Stretch, startOf } from './loose-structs.ts';
import type { Place } from './place.ts';
import { shareAt } from './shares.ts';
import { type Past, sightOf } from './sights.ts';

/**
 * The causal past of an insertion: all it builds on, directly or over others, and all that those clientIDs wrote before that
 * (L. Lamport, Time, Clocks, and the Ordering of Events in a Distributed System, 1978; F. Mattern, Virtual Time and Global
 * States of Distributed Systems, 1989). Whoever made it had seen at least that. What is gone with all around it tells
 * nothing any more. `looked`: at how many entries.
 */
export function causalPast(
  doc: Y.Doc,
  loose: LooseStructs,
  { client, clock, origin, rightOrigin, list }: Insertion,
): { past: Past; looked: number } {
  // What the same clientID wrote next has seen that too.
  const past: Past = loose.pasts.get(client) ?? new Map();
  if (past.size === 0) loose.pasts.set(client, past);
  /** ClientIDs and up to which of their clocks more was seen. */
  const rising: number[] = [client, clock];
  let looked = 0;
  const see = (place: Place | string | null | undefined): void => {
    if (place === null || place === undefined || typeof place === 'string') return;
    looked += 1;
    if (place.clock >= (past.get(place.client) ?? 0)) rising.push(place.client, place.clock + 1);
  };
  see(origin);
  see(rightOrigin);
  see(list?.parent);
  while (rising.length > 0) {
    const end = rising.pop() as number;
    const other = rising.pop() as ClientId;
    const had = past.get(other) ?? 0;
    if (end <= had) continue;
    past.set(other, end);
    const sight = sightOf(doc, loose.sights, other);
    for (const seen of sight.keys())
      see({ client: seen, clock: shareAt(sight, { client: seen, clock: end - 1 }) - 1 });
    eachWithin(loose.stretches.get(other), had, end, (stretch) => {
      see(stretch.origin);
      see(stretch.rightOrigin);
      if (stretch.origin === null) see(stretch.root.list?.parent);
    });
  }
  return { past, looked };
}

function eachWithin(
  stretches: readonly Stretch[] | undefined,
  from: number,
  end: number,
  tell: (stretch: Stretch) => void,
): void {
  if (stretches === undefined) return;
  for (let k = Math.max(0, lastUpTo(stretches, from, startOf)); k < stretches.length; k += 1) {
    const stretch = stretches[k] as Stretch;
    if (stretch.start >= end) return;
    tell(stretch);
  }
}
