import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { decodeFrame } from '../../server/room/frames.ts';
import { readAwareness } from '../../server/room/presence.ts';
import { readUpdate } from '../../server/room/update-reader.ts';
import { SEED, seeds } from '../seeded.ts';
import { awarenessMessage, barrierMessage, createDoc, syncMessage } from '../server/room/test-client.ts';
import { createRandom, type Random } from '../sim/random.ts';
import { richUpdate } from '../sim/room/rich-update.ts';
import { mutateFrame } from './mutate.ts';

const CASES = seeds(3_000, 300_000);

const UPDATES = Array.from({ length: 30 }, (_, k) => richUpdate(createRandom(k + 1)));
const EVERYTHING = Y.mergeUpdates(UPDATES);
const FRAMES = [
  ...UPDATES.map((update, k) => syncMessage(1 + (k % 2), update)),
  ...UPDATES.map((update) => syncMessage(0, Y.encodeStateVectorFromUpdate(update))),
  ...[1, 2, 3].map((k) => awarenessMessage(k * 1_000_003, k, { cursor: { anchor: k, head: [k] } })),
  ...[0, 1, 2 ** 31, Number.MAX_SAFE_INTEGER].map(barrierMessage),
  Uint8Array.of(3),
];

/** A frame with changes in it, or around an update with changes in it, so that half of them get past the envelope. */
function frameOf(random: Random): Uint8Array {
  if (random.chance(0.3)) return mutateFrame(random, random.pick(FRAMES), FRAMES);
  return syncMessage(1 + random.below(2), mutateFrame(random, random.pick(UPDATES), UPDATES));
}

/** The bytes, counting how often one is looked at. lib0 takes views of their buffer, which are not counted. */
function counted(bytes: Uint8Array): { readonly bytes: Uint8Array; reads(): number } {
  let reads = 0;
  const proxy = new Proxy(bytes, {
    get(target, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1;
      return Reflect.get(target, key, target);
    },
  });
  return { bytes: proxy, reads: () => reads };
}

/** Whether Yjs integrates it, alone and on top of what it was made of, and can write the result. */
function suitsYjs(update: Uint8Array): void {
  for (const before of [null, EVERYTHING]) {
    const doc = createDoc();
    if (before !== null) Y.applyUpdate(doc, before);
    Y.applyUpdate(doc, update);
    doc.getText('text').toDelta();
    if (readUpdate(Y.encodeStateAsUpdate(doc)) === null)
      throw new Error('what Yjs made of it does not read back');
  }
}

describe('the frame decoder, fuzzed', () => {
  it(
    `F20: ${CASES} frames from seed ${SEED}: never throws, looks at each byte once, accepts only what Yjs can take`,
    () => {
      let [decoded, updates] = [0, 0];
      for (let seed = SEED; seed < SEED + CASES; seed += 1) {
        const random = createRandom(seed);
        const frame = frameOf(random);
        try {
          const { bytes, reads } = counted(frame);
          const incoming = decodeFrame(bytes);
          expect(reads()).toBeLessThanOrEqual(frame.length + 1);
          if (incoming === null) continue;
          decoded += 1;
          if (incoming.kind === 'awareness') readAwareness(incoming.update);
          if (incoming.kind !== 'update' && incoming.kind !== 'sync-step-2') continue;
          const inner = counted(incoming.update);
          const read = readUpdate(inner.bytes);
          // Texts and values are read through views: only numbers and the bytes of structure are looked at here.
          expect(inner.reads()).toBeLessThanOrEqual(incoming.update.length + 1);
          if (read === null) continue;
          updates += 1;
          suitsYjs(incoming.update);
        } catch (error) {
          throw new Error(
            `seed ${seed} (SEED=${seed} npx vitest run --project faults test/faults/fuzz-decoder)`,
            {
              cause: error,
            },
          );
        }
      }
      // Were all refused at once, nothing would be tested.
      expect(decoded).toBeGreaterThan(CASES / 20);
      expect(updates).toBeGreaterThan(CASES / 50);
      console.log(`${CASES} frames: ${decoded} decoded, ${updates} sound updates`);
    },
    CASES * 100,
  );
});
