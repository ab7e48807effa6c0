import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Deflate } from '../../../server/room/packed-state.ts';
import { MESSAGE, SYNC } from '../../../shared/api/socket.ts';
import { createStage, type Stage } from './stage.ts';
import { connectClient, decodeFromServer, type TestClient } from './test-client.ts';

const LONG = 'Recalling all relevant resolutions of the Assembly. '.repeat(400);

/** The frames that bring text, as they were handed to a socket. */
const textFrames = ({ socket }: TestClient): Uint8Array[] =>
  socket.sent.filter((frame) => {
    const received = decodeFromServer(frame);
    return received.type === 'packed' || (received.type === 'sync' && received.step !== SYNC.step1);
  });
const kindsOf = (client: TestClient): string[] =>
  textFrames(client).map((frame) => (frame[0] === MESSAGE.packedState ? 'packed' : 'plain'));

/** A room with a long text by Anna. */
async function longRoom(options: Parameters<typeof createStage>[0] = {}) {
  const stage = createStage(options);
  const anna = await stage.enter('Anna', 'drafter');
  anna.text.insert(1, LONG);
  await stage.quiet();
  return { stage, anna };
}
const guest = (stage: Stage, name: string): Promise<TestClient> =>
  stage.enter(name, 'observer', { readsPacked: true });

const sameAs = (one: Y.Doc, other: Y.Doc): boolean => Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other));

describe('the packed initial state', () => {
  it('R62: who asks first gets the plain state, all who come then one and the same packed frame', async () => {
    const { stage, anna } = await longRoom();
    const first = await guest(stage, 'Ben');
    const crowd = [await guest(stage, 'Cleo'), await guest(stage, 'Dora'), await guest(stage, 'Eli')];
    expect(kindsOf(first)).toEqual(['plain']);
    expect(crowd.map(kindsOf)).toEqual([['packed'], ['packed'], ['packed']]);
    expect(new Set(crowd.flatMap(textFrames)).size).toBe(1);
    for (const { doc, text } of [first, ...crowd]) {
      expect(text.toString()).toBe(anna.text.toString());
      expect(sameAs(doc, anna.doc)).toBe(true);
    }
    const [plain, packed] = [first, crowd[0] as TestClient].map((one) => textFrames(one)[0]?.length ?? 0);
    expect(packed).toBeLessThan((plain as number) / 2);
    expect(stage.counters).toMatchObject({ joinsWithFullState: 2, joinsWithPackedState: 3 });
  });

  it('R62: who does not ask for it, comes back, or cannot be written to now, gets what there was before', async () => {
    const { stage } = await longRoom();
    await guest(stage, 'Ben');
    const stock = await stage.enter('Cleo', 'observer');
    const reader = await guest(stage, 'Dora');
    reader.drop();
    const back = connectClient(stage.rooms, reader.visitor, reader.doc, true);
    stage.clients.push(back);
    await stage.quiet();
    expect([stock, reader, back].map(kindsOf)).toEqual([['plain'], ['packed'], ['plain']]);
    const slow = connectClient(stage.rooms, reader.visitor, undefined, true);
    slow.socket.full = 10_000_000;
    stage.clients.push(slow);
    await stage.quiet();
    expect(kindsOf(slow)).toEqual([]);
    slow.socket.full = 0;
    await stage.timers.advance(1_000);
    await stage.quiet();
    expect(kindsOf(slow)).toEqual(['plain']);
    expect(slow.text.toString()).toBe(stock.text.toString());
  });

  it('R62: what came since follows it in one frame; once that has grown it is packed anew', async () => {
    const { stage, anna } = await longRoom();
    await guest(stage, 'Ben');
    const before = await guest(stage, 'Cleo');
    anna.text.insert(5, 'one ');
    await stage.quiet();
    anna.text.delete(1, 3);
    await stage.quiet();
    const dora = await guest(stage, 'Dora');
    expect(kindsOf(dora)).toEqual(['packed', 'plain']);
    expect(textFrames(dora)[0]).toBe(textFrames(before)[0]);
    expect(sameAs(dora.doc, anna.doc)).toBe(true);
    for (let k = 0; k < 40; k += 1) {
      anna.text.insert(1, `${k} `);
      await stage.quiet();
    }
    const [due, fresh] = [await guest(stage, 'Eli'), await guest(stage, 'Finn')];
    expect(kindsOf(fresh)).toEqual(['packed']);
    expect(textFrames(fresh)[0]).not.toBe(textFrames(before)[0]);
    for (const { doc } of [due, fresh]) expect(sameAs(doc, anna.doc)).toBe(true);
  });

  it('R62: nobody waits for the packing, and what is written meanwhile is not missing from it', async () => {
    let finish = (): void => undefined;
    const deflate: Deflate = (bytes) =>
      new Promise((resolve) => {
        const copy = bytes.slice();
        finish = () => resolve(deflateRawSync(copy));
      });
    const { stage, anna } = await longRoom({ deflate });
    const early = [await guest(stage, 'Ben'), await guest(stage, 'Cleo')];
    expect(early.map(kindsOf)).toEqual([['plain'], ['plain']]);
    anna.text.insert(1, 'Meanwhile. ');
    await stage.quiet();
    finish();
    await stage.quiet();
    const late = await guest(stage, 'Dora');
    expect(kindsOf(late)).toEqual(['packed', 'plain']);
    for (const { doc } of [...early, late]) expect(sameAs(doc, anna.doc)).toBe(true);
  });

  it.each([
    ['cannot be packed', LONG, async () => null],
    ['does not become half as large', LONG, async (bytes: Uint8Array) => bytes],
  ] as const)(
    'R62: a text that %s is sent plain, and is not tried again for every guest',
    async (_, text, deflate) => {
      let tries = 0;
      const { stage, anna } = await longRoom({
        deflate: (bytes) => {
          tries += 1;
          return deflate(bytes);
        },
      });
      for (const name of ['Ben', 'Cleo', 'Dora']) {
        const one = await guest(stage, name);
        expect(kindsOf(one)).toEqual(['plain']);
        expect(one.text.toString()).toBe(text);
      }
      expect(anna.text.toString()).toBe(text);
      expect(tries).toBe(1);
    },
  );

  it('R62: a short text, which one round trip carries, is never packed', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    anna.text.insert(1, LONG.slice(0, 10_000));
    await stage.quiet();
    await guest(stage, 'Ben');
    expect(kindsOf(await guest(stage, 'Cleo'))).toEqual(['plain']);
  });
});
