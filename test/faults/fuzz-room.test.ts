import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { CLOSE, SYNC } from '../../shared/api/socket.ts';
import { SEED, seeds } from '../seeded.ts';
import { DOC } from '../server/room/cast.ts';
import { createStage } from '../server/room/stage.ts';
import { awarenessMessage, barrierMessage, syncMessage } from '../server/room/test-client.ts';
import { createRandom, type Random } from '../sim/random.ts';
import { richUpdate } from '../sim/room/rich-update.ts';
import { mutateFrame } from './mutate.ts';

const SEEDS = seeds(60, 5_000);
const FRAMES_A_SEED = 40;
const REFUSALS: readonly number[] = [
  ...[CLOSE.garbage, CLOSE.forged, CLOSE.notPermitted, CLOSE.tryAgain, CLOSE.flooding],
];
const UPDATES = Array.from({ length: 20 }, (_, k) => richUpdate(createRandom(k + 1)));

/** Sound frames that build on the text as it is, which then are changed: so that many get far. */
function frames(random: Random, text: Uint8Array): Uint8Array[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, text);
  doc.clientID = 5_000_000 + random.below(1_000);
  const before = Y.encodeStateVector(doc);
  const words = doc.getText('text');
  words.insert(random.below(words.length + 1), 'word');
  if (words.length > 4 && random.chance(0.3)) words.delete(random.below(words.length - 3), 2);
  return [
    syncMessage(SYNC.update, Y.encodeStateAsUpdate(doc, before)),
    syncMessage(SYNC.step2, Y.encodeStateAsUpdate(doc)),
    syncMessage(SYNC.step2, random.pick(UPDATES)),
    syncMessage(SYNC.step1, Y.encodeStateVector(doc)),
    awarenessMessage(doc.clientID, random.below(100), { cursor: random.below(9) }),
    barrierMessage(random.below(1_000)),
  ];
}

/** Frames of Eve's that were taken, and those that were refused, while Anna types. */
async function session(seed: number): Promise<{ readonly taken: number; readonly refused: number }> {
  let [taken, refused] = [0, 0];
  const random = createRandom(seed);
  const stage = createStage();
  const where = `seed ${seed} (SEED=${seed} npx vitest run --project faults test/faults/fuzz-room)`;
  const anna = await stage.enter('Anna', 'drafter');
  let eve = await stage.enter('Eve', 'drafter');
  for (let k = 0; k < FRAMES_A_SEED; k += 1) {
    anna.text.insert(anna.text.length, 'a');
    await stage.quiet();
    const text = Y.encodeStateAsUpdate(await stage.rooms.clone(DOC));
    const logged = (await stage.log.read(DOC, 0, 1_000_000)).length;
    const sound = frames(random, text);
    eve.send(random.chance(0.1) ? random.pick(sound) : mutateFrame(random, random.pick(sound), sound));
    await stage.quiet();
    const code = eve.socket.closedWith?.code;
    if (code === undefined) {
      taken += 1;
      continue;
    }
    refused += 1;
    expect(REFUSALS, where).toContain(code);
    expect((await stage.log.read(DOC, 0, 1_000_000)).length, where).toBe(logged);
    eve.drop();
    stage.clients.splice(stage.clients.indexOf(eve), 1);
    eve = await stage.enter('Eve', random.pick(['drafter', 'observer'] as const));
  }
  expect(anna.socket.closedWith, where).toBeNull();
  expect(stage.reports, where).toEqual([]);
  const next = await stage.restart();
  const later = await next.enter('Ben', 'drafter');
  expect(later.text.toString(), where).toBe(anna.text.toString());
  expect(next.reports, where).toEqual([]);
  return { taken, refused };
}

it('F26: the rest of a struct of which half is known, put beside what nobody has, is not stored (seed 3517)', async () => {
  expect((await session(3_517)).refused).toBeGreaterThan(0);
});

it.each([
  ['the same place on both sides', 44_977],
  ['the right neighbour left of the left one', 20_923],
])('R81: %s makes nobody read another text (seed %i)', async (_what, seed) => {
  expect((await session(seed)).refused).toBeGreaterThan(0);
});

it(
  `F26: ${SEEDS} seeds of ${FRAMES_A_SEED} changed frames into a room from ${SEED}: no bug, no loss, refused whole`,
  async () => {
    let [taken, refused] = [0, 0];
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      const told = await session(seed);
      taken += told.taken;
      refused += told.refused;
    }
    expect(taken).toBeGreaterThan((SEEDS * FRAMES_A_SEED) / 10);
    console.log(`${SEEDS} seeds from ${SEED}: ${taken} frames taken, ${refused} refused`);
  },
  SEEDS * 10_000,
);
