import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LIMITS } from '../../server/room/limits.ts';
import type { Place } from '../../server/room/place.ts';
import { CLOSE, SYNC } from '../../shared/api/socket.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { DOC } from '../server/room/cast.ts';
import { made, type Struct } from '../server/room/made-update.ts';
import { createStage, type Stage } from '../server/room/stage.ts';
import { syncMessage, type TestClient, updateMessage } from '../server/room/test-client.ts';
import { startCounting, stepsCounted, stopCounting } from '../server/room/yjs-steps.ts';
import { createRandom } from '../sim/random.ts';

/** Structs that stand between two neighbours, and how many clientIDs put one there that saw none of them. */
const BETWEEN = 4_000;
const PUT = 200;
/** Above all others: Yjs goes on over what lower clientIDs put. */
const EVE = 2_000_000_077;
const OTHERS = EVE + 1;

/** Characters typed each somewhere else between the first and the last, so that Yjs makes none of them one with another. */
function scatter(text: Y.Text, count: number): void {
  text.insert(0, 'az');
  text.doc?.transact(() => {
    for (let k = 0; k < count; k += 1) text.insert(1 + ((k * 7919) % (text.length - 1)), 'x');
  });
}

/** The characters between which all the others were put. */
async function ends(stage: Stage): Promise<{ first: Place; last: Place }> {
  const first = (await stage.rooms.clone(DOC)).share.get(TEXT_NAME)?._start as Y.Item;
  const { client, clock } = first.id;
  return { first: { client, clock }, last: { client, clock: clock + 1 } };
}

const apart = (first: Place, last: Place, clock = 0): Struct => ({
  clock,
  length: 1,
  origin: first,
  rightOrigin: last,
});

/** Each of a clientID of its own, beside what stood beside each other when nothing was between. */
const strangers = (first: Place, last: Place, clock = 0): [number, Struct[]][] =>
  Array.from({ length: PUT }, (_, k) => [OTHERS + k, [apart(first, last, clock)]]);

/** Each before the one before, behind the same. */
const chain = (first: Place, last: Place): Struct[] =>
  Array.from({ length: BETWEEN }, (_, k) => apart(first, k === 0 ? last : { client: EVE, clock: k - 1 }, k));

const of = (...groups: [number, readonly Struct[]][]): Uint8Array => made(new Map(groups));

type Attack = (eve: TestClient, first: Place, last: Place, stage: Stage) => Promise<void> | void;

const ATTACKS: readonly (readonly [string, Attack])[] = [
  ['in one frame', (eve, first, last) => eve.send(updateMessage(of(...strangers(first, last))))],
  [
    'in one frame that also brings what is passed',
    (eve, first, last) => eve.send(updateMessage(of([EVE, chain(first, last)], ...strangers(first, last)))),
  ],
  [
    'in two frames, the first of which brings what is passed',
    (eve, first, last) => {
      eve.send(updateMessage(of([EVE, chain(first, last)])));
      eve.send(updateMessage(of(...strangers(first, last))));
    },
  ],
  [
    'in two frames, the first of which is stored before the second comes',
    async (eve, first, last, stage) => {
      eve.send(updateMessage(of([EVE, chain(first, last)])));
      await stage.quiet();
      eve.send(updateMessage(of(...strangers(first, last))));
    },
  ],
  [
    'typed, a character a frame',
    async (eve, first, last, stage) => {
      // Bound to their author, each by a character elsewhere.
      for (const [client] of strangers(first, last))
        eve.send(updateMessage(of([client, [{ clock: 0, length: 1, origin: null, rightOrigin: first }]])));
      await stage.quiet();
      expect(eve.socket.closedWith).toBeNull();
      for (const stranger of strangers(first, last, 1)) eve.send(updateMessage(of(stranger)));
    },
  ],
  [
    'beside something that is missing',
    (eve, first, last) => {
      const missing: Struct = { clock: 0, length: 1, origin: { client: 79, clock: 5 }, rightOrigin: null };
      eve.send(syncMessage(SYNC.step2, of([EVE, [missing]], ...strangers(first, last))));
    },
  ],
];

describe('F29: structs put between neighbours far apart', () => {
  it.each(ATTACKS)('%s: who sends them is closed, and everybody else goes on', async (_name, attack) => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    scatter(anna.text, BETWEEN);
    await stage.quiet();
    const eve = await stage.enter('Eve', 'drafter');
    const { first, last } = await ends(stage);
    startCounting();
    try {
      await attack(eve, first, last, stage);
      await stage.quiet();
      // Yjs's steps here and with Anna, those of the reckoning, and the one step that every struct may take.
      expect(stepsCounted()).toBeLessThan(3 * LIMITS.steps.burst + 3 * (BETWEEN + 2 * PUT));
    } finally {
      stopCounting();
    }
    expect(eve.socket.closedWith).toEqual({ code: CLOSE.flooding, reason: 'rate' });
    anna.text.insert(1, '!');
    await stage.quiet();
    expect(anna.socket.closedWith).toBeNull();
    const shown = (await stage.rooms.clone(DOC)).getText(TEXT_NAME).toString();
    expect(shown).toBe(anna.text.toString());
    expect(shown).toContain('!');
    // What came before what was too much is in the text; that is not.
    expect(shown.split('y').length - 1).toBeLessThanOrEqual(BETWEEN + LIMITS.steps.burst / BETWEEN);
    expect(stage.reports).toEqual([]);
  });

  it('R76: costs everybody no more than its bound, and comes back with time', async () => {
    const stage = createStage({ limits: { steps: { perSecond: 1_000, burst: 2 * BETWEEN } } });
    const anna = await stage.enter('Anna', 'drafter');
    scatter(anna.text, BETWEEN);
    await stage.quiet();
    const { first, last } = await ends(stage);
    const one = (k: number): Uint8Array => updateMessage(of([OTHERS + k, [apart(first, last)]]));
    const eve = await stage.enter('Eve', 'drafter');
    let k = 0;
    for (; eve.socket.closedWith === null && k < 100; k += 1) {
      eve.send(one(k));
      await stage.quiet();
    }
    expect(k).toBeGreaterThan(1);
    expect(k).toBeLessThan(100);
    // Entering anew buys nothing.
    const again = await stage.enter('Eve', 'drafter');
    again.send(one(k - 1));
    expect(again.socket.closedWith?.code).toBe(CLOSE.flooding);
    await stage.timers.advance(9_000);
    const later = await stage.enter('Eve', 'drafter');
    later.send(one(k - 1));
    await stage.quiet();
    expect(later.socket.closedWith).toBeNull();
  });
});

describe('F29: what people do passes', () => {
  it('two who rewrote one paragraph offline, in three hundred pieces each', async () => {
    const stage = createStage();
    const random = createRandom(1);
    const anna = await stage.enter('Anna', 'drafter');
    anna.text.insert(1, 'A paragraph that everybody wants to read otherwise.');
    await stage.quiet();
    const offline = ['Ben', 'Cem'].map((name) => {
      const doc = new Y.Doc();
      doc.clientID = name.charCodeAt(0);
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(anna.doc));
      const text = doc.getText(TEXT_NAME);
      for (let k = 0; k < 300; k += 1) {
        const at = 1 + random.below(Math.min(10, text.length));
        if (random.chance(0.3)) text.delete(at, 1);
        text.insert(Math.min(at, text.length), random.pick(['a', 'word ', 'another']));
      }
      return { name, doc };
    });
    const back = [];
    for (const { name, doc } of offline) {
      const client = await stage.enter(name, 'drafter');
      client.send(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(doc)));
      await stage.quiet();
      expect(client.socket.closedWith).toBeNull();
      back.push(client);
    }
    const shown = (await stage.rooms.clone(DOC)).getText(TEXT_NAME).toString();
    expect(anna.text.toString()).toBe(shown);
    for (const { doc } of offline) {
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(anna.doc));
      expect(doc.getText(TEXT_NAME).toString()).toBe(shown);
    }
    // All of it once more costs nothing.
    for (let k = 0; k < 50; k += 1) back[0]?.send(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(anna.doc)));
    await stage.quiet();
    expect(back[0]?.socket.closedWith).toBeNull();
  });

  it('a whole document pasted at once, and another before it', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    for (let times = 0; times < 2; times += 1) {
      anna.doc.transact(() => {
        for (let k = 0; k < 2_000; k += 1) {
          anna.text.insert(0, 'Words of a paragraph.', { bold: k % 2 === 0 ? true : null });
          anna.text.insertEmbed(
            0,
            new Y.Map<unknown>([
              ['id', `p${times}-${k}`],
              ['kind', 'plain'],
            ]),
          );
        }
      });
      await stage.quiet();
    }
    expect(anna.socket.closedWith).toBeNull();
    expect((await stage.rooms.clone(DOC)).getText(TEXT_NAME).length).toBe(anna.text.length);
  });

  it('20,000 updates in a burst, here and there', async () => {
    const stage = createStage();
    const random = createRandom(1);
    const anna = await stage.enter('Anna', 'drafter');
    for (let k = 0; k < 20_000; k += 1)
      anna.text.insert(k % 10 === 0 ? random.below(anna.text.length + 1) : anna.text.length, 'x');
    await stage.quiet();
    expect(anna.socket.closedWith).toBeNull();
    expect((await stage.rooms.clone(DOC)).getText(TEXT_NAME).length).toBe(anna.text.length);
  });
});
