import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { SEED, seeds } from '../seeded.ts';
import { DOC, visitorNamed } from '../server/room/cast.ts';
import { createStage } from '../server/room/stage.ts';
import { connectClient, type TestClient } from '../server/room/test-client.ts';
import { createRandom } from './random.ts';

const SEEDS = seeds(60, 2_000);
const STEPS = 150;
const START = 'Recalling all relevant resolutions. '.repeat(40);

/** Two people write, guests of both kinds come at any time with slow lines, the packing ends at any time. */
async function run(seed: number) {
  const random = createRandom(seed);
  const packings: (() => void)[] = [];
  const stage = createStage({
    limits: { packFrom: 0, tailBytes: 200 },
    deflate: (bytes) => {
      const copy = bytes.slice();
      return new Promise((resolve) => packings.push(() => resolve(deflateRawSync(copy))));
    },
  });
  const writers = [await stage.enter('Anna', 'drafter'), await stage.enter('Bela', 'drafter')];
  for (const [k, { doc }] of writers.entries()) doc.clientID = 100 + ((seed * 31 + k * 7) % 50);
  (writers[0] as TestClient).text.insert(1, START);
  await stage.quiet();
  const guests: TestClient[] = [];
  const join = (): void => {
    const visitor = visitorNamed(`Guest ${guests.length}`, 'observer');
    const one = connectClient(stage.rooms, visitor, undefined, random.chance(0.6));
    one.doc.clientID = 1_000 + guests.length;
    guests.push(one);
    stage.clients.push(one);
  };
  const edit = ({ text }: TestClient): void => {
    const index = 1 + random.below(text.length - 1);
    const dice = random.next();
    if (dice < 0.6) text.insert(index, `w${random.below(1_000)} `);
    else if (dice < 0.9) text.delete(index, Math.min(1 + random.below(8), text.length - index));
    else text.format(index, Math.min(5, text.length - index), { bold: random.pick([true, null]) });
  };
  for (let step = 0; step < STEPS; step += 1) {
    const dice = random.next();
    if (dice < 0.4) edit(random.pick(writers));
    else if (dice < 0.55) join();
    else if (dice < 0.75) random.pick(stage.clients).deliver(1 + random.below(3));
    else if (dice < 0.85) packings.shift()?.();
    else await stage.timers.advance(random.below(30));
  }
  for (const finish of packings) finish();
  join();
  await stage.quiet();
  await stage.timers.advance(1_000);
  await stage.quiet();
  return { stage, guests };
}

describe('guests who read the packed form and guests who do not, while the text goes on', () => {
  it(`R62: all have the same document in the end (${SEEDS} seeds from ${SEED})`, async () => {
    let packed = 0;
    let tails = 0;
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      const { stage, guests } = await run(seed);
      const server = await stage.rooms.clone(DOC);
      const whole = Y.snapshot(server);
      const words = JSON.stringify(server.getText('text').toDelta());
      for (const { doc, text, received } of guests) {
        expect(JSON.stringify(text.toDelta()), `seed ${seed}`).toBe(words);
        expect(Y.equalSnapshots(Y.snapshot(doc), whole), `seed ${seed}`).toBe(true);
        expect([doc.store.pendingStructs, doc.store.pendingDs], `seed ${seed}`).toEqual([null, null]);
        const at = received.findIndex(({ type }) => type === 'packed');
        if (at < 0) continue;
        packed += 1;
        if (received[at + 1]?.type === 'sync') tails += 1;
      }
      expect(stage.reports, `seed ${seed}`).toEqual([]);
    }
    // It proves something only if both were met, again and again.
    expect(packed).toBeGreaterThan(SEEDS);
    expect(tails).toBeGreaterThan(SEEDS / 2);
  });
});
