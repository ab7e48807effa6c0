import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LIMITS } from '../../server/room/limits.ts';
import { CLOSE, SYNC } from '../../shared/api/socket.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { DOC } from '../server/room/cast.ts';
import { made, type Struct } from '../server/room/made-update.ts';
import { createStage, type Stage } from '../server/room/stage.ts';
import { syncMessage, type TestClient, updateMessage } from '../server/room/test-client.ts';
import { startCounting, stepsCounted, stopCounting } from '../server/room/yjs-steps.ts';
import { createRandom } from '../sim/random.ts';

/** Structs that stand between two neighbours, and those that somebody puts between the two. */
const BETWEEN = 4_000;
const PUT = 1_000;
/** Above all others: Yjs goes on over what lower clientIDs put. */
const EVE = 2_000_000_077;
const OTHER = 2_000_000_078;

/** Characters typed each somewhere else, so that Yjs makes none of them one with another. */
function scatter(text: Y.Text, count: number): void {
  text.doc?.transact(() => {
    for (let k = 0; k < count; k += 1) text.insert((k * 7919) % (text.length + 1), 'x');
  });
}

/** The first and the last struct of a room's text. */
async function ends(stage: Stage): Promise<{ first: Y.ID; last: Y.ID }> {
  let item = (await stage.rooms.clone(DOC)).share.get(TEXT_NAME)?._start as Y.Item;
  const first = item.lastId;
  while (item.right !== null) item = item.right;
  return { first, last: item.id };
}

const apart = (first: Y.ID, last: Y.ID, count = PUT, from = 0): Struct[] =>
  Array.from({ length: count }, (_, k) => ({
    clock: from + k,
    length: 1,
    origin: first,
    rightOrigin: last,
  }));

/** Each behind the one before, but never one with it: its right neighbour is another. */
const chain = (first: Y.ID, last: Y.ID): Struct[] =>
  Array.from({ length: BETWEEN }, (_, k) => ({
    clock: k,
    length: 1,
    origin: k === 0 ? first : { client: EVE, clock: k - 1 },
    rightOrigin: k % 2 === 0 ? last : first,
  }));

const ofOne = (client: number, structs: readonly Struct[]): Uint8Array => made(new Map([[client, structs]]));

type Attack = (eve: TestClient, first: Y.ID, last: Y.ID, stage: Stage) => Promise<void> | void;

const ATTACKS: readonly (readonly [string, Attack])[] = [
  ['in one frame', (eve, first, last) => eve.send(updateMessage(ofOne(EVE, apart(first, last))))],
  [
    'in one frame in which two clientIDs pass each other',
    (eve, first) => {
      const at = (client: number): Struct[] =>
        apart({ client: EVE, clock: 0 } as Y.ID, first, PUT, client === EVE ? 1 : 0);
      const one = { clock: 0, length: 1, origin: first, rightOrigin: null };
      eve.send(
        updateMessage(
          made(
            new Map([
              [EVE, [one, ...at(EVE)]],
              [OTHER, at(OTHER)],
            ]),
          ),
        ),
      );
    },
  ],
  [
    'in two frames, the first of which brings what is passed',
    (eve, first, last) => {
      eve.send(updateMessage(ofOne(EVE, chain(first, last))));
      eve.send(updateMessage(ofOne(OTHER, apart(first, last))));
    },
  ],
  [
    'in two frames, the first of which is stored before the second comes',
    async (eve, first, last, stage) => {
      eve.send(updateMessage(ofOne(EVE, chain(first, last))));
      await stage.quiet();
      eve.send(updateMessage(ofOne(OTHER, apart(first, last))));
    },
  ],
  [
    'typed, a character a frame',
    (eve, first, last) => {
      for (const struct of apart(first, last)) eve.send(updateMessage(ofOne(EVE, [struct])));
    },
  ],
  [
    'beside something that is missing',
    (eve, first, last) => {
      const missing = { clock: 0, length: 1, origin: { client: 79, clock: 5 }, rightOrigin: null };
      const groups = new Map([
        [EVE, apart(first, last)],
        [OTHER, [missing]],
      ]);
      eve.send(syncMessage(SYNC.step2, made(groups)));
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
      expect(stepsCounted()).toBeLessThan(3 * LIMITS.steps.burst + 3 * (BETWEEN + PUT));
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
    const one = (clock: number): Uint8Array => updateMessage(ofOne(EVE, apart(first, last, 1, clock)));
    const eve = await stage.enter('Eve', 'drafter');
    let clock = 0;
    for (; eve.socket.closedWith === null && clock < 100; clock += 1) {
      eve.send(one(clock));
      await stage.quiet();
    }
    expect(clock).toBeLessThan(100);
    // Entering anew buys nothing.
    const again = await stage.enter('Eve', 'drafter');
    again.send(one(clock - 1));
    expect(again.socket.closedWith?.code).toBe(CLOSE.flooding);
    await stage.timers.advance(9_000);
    const later = await stage.enter('Eve', 'drafter');
    later.send(one(clock - 1));
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
