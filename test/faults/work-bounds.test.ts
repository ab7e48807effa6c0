import { describe, expect, it } from 'vitest';
import { missingFor, reachOf } from '../../server/room/frontier.ts';
import type { Need, ReadUpdate, Section } from '../../server/room/update-reader.ts';
import { SEED, seeds } from '../seeded.ts';
import { createRandom, type Random } from '../sim/random.ts';

const CASES = seeds(3_000, 200_000);

/** Where structs stand is not looked at here. */
const UNNOTED = { structs: [], lists: [] };

/** The update, counting how often a section is asked for what it needs, and how often a need is looked at. */
function counted(sections: readonly Section[]): { readonly update: ReadUpdate; looks(): number } {
  let looks = 0;
  const watched = sections.map((section) => {
    const needs = new Proxy(section.needs as Need[], {
      get(target, key) {
        if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
        return Reflect.get(target, key);
      },
    });
    return {
      ...section,
      get needs() {
        looks += 1;
        return needs;
      },
    };
  });
  return {
    update: { sections: watched, deletions: [], deletionsAt: 0, bringsTypes: false },
    looks: () => looks,
  };
}

/** Sections that each wait for the one behind: the first can come only when the last has. */
const backwards = (count: number): Section[] =>
  Array.from({ length: count }, (_, k) => ({
    ...{ client: k + 1, start: 0, end: 1, ...UNNOTED },
    needs: k === count - 1 ? [] : [{ at: 0, end: 1, client: k + 2, clock: 0 }],
  }));

/** Two clientIDs that wait for each other at every clock, and a crowd that waits for the last of them. */
const byTurns = (count: number): Section[] => [
  ...backwards(3).map((section) => ({
    ...section,
    client: section.client + 10,
    needs: [{ at: 0, end: 1, client: 1, clock: count - 1 }],
  })),
  {
    ...{ client: 1, start: 0, end: count, ...UNNOTED },
    needs: Array.from({ length: count - 1 }, (_, k) => ({ at: k + 1, end: k + 2, client: 2, clock: k })),
  },
  {
    ...{ client: 2, start: 0, end: count, ...UNNOTED },
    needs: Array.from({ length: count }, (_, k) => ({ at: k, end: k + 1, client: 1, clock: k })),
  },
];

describe('F21: work grows with the frame, not with its square', () => {
  it.each([
    ['sections that wait for one another backwards', backwards],
    ['two clientIDs that wait for each other at every clock', byTurns],
  ])('%s', (_name, make) => {
    const sections = make(20_000);
    const needs = sections.reduce((sum, section) => sum + section.needs.length, 0);
    const { update, looks } = counted(sections);
    expect(missingFor(update, new Map())).toBeNull();
    expect(looks()).toBeLessThan(12 * (sections.length + needs));
  });

  it(`${CASES} random updates reach as far as by looking at every section again until nothing moves`, () => {
    for (let seed = SEED; seed < SEED + CASES; seed += 1) {
      const random = createRandom(seed);
      const { update, known } = randomUpdate(random);
      const slow = reachSlowly(update, known);
      expect(reachOf(update, known), `seed ${seed}`).toEqual(slow);
      const complete = update.sections.every(({ client, end }) => (slow.get(client) ?? 0) >= end);
      const missing = missingFor(update, known);
      expect(missing === null, `seed ${seed}`).toBe(complete);
      // What is said to be missing is truly not there: the update would otherwise never be looked at again.
      if (missing !== null)
        expect(
          slow.get(missing.client) ?? known.get(missing.client) ?? 0,
          `seed ${seed}`,
        ).toBeLessThanOrEqual(missing.clock);
    }
  });
});

function randomUpdate(random: Random): { readonly update: ReadUpdate; readonly known: Map<number, number> } {
  const clients = 1 + random.below(5);
  const sections: Section[] = [];
  for (let client = 1; client <= clients; client += 1)
    for (let start = random.below(3), k = random.below(3); k >= 0; k -= 1) {
      const end = start + 1 + random.below(4);
      const needs: Need[] = [];
      for (let at = start, behind = at; at < end; at = behind) {
        behind = Math.min(end, at + 1 + random.below(3));
        const other = 1 + random.below(clients + 1);
        if (other !== client && random.chance(0.5))
          needs.push({ at, end: behind, client: other, clock: random.below(6) });
      }
      sections.push({ client, start, end, needs, ...UNNOTED });
      start = end + random.below(2);
    }
  const known = new Map<number, number>();
  for (let client = 1; client <= clients + 1; client += 1)
    if (random.chance(0.4)) known.set(client, random.below(5));
  return { update: { sections, deletions: [], deletionsAt: 0, bringsTypes: false }, known };
}

/** The definition, without regard to cost. */
function reachSlowly({ sections }: ReadUpdate, known: ReadonlyMap<number, number>): Map<number, number> {
  const reach = new Map<number, number>();
  for (const { client } of sections) reach.set(client, known.get(client) ?? 0);
  const at = (client: number): number => reach.get(client) ?? known.get(client) ?? 0;
  for (let moved = true; moved; ) {
    moved = false;
    for (const { client, start, end, needs } of sections) {
      const before = at(client);
      if (before < start || before >= end) continue;
      const unmet = needs.find((need) => need.end > before && at(need.client) <= need.clock);
      const after = Math.max(before, unmet?.at ?? end);
      if (after > before) moved = true;
      reach.set(client, after);
    }
  }
  return reach;
}
