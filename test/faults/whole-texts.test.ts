import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LIMITS } from '../../server/room/limits.ts';
import type { Place } from '../../server/room/place.ts';
import { WHOLE } from '../../server/room/text-walk.ts';
import { CLOSE, SYNC } from '../../shared/api/socket.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { DOC } from '../server/room/cast.ts';
import { made, type Struct } from '../server/room/made-update.ts';
import { createStage, type Stage } from '../server/room/stage.ts';
import { syncMessage, type TestClient, updateMessage } from '../server/room/test-client.ts';
import { startCounting, stepsOfYjs, stopCounting } from '../server/room/yjs-steps.ts';

/** Structs put one before the other behind one character, and a chain that is put there by somebody who knows none of them. */
const BEFORE = 3_000;
const CHAIN = 6_000;
/** Yjs takes the highest first. */
const FIRST = 2_000_000_003;
const EVE = 2_000_000_002;
const LAST = 2_000_000_001;

/** Three characters that follow one another. */
interface Around {
  readonly left: Place;
  readonly right: Place;
  readonly far: Place;
}

/** Each stands right behind the same character, before the one that was put there last. */
const before = ({ left, right }: Around, from = 0, count = BEFORE): Struct[] =>
  Array.from({ length: count }, (_, k) => from + k).map((clock) => ({
    clock,
    length: 1,
    origin: left,
    rightOrigin: clock === 0 ? right : { client: EVE, clock: clock - 1 },
  }));

/** Each behind the one before, and never one with it, since every other one was typed at the end of the text meanwhile. */
const chain = ({ left, right, far }: Around, from = 0, count = CHAIN): Struct[] =>
  Array.from({ length: count }, (_, k) => from + k).map((clock) => {
    const isThere = clock % 2 === 0;
    const begins = isThere ? left : far;
    const origin = clock < 2 ? begins : { client: LAST, clock: clock - 2 };
    return { clock, length: 1, origin, rightOrigin: isThere ? right : null };
  });

/** Needs the chain, so that Yjs takes that before everything else. */
const first = ({ right }: Around, clock = CHAIN - 2): Struct[] => [
  { clock: 0, length: 1, origin: { client: LAST, clock }, rightOrigin: right },
];

const of = (...groups: (readonly [number, readonly Struct[]])[]): Uint8Array =>
  updateMessage(made(new Map(groups)));

/** Numbers that Yjs gives to what a struct holds (yjs/src/structs). */
const [STRUCT_GC, CONTENT_DELETED] = [0, 1];

/** An update of one struct that takes 2^33 clocks. */
function longStruct(head: readonly number[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, EVE, 0]) encoding.writeVarUint(encoder, number);
  for (const byte of head) encoding.writeUint8(encoder, byte);
  for (const number of [2 ** 33, 0]) encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
}

type Attack = (eve: TestClient, around: Around, stage: Stage) => Promise<void> | void;

const ATTACKS: readonly (readonly [string, Attack])[] = [
  [
    'in one frame',
    (eve, around) => eve.send(of([EVE, before(around)], [LAST, chain(around)], [FIRST, first(around)])),
  ],
  [
    'in three frames',
    (eve, around) => {
      eve.send(of([EVE, before(around)]));
      eve.send(of([LAST, chain(around)]));
      eve.send(of([FIRST, first(around)]));
    },
  ],
  [
    'in frames of which each is stored before the next comes',
    async (eve, around, stage) => {
      eve.send(of([EVE, before(around)]));
      await stage.quiet();
      eve.send(of([LAST, chain(around, 0, 1)]));
      await stage.quiet();
      eve.send(of([LAST, chain(around, 1, CHAIN - 1)]));
      await stage.quiet();
      eve.send(of([FIRST, first(around)]));
    },
  ],
  [
    'typed, a character a frame',
    async (eve, around, stage) => {
      eve.send(of([EVE, before(around)]));
      for (let k = 0; k < CHAIN; k += 1) {
        eve.send(of([LAST, chain(around, k, 1)]));
        if (k % 100 === 0) await stage.quiet();
      }
    },
  ],
  [
    'the chain first, and what is put before it later',
    async (eve, around, stage) => {
      eve.send(of([LAST, chain(around)]));
      await stage.quiet();
      for (let k = 0; k < 3; k += 1) {
        eve.send(of([EVE, before(around, (k * BEFORE) / 3, BEFORE / 3)]));
        await stage.quiet();
      }
    },
  ],
];

async function staged(): Promise<{ stage: Stage; anna: TestClient; around: Around }> {
  const stage = createStage();
  const anna = await stage.enter('Anna', 'drafter');
  anna.text.insert(anna.text.length, 'abc');
  await stage.quiet();
  const place = (back: number): Place => ({
    client: anna.doc.clientID,
    clock: Y.getState(anna.doc.store, anna.doc.clientID) - back,
  });
  return { stage, anna, around: { left: place(3), right: place(2), far: place(1) } };
}

/** Steps of Yjs for whoever reads the text whole, and of how many structs that consists. */
async function whole(stage: Stage): Promise<{ steps: number; structs: number }> {
  const clone = await stage.rooms.clone(DOC);
  const update = Y.encodeStateAsUpdate(clone);
  startCounting();
  try {
    const steps = stepsOfYjs(() => Y.applyUpdate(new Y.Doc(), update));
    return { steps, structs: [...clone.store.clients.values()].flat().length };
  } finally {
    stopCounting();
  }
}

describe('F29: structs that only those pass who read the text whole', () => {
  it.each(ATTACKS)(
    'R78: %s: who sends them is closed, and the text stays easy to read',
    async (_name, attack) => {
      const { stage, anna, around } = await staged();
      const eve = await stage.enter('Eve', 'drafter');
      await attack(eve, around, stage);
      await stage.quiet();
      expect(eve.socket.closedWith).toEqual({ code: CLOSE.flooding, reason: 'rate' });
      const { steps, structs } = await whole(stage);
      expect(steps).toBeLessThan(structs + WHOLE * LIMITS.steps.burst);
      anna.text.insert(1, '!');
      await stage.quiet();
      expect(anna.socket.closedWith).toBeNull();
      expect((await stage.rooms.clone(DOC)).getText(TEXT_NAME).toString()).toBe(anna.text.toString());
      expect(stage.reports).toEqual([]);
    },
  );

  it('R78: what was put there before the text was loaded anew counts as before', async () => {
    const { stage, around } = await staged();
    const eve = await stage.enter('Eve', 'drafter');
    eve.send(of([EVE, before(around)]));
    eve.send(of([LAST, chain(around, 0, 1)]));
    await stage.quiet();
    expect(eve.socket.closedWith).toBeNull();
    const later = await stage.restart();
    const again = await later.enter('Eve', 'drafter');
    again.send(of([LAST, chain(around, 1, CHAIN - 1)]));
    await later.quiet();
    expect(again.socket.closedWith).toEqual({ code: CLOSE.flooding, reason: 'rate' });
    const { steps, structs } = await whole(later);
    expect(steps).toBeLessThan(structs + WHOLE * LIMITS.steps.burst);
  });

  it.each([
    ['of deleted words', [CONTENT_DELETED, 1, TEXT_NAME.length, ...Buffer.from(TEXT_NAME)]],
    ['of nothing', [STRUCT_GC]],
  ])(
    'R78: one struct of 2^33 clocks, %s, keeps nobody from writing, nor after a new start',
    async (_, head) => {
      const { stage } = await staged();
      const eve = await stage.enter('Eve', 'drafter');
      eve.send(updateMessage(longStruct(head)));
      await stage.quiet();
      const later = await stage.restart();
      const ben = await later.enter('Ben', 'drafter');
      ben.text.insert(ben.text.length, 'Still here');
      await later.quiet();
      const { doc } = await later.enter('Cleo', 'drafter');
      await later.quiet();
      expect([ben.socket.closedWith, doc.getText(TEXT_NAME).toString()]).toEqual([null, ben.text.toString()]);
      expect(ben.text.toString()).toContain('Still here');
    },
  );

  it('R81: what no editor makes is refused: a right neighbour that hangs behind the left one over another', async () => {
    const { stage, around } = await staged();
    const eve = await stage.enter('Eve', 'drafter');
    eve.send(of([EVE, [{ clock: 0, length: 1, origin: around.left, rightOrigin: around.far }]]));
    await stage.quiet();
    expect(eve.socket.closedWith).toEqual({ code: CLOSE.flooding, reason: 'misplaced' });
  });
});

describe('F29: what people do passes', () => {
  it('R78: two who type by turns do not pay for what others put at the beginning, who know nothing of the text', async () => {
    const stage = createStage();
    const typists = [await stage.enter('Anna', 'drafter'), await stage.enter('Ben', 'drafter')];
    for (let turn = 0; turn < 2_000; turn += 1) {
      if (turn % 10 === 0) {
        const stranger = await stage.enter(`Stranger ${Math.floor(turn / 1_000)}`, 'drafter');
        const doc = new Y.Doc();
        doc.clientID = 1_000_000 + ((turn * 7_919) % 1_000_003);
        doc.getText(TEXT_NAME).insert(0, 'words');
        stranger.send(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(doc)));
        await stage.quiet();
        expect(stranger.socket.closedWith).toBeNull();
        stranger.drop();
        stage.clients.splice(stage.clients.indexOf(stranger), 1);
      }
      for (const { text } of typists) {
        text.insert(text.length, 'a', { bold: true });
        await stage.timers.advance(12.5);
        await stage.quiet();
      }
      for (const { socket } of typists) expect(socket.closedWith, `turn ${turn}`).toBeNull();
    }
    const { steps, structs } = await whole(stage);
    expect(steps).toBeLessThan(structs + WHOLE * LIMITS.steps.burst);
  });

  it('R78: four who each wrote three hundred paragraphs at the end of the text, offline, and went on in them', async () => {
    const { stage, anna } = await staged();
    const paragraphs = (text: Y.Text, name: string, count: number, at: number | null): void => {
      text.doc?.transact(() => {
        for (let k = 0; k < count; k += 1) {
          text.insertEmbed(at ?? text.length, new Y.Map<unknown>([['id', `${name}-${k}`]]));
          text.insert(at === null ? text.length : at + 1, 'Recalling its resolutions,', {
            bold: k % 3 === 0 ? true : null,
          });
        }
      });
    };
    const docs = ['Ben', 'Cem', 'Dan', 'Eli'].map((name, k) => {
      const doc = new Y.Doc();
      doc.clientID = 100 + ((k * 7) % 4);
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(anna.doc));
      paragraphs(doc.getText(TEXT_NAME), name, 300, null);
      return { name, doc };
    });
    for (const { name, doc } of docs) {
      const client = await stage.enter(name, 'drafter');
      client.send(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(doc)));
      await stage.quiet();
      expect(client.socket.closedWith).toBeNull();
      // All of it is here now; then what people do in it.
      paragraphs(client.text, `${name} again`, 300, Math.floor(client.text.length / 2));
      await stage.quiet();
      for (let k = 0; k < 200; k += 1) {
        client.text.insert((k * 7919) % client.text.length, 'x');
        if (k % 20 === 0) await stage.quiet();
      }
      await stage.quiet();
      expect(client.socket.closedWith).toBeNull();
    }
    const { steps, structs } = await whole(stage);
    expect(steps).toBeLessThan(structs + WHOLE * LIMITS.steps.burst);
  });
});
