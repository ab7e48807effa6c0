import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readUpdate } from '../../server/room/update-reader.ts';
import { CLOSE, MESSAGE, SYNC } from '../../shared/api/socket.ts';
import { SEED, seeds } from '../seeded.ts';
import { DOC } from '../server/room/cast.ts';
import { createStage } from '../server/room/stage.ts';
import { awarenessMessage, barrierMessage, createDoc, syncMessage } from '../server/room/test-client.ts';
import { createRandom, type Random } from './random.ts';
import { mutilate, richUpdate } from './room/rich-update.ts';

const UPDATES = Array.from({ length: 40 }, (_, k) => richUpdate(createRandom(k + 1)));

describe('mutilated updates', () => {
  const updates = seeds(3_000, 100_000);
  it(
    `R16: ${updates} from ${SEED}: none is accepted at which Yjs fails, alone or on top of the sound one`,
    () => {
      let accepted = 0;
      for (let seed = SEED; seed < SEED + updates; seed += 1) {
        const random = createRandom(seed);
        const sound = random.pick(UPDATES);
        const update = mutilate(random, sound);
        if (readUpdate(update) === null) continue;
        accepted += 1;
        try {
          Y.decodeUpdate(update);
          Y.applyUpdate(createDoc(), update);
          const doc = createDoc();
          Y.applyUpdate(doc, sound);
          Y.applyUpdate(doc, update);
          doc.getText('text').toDelta();
          expect(readUpdate(Y.encodeStateAsUpdate(doc))).not.toBeNull();
        } catch (error) {
          throw new Error(`seed ${seed} (SEED=${seed} npx vitest run --project sim test/sim/frames)`, {
            cause: error,
          });
        }
      }
      // Many single changes hit characters and leave an update sound: were none accepted, nothing would be tested.
      expect(accepted).toBeGreaterThan(updates / 10);
    },
    updates * 100,
  );
});

/** Frames of every kind, sound ones and mutilated ones, and plain noise. */
function frameOf(random: Random): Uint8Array {
  const kind = random.below(6);
  const sound =
    kind === 0
      ? syncMessage(random.pick([SYNC.step1, SYNC.step2, SYNC.update]), random.pick(UPDATES))
      : kind === 1
        ? syncMessage(SYNC.update, mutilate(random, random.pick(UPDATES)))
        : kind === 2
          ? awarenessMessage(random.below(2 ** 32), random.below(100), { cursor: random.below(9) })
          : kind === 3
            ? barrierMessage(random.below(1000))
            : kind === 4
              ? Uint8Array.of(MESSAGE.queryAwareness)
              : Uint8Array.from({ length: random.below(40) }, () => random.below(256));
  if (random.chance(0.3)) return sound.subarray(0, random.below(sound.length + 1));
  return random.chance(0.4) && sound.length > 0 ? mutilate(random, sound) : sound;
}

const REFUSALS: readonly number[] = [
  ...[CLOSE.garbage, CLOSE.forged, CLOSE.notPermitted, CLOSE.tryAgain, CLOSE.flooding],
];

describe('frames from somebody malicious', () => {
  const sessions = seeds(60, 2_000);
  it(
    `R16: ${sessions} seeds of 60 frames from ${SEED}: refused by a code of the contract, nobody else harmed`,
    async () => {
      for (let seed = SEED; seed < SEED + sessions; seed += 1) {
        const random = createRandom(seed);
        const stage = createStage();
        const anna = await stage.enter('Anna', 'drafter');
        const words = 'ABCDEFGHIJ';
        let eve = await stage.enter('Eve', random.pick(['drafter', 'observer'] as const));
        for (let k = 0; k < 60; k += 1) {
          eve.send(frameOf(random));
          if (k % 6 === 0) anna.text.insert(anna.text.length, words[k / 6] as string);
          await stage.quiet();
          const code = eve.socket.closedWith?.code;
          if (code === undefined) continue;
          expect(REFUSALS, `seed ${seed}`).toContain(code);
          eve.drop();
          stage.clients.splice(stage.clients.indexOf(eve), 1);
          eve = await stage.enter('Eve', random.pick(['drafter', 'observer'] as const));
        }
        const server = (await stage.rooms.clone(DOC)).getText('text');
        expect(anna.socket.closedWith, `seed ${seed}`).toBeNull();
        expect(anna.text.toString(), `seed ${seed}`).toBe(server.toString());
        expect(stage.reports, `seed ${seed}`).toEqual([]);
        // Eve may write too and may delete, but never in another's name.
        const owners = await stage.log.owners(DOC);
        expect(owners.get(anna.doc.clientID), `seed ${seed}`).toBe('anna');
      }
    },
    sessions * 5_000,
  );
});
