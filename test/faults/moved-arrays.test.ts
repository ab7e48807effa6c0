import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LIMITS } from '../../server/room/limits.ts';
import { MOVES_PER_STEP } from '../../server/room/tally.ts';
import { CLOSE, SYNC } from '../../shared/api/socket.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { DOC } from '../server/room/cast.ts';
import { made, type Ranges, type Struct } from '../server/room/made-update.ts';
import { createStage, type Stage } from '../server/room/stage.ts';
import { syncMessage, type TestClient, updateMessage } from '../server/room/test-client.ts';
import { movesCounted, startCountingMoves, stopCountingMoves } from '../server/room/yjs-moves.ts';
import { createRandom, type Random } from '../sim/random.ts';

/** Pieces into which a text is cut, one each fourth character. */
const PIECES = 5_000;
/** A hundredth of the steps: an attack that fills a frame takes long to make. */
const STEPS = { ...LIMITS.steps, burst: LIMITS.steps.burst / 100 };
const EVE = 2_000_000_077;
/** Who brought the text that is cut. */
const OTHER = 2_000_000_078;

const times = <One>(count: number, one: (k: number) => One): One[] =>
  Array.from({ length: count }, (_, k) => one(k));

const update = (groups: readonly (readonly [number, readonly Struct[]])[], deletions?: Ranges): Uint8Array =>
  updateMessage(made(new Map(groups), deletions));

const at = (clock: number): { client: number; clock: number } => ({ client: OTHER, clock });

/** One in the middle of each piece, from the last to the first. */
const between = times(PIECES, (k) => ({
  ...{ clock: k, length: 1 },
  ...{ origin: at(4 * (PIECES - k) - 3), rightOrigin: at(4 * (PIECES - k) - 2) },
}));

const each = (clockOf: (k: number) => number, count = PIECES): Ranges =>
  new Map([[OTHER, times(count, (k) => ({ clock: clockOf(k), length: 1 }))]]);

type Attack = (eve: TestClient, stage: Stage) => Promise<void> | void;

/** With what they are sent away: what cannot have been written is not even counted (R81). */
const ATTACKS: [string, Attack, reason?: 'rate' | 'misplaced'][] = [
  ['words put into the middle of each piece, from behind', (eve) => eve.send(update([[EVE, between]]))],
  [
    'the same, a word a frame',
    (eve) => {
      for (const struct of between) eve.send(update([[EVE, [struct]]]));
    },
  ],
  [
    'deletions that cut what was cut before',
    async (eve, stage) => {
      eve.send(update([[EVE, between.toReversed().map((one, k) => ({ ...one, clock: k }))]]));
      await stage.quiet();
      eve.send(
        update(
          [],
          each((k) => 4 * k),
        ),
      );
    },
  ],
  [
    'deletions that make two of what is deleted one',
    async (eve, stage) => {
      eve.send(
        update(
          [],
          each((k) => 4 * k),
        ),
      );
      await stage.quiet();
      eve.send(
        update(
          [],
          each((k) => 4 * k + 1),
        ),
      );
    },
  ],
  [
    'what is nowhere, two and two beside each other',
    (eve) => {
      const gone = (clock: number): Struct => ({
        ...{ clock, length: 1, origin: null, rightOrigin: null },
        gone: true,
      });
      const struct = (k: number): Struct => ({
        ...{ clock: 3 * k + 2, length: 1, origin: at(2) },
        rightOrigin: k === 0 ? at(3) : { client: EVE, clock: 3 * k - 1 },
      });
      const structs = times(PIECES, (k) => [gone(3 * k), gone(3 * k + 1), struct(k)]).flat();
      eve.send(update([[EVE, structs]]));
    },
  ],
  [
    'what is cut and made one again for whoever reads the whole text',
    async (eve, stage) => {
      for (let from = 0; from < PIECES && eve.socket.closedWith === null; from += 100) {
        const some = times(100, (k) => ({
          ...{ clock: from + k, length: 1 },
          ...{ origin: at(4 * (PIECES - from - k) - 3), rightOrigin: at(4 * (PIECES - from - k) - 1) },
        }));
        eve.send(update([[EVE, some]]));
        await stage.quiet();
      }
    },
    'misplaced',
  ],
];

/** A text in one piece. */
async function begin(stage: Stage): Promise<TestClient> {
  const otto = await stage.enter('Otto', 'drafter');
  otto.send(update([[OTHER, [{ clock: 0, length: 4 * PIECES, origin: null, rightOrigin: null }]]]));
  await stage.quiet();
  return otto;
}

describe('F29: structs moved in their arrays', () => {
  it.each(ATTACKS)(
    '%s: who sends it is closed, and everybody else goes on',
    async (_name, attack, reason = 'rate') => {
      const stage = createStage({ limits: { steps: STEPS } });
      const anna = await stage.enter('Anna', 'drafter');
      const otto = await begin(stage);
      startCountingMoves();
      try {
        // Otto's own text is his to cut.
        await attack(otto, stage);
        await stage.quiet();
        // Here and with Anna.
        expect(movesCounted()).toBeLessThan(2 * STEPS.burst * MOVES_PER_STEP);
        const whole = movesCounted();
        Y.applyUpdate(new Y.Doc(), Y.encodeStateAsUpdate(anna.doc));
        expect(movesCounted() - whole).toBeLessThan(4 * STEPS.burst * MOVES_PER_STEP);
      } finally {
        stopCountingMoves();
      }
      expect(otto.socket.closedWith).toEqual({ code: CLOSE.flooding, reason });
      anna.text.insert(1, '!');
      await stage.quiet();
      expect(anna.socket.closedWith).toBeNull();
      expect((await stage.rooms.clone(DOC)).getText(TEXT_NAME).toString()).toBe(anna.text.toString());
      expect(stage.reports).toEqual([]);
    },
  );

  it('F20: a value of several clocks, which breaks Yjs once it is cut, is no update', async () => {
    const stage = createStage();
    const eve = await stage.enter('Eve', 'drafter');
    eve.send(update([[EVE, [{ clock: 0, length: 4, origin: null, rightOrigin: null, key: 'one' }]]]));
    expect(eve.socket.closedWith?.code).toBe(CLOSE.garbage);
    const again = await stage.enter('Eve', 'drafter');
    again.send(update([[EVE, [{ clock: 0, length: 1, origin: null, rightOrigin: null, key: 'one' }]]]));
    const origin = { client: EVE, clock: 0 };
    again.send(update([[EVE, [{ clock: 1, length: 4, origin, rightOrigin: null }]]]));
    await stage.quiet();
    expect(again.socket.closedWith?.code).toBe(CLOSE.flooding);
    expect(stage.reports).toEqual([]);
  });
});

/** Paragraphs pasted at once. */
function paste(text: Y.Text, paragraphs: number, words: number): void {
  text.doc?.transact(() => {
    for (let k = 0; k < paragraphs; k += 1) {
      const marker = new Y.Map<unknown>([
        ['id', `p${k}`],
        ['kind', 'plain'],
      ]);
      text.insertEmbed(0, marker);
      text.insert(1, times(words, (w) => `word${(7 * k + w) % 90}`).join(' '));
    }
  });
}

/** Writes every word anew, in any order. */
function rewrite(random: Random, text: Y.Text): void {
  const places: { readonly at: number; readonly length: number; readonly turn: number }[] = [];
  let from = 0;
  for (const { insert } of text.toDelta() as { insert: unknown }[]) {
    if (typeof insert !== 'string') from += 1;
    else {
      for (const { index, 0: word } of insert.matchAll(/word\d+/g))
        places.push({ at: from + index, length: word.length, turn: random.below(1e9) });
      from += insert.length;
    }
  }
  for (const place of places.sort((a, b) => a.turn - b.turn)) {
    text.delete(place.at, place.length);
    text.insert(place.at, 'x'.repeat(place.length));
  }
}

describe('F29: what people do passes', () => {
  it('a text of 15,000 words is pasted, and two write every word of it anew while offline', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    paste(anna.text, 400, 38);
    await stage.quiet();
    const offline = ['Ben', 'Cem'].map((name, k) => {
      const doc = new Y.Doc();
      doc.clientID = k + 1;
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(anna.doc));
      rewrite(createRandom(k + 1), doc.getText(TEXT_NAME));
      return { name, doc };
    });
    for (const { name, doc } of offline) {
      const client = await stage.enter(name, 'drafter');
      client.send(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(doc)));
      await stage.quiet();
      expect(client.socket.closedWith).toBeNull();
      Y.applyUpdate(offline[0]?.doc as Y.Doc, Y.encodeStateAsUpdate(doc));
    }
    expect(anna.socket.closedWith).toBeNull();
    const shown = (await stage.rooms.clone(DOC)).getText(TEXT_NAME).toString();
    expect(shown).toBe(offline[0]?.doc.getText(TEXT_NAME).toString());
    expect(shown).toBe(anna.text.toString());
    expect(shown).not.toContain('word');
  });

  it('a megabyte is pasted, set in bold, made operative and deleted', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    paste(anna.text, 3_000, 50);
    await stage.quiet();
    expect(anna.text.length).toBeGreaterThan(1_000_000);
    anna.text.format(0, anna.text.length, { bold: true });
    anna.doc.transact(() => {
      for (const { insert } of anna.text.toDelta() as { insert: unknown }[])
        if (insert instanceof Y.Map) insert.set('kind', 'operative');
    });
    await stage.quiet();
    anna.text.delete(0, anna.text.length);
    await stage.quiet();
    expect(anna.socket.closedWith).toBeNull();
    expect((await stage.rooms.clone(DOC)).getText(TEXT_NAME).length).toBe(0);
  });
});
