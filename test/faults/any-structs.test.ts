import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { SYNC } from '../../shared/api/socket.ts';
import { SEED, seeds } from '../seeded.ts';
import { DOC } from '../server/room/cast.ts';
import { createStage } from '../server/room/stage.ts';
import { syncMessage } from '../server/room/test-client.ts';
import { createRandom } from '../sim/random.ts';
import { anyStructs, readingOf } from './any-structs.ts';

const SEEDS = seeds(60, 5_000);
const FRAMES = 25;
const EVES = [5_000_001, 5_000_002];

it(
  `F32: ${SEEDS} seeds of ${FRAMES} frames of structs of every kind, standing anywhere, from ${SEED}: what is taken opens for all, who read the same`,
  async () => {
    let [taken, refused] = [0, 0];
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      const random = createRandom(seed);
      const stage = createStage();
      const where = `seed ${seed} (SEED=${seed} npx vitest run --project faults test/faults/any-structs)`;
      const anna = await stage.enter('Anna', 'drafter');
      let eve = await stage.enter('Eve', 'drafter');
      for (let k = 0; k < FRAMES; k += 1) {
        if (random.chance(0.3)) anna.text.insert(random.below(anna.text.length + 1), 'anna');
        await stage.quiet();
        const known = Y.decodeStateVector(Y.encodeStateVector(await stage.rooms.clone(DOC)));
        const step = random.chance(0.3) ? SYNC.step2 : SYNC.update;
        eve.send(syncMessage(step, anyStructs(random, { known, clients: EVES })));
        await stage.quiet();
        if (eve.socket.closedWith === null) taken += 1;
        else {
          refused += 1;
          eve.drop();
          stage.clients.splice(stage.clients.indexOf(eve), 1);
          eve = await stage.enter('Eve', 'drafter');
        }
      }
      expect(stage.reports, where).toEqual([]);
      expect(anna.socket.closedWith, where).toBeNull();
      const live = Y.encodeStateAsUpdate(await stage.rooms.clone(DOC));
      // Who was there, who replays the log, and who comes after a restart read the same (R81).
      const replayed = new Y.Doc();
      for (const { update } of await stage.log.read(DOC, 0, 1_000_000)) Y.applyUpdate(replayed, update);
      const next = await stage.restart();
      const ben = await next.enter('Ben', 'drafter');
      for (const state of [live, ...[anna.doc, replayed, ben.doc].map((doc) => Y.encodeStateAsUpdate(doc))])
        expect(readingOf(state), where).toEqual({ ...readingOf(live), isWhole: true });
      expect(next.reports, where).toEqual([]);
    }
    console.log(`${SEEDS} seeds from ${SEED}: ${taken} frames taken, ${refused} refused`);
    expect(taken).toBeGreaterThan((SEEDS * FRAMES) / 10);
  },
  SEEDS * 10_000,
);
