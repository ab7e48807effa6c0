import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../shared/compare/compare-texts.ts';
import { type CarryingStep, carryPositions } from '../../shared/domain/carry-positions.ts';
import type { HeldPositions } from '../../shared/domain/held-position.ts';
import type { PositionMatrix } from '../../shared/domain/position-matrix.ts';
import { buildMatrix } from '../../shared/domain/position-matrix.ts';
import type { Version } from '../../shared/model/version.ts';
import { SEED, seeds } from '../seeded.ts';
import { ADMIN, send } from '../server/harness.ts';
import { createPositionStage, type Envoy, type PositionStage } from '../server/position-stage.ts';
import { alignSome, type Negotiation, publishSome, regroup, sentence, takeSome } from './positions/acts.ts';
import { createFollower, type Follower } from './positions/cast.ts';
import { createRandom } from './random.ts';

const SEEDS = seeds(8, 500);
const STEPS = 50;

/** What is held, in an order of its own, without what nobody holds. */
const plain = (held: HeldPositions) =>
  [...held]
    .flatMap(([key, row]) => [...row.values()].map((one) => [`${key} ${one.paragraph}`, one] as const))
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** Everything from the rows, with nothing kept from before. */
async function computed(stage: PositionStage, versions: readonly Version[]): Promise<HeldPositions> {
  const entries = await stage.harness.store.rows.register.ofNoun(stage.id as never, 'position');
  const steps = versions.map((version, k): CarryingStep => {
    const before = versions[k - 1];
    const rows = before === undefined ? [] : compareTexts(before.paragraphs, version.paragraphs).rows;
    return { version: version.id, rows };
  });
  return carryPositions(
    entries.map(({ row }) => row),
    steps,
  ).held;
}

async function check(negotiation: Negotiation, followers: ReadonlyMap<string, Follower>): Promise<void> {
  const { stage, versions } = negotiation;
  const texts: Version[] = [];
  for (const id of versions) texts.push((await stage.as(null, 'GET', `/versions/${id}`)).json());
  const delegations = await stage.harness.store.rows.delegations.ofDocument(stage.id as never);
  for (const [k, version] of texts.entries()) {
    const right = await computed(stage, texts.slice(0, k + 1));
    const on = await stage.harness.context.positions.heldOn(stage.id as never, version.id);
    expect(plain(on?.held ?? new Map()), `held on version ${k + 1}`).toEqual(plain(right));
    const follower = followers.get(k === texts.length - 1 ? 'latest' : version.id);
    if (follower === undefined) continue;
    await follower.settle();
    const { speaking } = await stage.read(`?version=${version.id}`);
    const paragraphs = version.paragraphs.map(({ id }) => id);
    const anew = buildMatrix({ paragraphs, delegations, held: right, ties: speaking });
    const followed = follower.matrix(paragraphs, delegations);
    expect(followed?.ties, `who speaks for whom on version ${k + 1}`).toEqual(speaking);
    expect(cellsOf(followed), `cells of version ${k + 1}`).toEqual(cellsOf(anew));
    expect(plain(followed?.held ?? new Map()), `rows of version ${k + 1}`).toEqual(plain(anew.held));
  }
}

const cellsOf = (matrix: PositionMatrix | null): readonly number[] => [...(matrix?.cells ?? [])];

async function negotiate(seed: number): Promise<void> {
  const random = createRandom(seed);
  const stage = await createPositionStage(Array.from({ length: 6 }, () => sentence(random)));
  try {
    const envoys: Envoy[] = [];
    for (let k = 0; k < 6; k += 1) envoys.push(await stage.envoy(`Delegation ${k}`));
    const groups = [
      await stage.group('First', envoys.slice(0, 3)),
      await stage.group('Second', envoys.slice(2, 5)),
    ];
    const negotiation: Negotiation = { stage, envoys, groups, versions: [await stage.publish()], made: 0 };
    const facilitator = { id: '', token: ADMIN, delegation: '' };
    const followers = new Map<string, Follower>();
    const follow = (version: string): void => {
      const follower = createFollower(stage, version, random);
      follower.store.subscribe(() => undefined);
      followers.set(version, follower);
    };
    stage.harness.context.bus.subscribe((event) => {
      for (const follower of followers.values()) follower.hear(event);
    });
    follow('latest');
    for (let step = 0; step < STEPS; step += 1) {
      const turn = random.below(20);
      if (turn < 11) await takeSome(negotiation, random);
      else if (turn < 14) await alignSome(negotiation, random);
      else if (turn < 16) await regroup(negotiation, facilitator, random);
      else if (turn < 17 && negotiation.versions.length < 5) {
        await publishSome(negotiation, random);
        if (random.chance(0.5)) follow(negotiation.versions[0] ?? '');
      } else if (turn < 18) {
        for (const follower of followers.values()) await follower.arrive();
        stage.harness.clock.turn(60_000);
      } else await send(stage.harness, ADMIN, 'GET', `/api/documents/${stage.id}/positions/reading`);
      stage.harness.clock.turn(1_000);
      for (const follower of followers.values())
        for (let k = random.below(4); k > 0; k -= 1) await follower.step(random);
      if (random.chance(0.1)) await check(negotiation, followers);
    }
    await check(negotiation, followers);
  } finally {
    await stage.close();
  }
}

describe('positions, followed', () => {
  it(`V109: ${SEEDS} from ${SEED}: followed and kept, they are what they would be anew`, async () => {
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1)
      await negotiate(seed).catch((error: unknown) => {
        throw new Error(
          `seed ${seed} (SEED=${seed} npx vitest run --project sim test/sim/positions.test.ts)`,
          {
            cause: error,
          },
        );
      });
  });
});
