import * as Y from 'yjs';
import type { Place } from '../../../server/room/place.ts';
import type { Random } from '../../sim/random.ts';
import { made, type Ranges, type Struct } from './made-update.ts';

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

/** Two neighbours of which the right one stands right of the left one, mostly. */
function inOrder(
  random: Random,
  known: number,
  places: readonly Place[],
): Pick<Struct, 'origin' | 'rightOrigin'> {
  const at = random.below(known + 1) - 1;
  const apart = 1 + random.below(random.pick([1, 3, 20]));
  const rightOrigin = at + apart < known ? (places[at + apart] ?? null) : null;
  if (random.chance(0.1)) return { origin: places.at(-1) ?? null, rightOrigin };
  return { origin: at < 0 ? null : (places[at] ?? null), rightOrigin };
}

interface More {
  /** Share of what stands nowhere. */
  readonly gone: number;
  readonly deletions: Ranges;
  /** Nothing stands beside what is no part of a text. */
  readonly inText: boolean;
}

/** Structs that stand anywhere beside anything that is there, of clientIDs that build on each other. */
export function hostile(
  random: Random,
  places: Place[],
  ends: Map<number, number>,
  clients: readonly number[],
  more: More = { gone: 0, deletions: new Map(), inText: false },
): Uint8Array {
  const groups = new Map<number, Struct[]>();
  const known = places.length;
  const few = places.length > 3 && random.chance(0.5) ? random.below(places.length - 2) : 0;
  for (let k = more.inText ? 1 + random.below(8) : 4 + random.below(40); k > 0; k -= 1) {
    const client = random.pick(clients);
    const clock = ends.get(client) ?? 0;
    const key = random.chance(0.1);
    const length = key ? 1 : random.pick([1, 1, 1, 4]);
    const near = few > 0 && random.chance(0.6) ? places.slice(few, few + 3) : places;
    const some = (): Place | null => (near.length === 0 || random.chance(0.1) ? null : random.pick(near));
    const own = clock > 0 && !more.inText && random.chance(0.3) ? { client, clock: clock - 1 } : null;
    const struct = more.inText
      ? { clock, length, ...inOrder(random, known, places) }
      : { clock, length, origin: own ?? some(), rightOrigin: some() };
    const group = groups.get(client) ?? [];
    const gone = more.gone > 0 && random.chance(more.gone);
    if (gone) group.push({ ...struct, origin: null, rightOrigin: null, gone: true });
    else group.push(key ? { ...struct, origin: null, rightOrigin: null, key: 'one' } : struct);
    groups.set(client, group);
    ends.set(client, clock + length);
    if (more.inText && (key || gone)) continue;
    for (let at = 0; at < length; at += 1) places.push({ client, clock: clock + at });
  }
  return made(groups, more.deletions);
}

export const placesOf = (doc: Y.Doc): Place[] =>
  [...doc.store.clients].flatMap(([client, structs]) =>
    structs.flatMap((struct) =>
      Array.from({ length: struct.length }, (_, k) => ({ client, clock: struct.id.clock + k })),
    ),
  );

/** Some of what a text has, each range behind the one before. */
export function someRanges(random: Random, doc: Y.Doc, many: number): Ranges {
  const all = new Map<number, { clock: number; length: number }[]>();
  for (const [client, structs] of doc.store.clients) {
    const last = structs.at(-1);
    const end = last === undefined ? 0 : last.id.clock + last.length;
    const ranges: { clock: number; length: number }[] = [];
    for (let clock = random.below(many), length = 0; clock < end; clock += length + random.below(many)) {
      length = Math.min(end - clock, random.pick([1, 1, 2, 5]));
      ranges.push({ clock, length });
    }
    if (ranges.length > 0 && random.chance(0.7)) all.set(client, ranges);
  }
  return all;
}
