import * as Y from 'yjs';
import type { Place } from '../../../server/room/place.ts';
import type { Random } from '../../sim/random.ts';
import { made, type Ranges, type Struct } from './made-update.ts';

/** A text as it stands now. */
export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

type Gap = Pick<Struct, 'origin' | 'rightOrigin'>;

/** Between which characters of a text something may be put; what is deleted counts as well. */
function gapsIn(doc: Y.Doc): Gap[] {
  const gaps: Gap[] = [];
  let origin: Place | null = null;
  for (let item = doc.getText('text')._start; item !== null; item = item.right)
    for (let k = 0; k < item.length; k += 1) {
      const place: Place = { client: item.id.client, clock: item.id.clock + k };
      gaps.push({ origin, rightOrigin: place });
      origin = place;
    }
  return [...gaps, { origin, rightOrigin: null }];
}

/**
 * Structs of new clientIDs, each of which knows one of some states that the text once had and nothing that came since: as
 * much as somebody can strain a text with who keeps to what could have been written (R81).
 */
export function stale(
  random: Random,
  states: readonly Y.Doc[],
  taken: Set<number>,
  deletions: Ranges = new Map(),
): Uint8Array {
  const groups = new Map<number, Struct[]>();
  for (let k = 1 + random.below(4); k > 0; k -= 1) {
    let client = 0;
    do client = 1 + random.below(2 ** 31);
    while (taken.has(client));
    taken.add(client);
    const gaps = gapsIn(random.pick(states));
    const isPopular = random.chance(0.6);
    let { origin, rightOrigin } = random.pick(isPopular ? gaps.slice(0, 3) : gaps);
    const forwards = random.pick([0, 0.5, 1]);
    const structs: Struct[] = [];
    let clock = 0;
    for (let n = 1 + random.below(random.pick([2, 8, 40])); n > 0; n -= 1) {
      const length = random.pick([1, 1, 1, 4]);
      structs.push({ clock, length, origin, rightOrigin });
      if (random.chance(forwards)) origin = { client, clock: clock + length - 1 };
      else rightOrigin = { client, clock };
      clock += length;
    }
    groups.set(client, structs);
  }
  return made(groups, deletions);
}
