import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { judgeUpdate } from '../../../server/room/admission.ts';
import { FIELDS } from '../../../server/room/insertions.ts';
import type { Place } from '../../../server/room/place.ts';
import { readUpdate } from '../../../server/room/update-reader.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { SEED, seeds } from '../../seeded.ts';
import { createRandom, type Random } from '../../sim/random.ts';
import { made, type Struct } from './made-update.ts';

const SEEDS = seeds(5_000, 200_000);
const ANNA = 'anna' as ParticipantId;
const KNOWN = 3;

/** Three clientIDs who typed in turns. */
function textOf(random: Random): Uint8Array {
  const doc = new Y.Doc();
  for (let k = 0; k < 6; k += 1) {
    doc.clientID = 1 + (k % KNOWN);
    const text = doc.getText('text');
    text.insert(random.below(text.length + 1), 'x'.repeat(1 + random.below(3)));
  }
  return Y.encodeStateAsUpdate(doc);
}

/** Structs that begin before, at or behind what is known, beside whatever they say, also where they are known already. */
function lies(random: Random, known: ReadonlyMap<number, number>): Uint8Array {
  const place = (): Place | null =>
    random.chance(0.3) ? null : { client: 1 + random.below(KNOWN + 2), clock: random.below(8) };
  const groups = new Map<number, Struct[]>();
  for (let client = KNOWN + 1; client >= 1; client -= 1) {
    if (random.chance(0.5)) continue;
    let clock = Math.max(0, (known.get(client) ?? 0) + random.pick([-4, -3, -2, -1, -1, 0, 0, 0, 1]));
    const structs: Struct[] = [];
    for (let k = 1 + random.below(3); k > 0; k -= 1) {
      const length = 1 + random.below(4);
      structs.push({ clock, length, origin: place(), rightOrigin: place() });
      clock += length;
    }
    groups.set(client, structs);
  }
  return made(groups);
}

const isWhole = ({ store }: Y.Doc): boolean => store.pendingStructs === null && store.pendingDs === null;

it(
  `R10: what is let in Yjs takes at once, and what must wait it would keep waiting, ${SEEDS} seeds`,
  () => {
    const kinds = new Map<string, number>();
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      const random = createRandom(seed);
      const doc = new Y.Doc();
      Y.applyUpdate(doc, textOf(random));
      const frontier = Y.decodeStateVector(Y.encodeStateVector(doc));
      const bytes = lies(random, frontier);
      const read = readUpdate(bytes);
      if (read === null) continue;
      const state = { doc, frontier, owners: new Map(), unbound: new Set<number>() };
      const verdict = judgeUpdate(state, ANNA, bytes, read);
      const halfKnown = read.sections.some(({ client, structs }) =>
        structs.some((clock, k) => {
          const at = frontier.get(client) ?? 0;
          return k % FIELDS === 0 && clock < at && (structs[k + 1] as number) > at;
        }),
      );
      const kind = halfKnown ? `${verdict.kind}, half known` : verdict.kind;
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (verdict.kind === 'new') {
        Y.applyUpdate(doc, verdict.update);
        expect(isWhole(doc), `seed ${seed}`).toBe(true);
        for (const [client, clock] of verdict.reach)
          expect(Y.getState(doc.store, client), `seed ${seed}`).toBe(clock);
      } else if (verdict.kind === 'incomplete') {
        Y.applyUpdate(doc, bytes);
        expect(isWhole(doc), `seed ${seed}`).toBe(false);
      }
    }
    // Of each enough to be worth something.
    for (const kind of ['new', 'known', 'incomplete', 'new, half known', 'incomplete, half known'])
      expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(SEEDS / 500);
  },
  SEEDS * 10,
);
