import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type AdmissionState, judgeUpdate } from '../../../server/room/admission.ts';
import { judgeTyped } from '../../../server/room/judge-typed.ts';
import { encodeTyped, readTyped, type Typed } from '../../../server/room/typed.ts';
import { readUpdate } from '../../../server/room/update-reader.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { SEED, seeds } from '../../seeded.ts';
import { createRandom, type Random } from '../../sim/random.ts';
import { mutilate } from '../../sim/room/rich-update.ts';
import { createDoc } from './test-client.ts';

const ANNA = 'anna' as ParticipantId;
const BEN = 'ben' as ParticipantId;
const WORDS = ['a', 'word', 'naïve', 'кто', '决定', '🕊️', '٣', '\uFEFFmark'];
const SEEDS = seeds(100, 2_000);

/** What somebody types beside what somebody else has written, an update each. */
function type(random: Random, count: number): { doc: Y.Doc; before: Uint8Array; updates: Uint8Array[] } {
  const [other, doc] = [createDoc(), createDoc()];
  other.getText('text').insert(0, 'Governments recall');
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  const before = Y.encodeStateAsUpdate(doc);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = doc.getText('text');
  for (let at = 0; updates.length < count; ) {
    if (random.chance(0.2)) at = random.below(text.length + 1);
    const word = random.pick(WORDS);
    text.insert(at, word);
    at += word.length;
  }
  return { doc, before, updates };
}

const stateOf = (doc: Y.Doc, random: Random, client: number): AdmissionState => {
  const frontier = Y.decodeStateVector(Y.encodeStateVector(doc));
  if (random.chance(0.2)) frontier.set(client, (frontier.get(client) ?? 0) + random.below(3));
  const owners = new Map(random.chance(0.9) ? [[client, random.chance(0.8) ? ANNA : BEN]] : []);
  return { doc, frontier, owners, unbound: new Set(random.chance(0.3) ? [client] : []) };
};

const allTyped = (updates: readonly Uint8Array[]): Typed[] =>
  updates.map(readTyped).filter((typed) => typed !== null);

describe('typed characters', () => {
  it('R67: are read and judged as the general way reads and judges them, hostile ones too', () => {
    let [quick, mutilated] = [0, 0];
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      const random = createRandom(seed);
      const { doc, before, updates } = type(random, 20);
      const room = createDoc();
      Y.applyUpdate(room, before);
      for (const [k, update] of updates.entries()) {
        const harmed = random.chance(0.5);
        const bytes = harmed ? mutilate(random, update) : update;
        const typed = readTyped(bytes);
        const read = readUpdate(bytes);
        const what = `seed ${seed}, update ${k}: ${bytes}`;
        if (typed !== null) {
          const { client, clock: start, end } = typed;
          expect(read?.sections, what).toMatchObject([{ client, start, end }]);
          expect(read?.deletions, what).toEqual([]);
          const state = stateOf(room, random, doc.clientID);
          const verdict = judgeTyped(state, ANNA, typed);
          if (verdict !== null && read !== null) {
            expect(verdict, what).toEqual(judgeUpdate(state, ANNA, bytes, read));
            quick += 1;
            if (harmed) mutilated += 1;
          }
        }
        Y.applyUpdate(room, update);
      }
    }
    // The comparison compares something: sound ones and some that were changed and still read.
    expect(quick).toBeGreaterThan(SEEDS * 2);
    expect(mutilated).toBeGreaterThan(0);
  });

  it.each<[string, number[]]>([
    ['nothing', []],
    ['two structs', [1, 2, 5, 1, 0x84, 5, 0, 1, 97, 0x84, 5, 1, 1, 98, 0]],
    ['a first word, beside nothing', [1, 1, 5, 0, 4, 1, 4, 116, 101, 120, 116, 1, 97, 0]],
    ['an embed', [1, 1, 5, 1, 0x85, 5, 0, 2, 123, 125, 0]],
    ['no characters', [1, 1, 5, 1, 0x84, 5, 0, 0, 0]],
    ['a deletion besides', [1, 1, 5, 1, 0x84, 5, 0, 1, 97, 1, 5, 1, 0, 1]],
    ['bytes behind it', [1, 1, 5, 1, 0x84, 5, 0, 1, 97, 0, 0]],
    ['bytes that are no characters', [1, 1, 5, 1, 0x84, 5, 0, 1, 0xff, 0]],
    ['a length that points outside', [1, 1, 5, 1, 0x84, 5, 0, 9, 97, 0]],
    ['a number that never ends', [1, 1, 255, 255, 255, 255, 255, 255, 1, 0x84, 5, 0, 1, 97, 0]],
    ['a number that is cut', [1, 1, 5, 1, 0x84, 5, 0x80]],
  ])('R67: leaves %s to the general way', (_name, bytes) => {
    expect(readTyped(Uint8Array.from(bytes))).toBeNull();
  });

  it('R66: make one sound update that says what each of them said', () => {
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      const random = createRandom(seed);
      const { doc, before, updates } = type(random, 30);
      const typed = allTyped(updates);
      // What was typed where nothing stood yet is none.
      const from = updates.length - typed.length;
      const [apart, together] = [createDoc(), createDoc()];
      for (const room of [apart, together]) {
        Y.applyUpdate(room, before);
        for (const update of updates.slice(0, from)) Y.applyUpdate(room, update);
      }
      for (const update of updates.slice(from)) Y.applyUpdate(apart, update);
      const encoded = encodeTyped(typed);
      Y.applyUpdate(together, encoded);
      expect(together.store.pendingStructs, `seed ${seed}`).toBeNull();
      expect(Y.encodeStateAsUpdate(together), `seed ${seed}`).toEqual(Y.encodeStateAsUpdate(apart));
      expect(together.getText('text').toString(), `seed ${seed}`).toBe(doc.getText('text').toString());
      const [first, last] = [typed[0], typed.at(-1)];
      expect(readUpdate(encoded)?.sections, `seed ${seed}`).toMatchObject([
        { client: doc.clientID, start: first?.clock, end: last?.end },
      ]);
    }
  });

  it('R66: stand where they stood when somebody else types at the same places', () => {
    for (let seed = SEED; seed < SEED + SEEDS; seed += 1) {
      const random = createRandom(seed);
      const one = type(random, 1).before;
      const writers = [createDoc(), createDoc()];
      const typed = writers.map((doc) => {
        Y.applyUpdate(doc, one);
        const updates: Uint8Array[] = [];
        doc.on('update', (update: Uint8Array) => updates.push(update));
        for (let k = 0; k < 20; k += 1) doc.getText('text').insert(3 + random.below(4), random.pick(WORDS));
        return allTyped(updates);
      });
      const [apart, together] = [createDoc(), createDoc()];
      for (const room of [apart, together]) Y.applyUpdate(room, one);
      for (const side of typed) for (const { bytes } of side) Y.applyUpdate(apart, bytes);
      for (const side of typed.reverse()) Y.applyUpdate(together, encodeTyped(side));
      expect(together.getText('text').toString(), `seed ${seed}`).toBe(apart.getText('text').toString());
      expect(Y.encodeStateAsUpdate(together), `seed ${seed}`).toEqual(Y.encodeStateAsUpdate(apart));
    }
  });
});
