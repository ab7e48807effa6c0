import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readUpdate } from '../../../server/room/update-reader.ts';
import { SYNC } from '../../../shared/api/socket.ts';
import { createRandom } from '../../sim/random.ts';
import { DOC } from './cast.ts';
import { createStage, type Stage } from './stage.ts';
import { connectClient, createDoc, decodeFromServer, syncMessage, type TestClient } from './test-client.ts';

const textOf = async (stage: Stage): Promise<string> =>
  (await stage.rooms.clone(DOC)).getText('text').toString();

/** The frames of a connection that bring text, as they were handed to its socket. */
const textFrames = ({ socket }: TestClient): Uint8Array[] =>
  socket.sent.filter((frame) => {
    const received = decodeFromServer(frame);
    return received.type === 'sync' && received.step !== SYNC.step1;
  });

const payloadOf = (frame: Uint8Array | undefined): Uint8Array => {
  const received = decodeFromServer(frame as Uint8Array);
  if (received.type !== 'sync') throw new Error('no sync message');
  return received.payload;
};

/** Characters that an update deletes. */
const deletedBy = (update: Uint8Array): number =>
  readUpdate(update)?.deletions.reduce((sum, { length }) => sum + length, 0) ?? Number.NaN;

/** Comes back with the document it has. */
async function comeBack(stage: Stage, client: TestClient): Promise<TestClient> {
  const back = connectClient(stage.rooms, client.visitor, client.doc);
  stage.clients.push(back);
  await stage.quiet();
  return back;
}

describe('joining', () => {
  it('R26: many who come at once are handed one and the same frame', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    anna.text.insert(1, 'All of it.');
    await stage.quiet();
    const crowd: TestClient[] = [];
    for (let k = 0; k < 20; k += 1) crowd.push(await stage.enter(`Reader ${k}`, 'observer'));
    const frames = new Set(crowd.flatMap(textFrames));
    expect(frames.size).toBe(1);
    for (const { text } of crowd) expect(text.toString()).toBe('All of it.');
  });

  it('R26: what came since it was encoded follows it in one frame, however much that was', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    anna.text.insert(1, 'All of it.'.repeat(50));
    await stage.quiet();
    const ben = await stage.enter('Ben', 'observer');
    for (const word of ['one ', 'two ', 'three ']) {
      anna.text.insert(1, word);
      await stage.quiet();
    }
    anna.text.delete(1, 3);
    await stage.quiet();
    const cleo = await stage.enter('Cleo', 'observer');
    const dora = await stage.enter('Dora', 'observer');
    expect(cleo.text.toString()).toBe(`ee two one ${'All of it.'.repeat(50)}`);
    expect(textFrames(cleo)).toHaveLength(2);
    expect(textFrames(cleo)[0]).toBe(textFrames(ben)[0]);
    expect(textFrames(dora)).toEqual(textFrames(cleo));
  });

  it('R26: who is greeted alike is handed the same frames', async () => {
    const stage = createStage();
    const [one, two, ben] = [
      await stage.enter('Anna', 'observer'),
      await stage.enter('Anna', 'observer'),
      await stage.enter('Ben', 'observer'),
    ];
    expect(two.socket.sent[0]).toBe(one.socket.sent[0]);
    expect(two.socket.sent[1]).toBe(one.socket.sent[1]);
    expect(ben.socket.sent[0]).not.toBe(one.socket.sent[0]);
    expect(ben.socket.sent[1]).toBe(one.socket.sent[1]);
  });

  it('R26: it is encoded anew once that has grown too much', async () => {
    const stage = createStage({ limits: { tailBytes: 40 } });
    const anna = await stage.enter('Anna', 'drafter');
    const ben = await stage.enter('Ben', 'observer');
    for (let k = 0; k < 8; k += 1) {
      anna.text.insert(1, `${k}`);
      await stage.quiet();
    }
    const cleo = await stage.enter('Cleo', 'observer');
    expect(cleo.text.toString()).toBe('76543210');
    expect(textFrames(cleo)).toHaveLength(1);
    expect(textFrames(cleo)[0]).not.toBe(textFrames(ben)[0]);
  });

  it('R26: after a start the first is sent the snapshot as it was stored, and what the log has beyond it', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    anna.text.insert(1, 'Kept.'.repeat(50));
    await stage.quiet();
    await stage.log.compact(DOC);
    const later = await stage.restart();
    const { snapshot } = await later.log.load(DOC);
    const ben = await later.enter('Ben', 'observer');
    expect(payloadOf(textFrames(ben)[0])).toEqual(snapshot?.state);
    const dora = await later.enter('Dora', 'drafter');
    dora.text.insert(6, ' Beyond.');
    dora.text.delete(1, 1);
    await later.quiet();
    // A server that stops without a word: its log is ahead of its snapshot.
    const last = createStage({ log: later.log, firstClientId: 910_000_000 });
    const cleo = await last.enter('Cleo', 'observer');
    expect(textFrames(cleo)).toHaveLength(2);
    expect(cleo.text.toString()).toBe(`ept. Beyond.${'Kept.'.repeat(49)}`);
  });
});

describe('coming back', () => {
  it('R27: what was deleted meanwhile is told, though the state vector does not show it', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    anna.text.insert(1, 'Struck out.');
    await stage.quiet();
    const ben = await stage.enter('Ben', 'observer');
    ben.drop();
    anna.text.delete(1, 7);
    await stage.quiet();
    await comeBack(stage, ben);
    expect(ben.text.toString()).toBe('out.');
  });

  it('R27: who lost a deletion on the way gets it back', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    anna.text.insert(1, 'Struck out.');
    await stage.quiet();
    const ben = await stage.enter('Ben', 'observer');
    anna.text.delete(1, 7);
    await stage.timers.settle();
    // Its device stored what came later, but not the deletion.
    ben.drop();
    anna.text.insert(5, ' More.');
    await stage.quiet();
    const lossy = createDoc();
    Y.applyUpdate(lossy, Y.encodeStateAsUpdate(ben.doc));
    const { doc } = anna;
    const structs = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(lossy));
    const read = readUpdate(structs);
    Y.applyUpdate(lossy, new Uint8Array([...structs.subarray(0, read?.deletionsAt), 0]));
    expect(Y.encodeStateVector(lossy)).toEqual(Y.encodeStateVector(doc));
    const back = connectClient(stage.rooms, ben.visitor, lossy);
    stage.clients.push(back);
    await stage.quiet();
    expect(back.text.toString()).toBe(anna.text.toString());
  });

  it('R27: those with the same state vector are handed the same frame', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    anna.text.insert(1, 'First.');
    await stage.quiet();
    const crowd: TestClient[] = [];
    for (let k = 0; k < 10; k += 1) crowd.push(await stage.enter(`Reader ${k}`, 'observer'));
    for (const one of crowd) one.drop();
    anna.text.insert(7, ' Second.');
    await stage.quiet();
    const backs: TestClient[] = [];
    for (const one of crowd) backs.push(await comeBack(stage, one));
    expect(new Set(backs.flatMap(textFrames)).size).toBe(1);
    for (const { text } of backs) expect(text.toString()).toBe('First. Second.');
  });

  it('R27: a reply that repeats deletions is welcome from a reader, and acknowledged to a writer', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    anna.text.insert(1, 'Struck out.');
    await stage.quiet();
    anna.text.delete(1, 7);
    await stage.quiet();
    const ben = await stage.enter('Ben', 'observer');
    const known = stage.counters.updatesKnown;
    ben.send(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(ben.doc, Y.encodeStateVector(ben.doc))));
    anna.send(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(anna.doc, Y.encodeStateVector(anna.doc))));
    await stage.quiet();
    expect([ben.socket.closedWith, anna.socket.closedWith]).toEqual([null, null]);
    expect(stage.counters.updatesKnown).toBeGreaterThan(known);
  });
});

describe('falling behind', () => {
  it('R13: who was skipped gets what was deleted since, and not every deletion there ever was', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    anna.text.insert(1, 'a'.repeat(100));
    await stage.quiet();
    for (let k = 0; k < 20; k += 1) {
      anna.text.delete(1 + k, 1);
      await stage.quiet();
    }
    const ben = await stage.enter('Ben', 'observer');
    ben.socket.full = 1_000_000;
    anna.text.insert(1, 'b');
    await stage.quiet();
    anna.text.delete(30, 2);
    await stage.quiet();
    ben.socket.full = 0;
    await stage.timers.advance(1_000);
    await stage.quiet();
    expect(ben.text.toString()).toBe(anna.text.toString());
    expect(deletedBy(payloadOf(textFrames(ben).at(-1)))).toBe(2);
  });

  it('R13: who was skipped for longer than deletions are remembered gets all of them', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    anna.text.insert(1, 'a'.repeat(1_000));
    await stage.quiet();
    const ben = await stage.enter('Ben', 'observer');
    ben.socket.full = 1_000_000;
    for (let k = 0; k < 600; k += 1) {
      anna.text.delete(1, 1);
      await stage.timers.settle();
    }
    ben.socket.full = 0;
    await stage.timers.advance(1_000);
    await stage.quiet();
    expect(ben.text.toString()).toBe(await textOf(stage));
    expect(deletedBy(payloadOf(textFrames(ben).at(-1)))).toBe(600);
  });

  it.each([1, 2, 3, 4, 5])(
    'R13, R26, R27: whoever comes, goes and falls behind ends with the text, seed %i',
    async (seed) => {
      const random = createRandom(seed);
      const stage = createStage({ limits: { tailBytes: 300 } });
      const writers = [await stage.enter('Anna', 'drafter'), await stage.enter('Ben', 'drafter')];
      let readers: TestClient[] = [];
      for (let step = 0; step < 150; step += 1) {
        const { text } = random.pick(writers);
        const index = 1 + random.below(text.length);
        const length = Math.min(random.below(8), text.length - index);
        if (length > 0 && random.chance(0.4)) text.delete(index, length);
        else text.insert(index, 'abcdefgh'.slice(random.below(7)));
        const reader = readers.length > 0 ? random.pick(readers) : null;
        if (reader !== null && random.chance(0.2)) reader.socket.full = random.chance(0.5) ? 1_000_000 : 0;
        if (reader !== null && random.chance(0.15)) {
          reader.drop();
          readers = readers.filter((one) => one !== reader);
          if (random.chance(0.7)) readers.push(await comeBack(stage, reader));
        }
        if (readers.length < 6 && random.chance(0.2)) readers.push(await stage.enter(`R${step}`, 'observer'));
        if (random.chance(0.5)) await stage.quiet();
        if (random.chance(0.1)) await stage.timers.advance(100);
      }
      for (const reader of readers) reader.socket.full = 0;
      await stage.timers.advance(1_000);
      await stage.quiet();
      const shown = await textOf(stage);
      for (const { text } of [...writers, ...readers]) expect(text.toString()).toBe(shown);
    },
  );
});
