import * as Y from 'yjs';
import type { Place } from '../../../server/room/place.ts';
import type { Random } from '../../sim/random.ts';
import { made, type Struct } from './made-update.ts';

/** What somebody does to a text. */
export function edit(random: Random, doc: Y.Doc): void {
  const text = doc.getText('text');
  const at = random.chance(0.3) ? Math.min(2, text.length) : random.below(text.length + 1);
  switch (random.below(8)) {
    case 0:
      text.delete(Math.min(at, Math.max(0, text.length - 2)), Math.min(2, text.length));
      return;
    case 1:
      text.format(0, text.length, { bold: random.pick([true, null]) });
      return;
    case 2:
      text.insertEmbed(at, new Y.Map<unknown>([['id', at]]));
      return;
    case 3:
      doc.getMap('map').set(random.pick(['one', 'two']), random.below(9));
      return;
    default:
      text.insert(at, random.pick(['a', 'bc', 'def', 'ghijklmnop']));
  }
}

/** Structs that stand anywhere beside anything that is there, of clientIDs that build on each other. */
export function hostile(
  random: Random,
  places: Place[],
  ends: Map<number, number>,
  clients: readonly number[],
): Uint8Array {
  const groups = new Map<number, Struct[]>();
  const few = places.length > 3 && random.chance(0.5) ? random.below(places.length - 2) : 0;
  for (let k = 4 + random.below(40); k > 0; k -= 1) {
    const client = random.pick(clients);
    const clock = ends.get(client) ?? 0;
    const length = random.pick([1, 1, 1, 4]);
    const near = few > 0 && random.chance(0.6) ? places.slice(few, few + 3) : places;
    const some = (): Place | null => (near.length === 0 || random.chance(0.1) ? null : random.pick(near));
    const own = clock > 0 && random.chance(0.3) ? { client, clock: clock - 1 } : null;
    const struct = { clock, length, origin: own ?? some(), rightOrigin: some() };
    const group = groups.get(client) ?? [];
    group.push(random.chance(0.1) ? { ...struct, origin: null, rightOrigin: null, key: 'one' } : struct);
    groups.set(client, group);
    ends.set(client, clock + length);
    for (let at = 0; at < length; at += 1) places.push({ client, clock: clock + at });
  }
  return made(groups);
}

export const placesOf = (doc: Y.Doc): Place[] =>
  [...doc.store.clients].flatMap(([client, structs]) =>
    structs.flatMap((struct) =>
      Array.from({ length: struct.length }, (_, k) => ({ client, clock: struct.id.clock + k })),
    ),
  );
