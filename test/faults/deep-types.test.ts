import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import { CLOSE, SYNC } from '../../shared/api/socket.ts';
import { DOC } from '../server/room/cast.ts';
import { createStage } from '../server/room/stage.ts';
import { syncMessage, type TestClient, updateMessage } from '../server/room/test-client.ts';

const CLIENT = 77;
/** First bytes of structs: a shared type, any values; and where they stand. */
const [TYPE, ANY] = [7, 8];
const [BESIDE_LEFT, BESIDE_RIGHT, KEYED] = [0x80, 0x40, 0x20];

type Write = (encoder: encoding.Encoder) => void;
const numbers =
  (...list: number[]): Write =>
  (encoder) => {
    for (const number of list) encoding.writeVarUint(encoder, number);
  };
/** A list (0) in the text, or in the type at a clock of ours. */
const listIn =
  (parent: number | null): Write =>
  (encoder) => {
    encoding.writeUint8(encoder, TYPE);
    if (parent === null) {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, 'text');
    } else numbers(0, CLIENT, parent)(encoder);
    encoding.writeVarUint(encoder, 0);
  };
/** A map (1) beside what stands at a clock of ours. */
const mapBeside =
  (neighbour: number, side: number): Write =>
  (encoder) => {
    encoding.writeUint8(encoder, TYPE | side);
    numbers(CLIENT, neighbour, 1)(encoder);
  };
/** A plain value (126: null) under a key of the map at a clock of ours. */
const valueIn =
  (parent: number): Write =>
  (encoder) => {
    encoding.writeUint8(encoder, ANY | KEYED);
    numbers(0, CLIENT, parent)(encoder);
    encoding.writeVarString(encoder, 'key');
    numbers(1)(encoder);
    encoding.writeUint8(encoder, 126);
  };

function update(clock: number, structs: readonly Write[]): Uint8Array {
  const encoder = encoding.createEncoder();
  numbers(1, structs.length, CLIENT, clock)(encoder);
  for (const write of structs) write(encoder);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

/** As many lists, each in the one before. */
const nested = (depth: number): Write[] =>
  Array.from({ length: depth }, (_, k) => listIn(k === 0 ? null : k - 1));
/** As many maps, each put beside a plain value that stands in the one before, so that no map names what it is in. */
const crept = (depth: number, side: number): Write[] => [
  listIn(null),
  ...Array.from({ length: depth }, (_, k) => [valueIn(2 * k), mapBeside(2 * k + 1, side)]).flat(),
];

const WAYS: readonly (readonly [string, (eve: TestClient) => void])[] = [
  ['in one update', (eve) => eve.send(updateMessage(update(0, nested(3_000))))],
  [
    'in one update, beside values to their right',
    (eve) => eve.send(updateMessage(update(0, crept(3_000, BESIDE_LEFT)))),
  ],
  ['in one update, to their left', (eve) => eve.send(updateMessage(update(0, crept(3_000, BESIDE_RIGHT))))],
  [
    'each in an update of its own, none of them stored yet',
    (eve) => {
      for (const [clock, struct] of crept(100, BESIDE_LEFT).entries())
        eve.send(updateMessage(update(clock, [struct])));
    },
  ],
];

describe('F25: types that nest deeper than Yjs can delete', () => {
  it.each(WAYS)('%s: who sends them is closed, and everybody else goes on', async (_name, send) => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    const eve = await stage.enter('Eve', 'drafter');
    send(eve);
    await stage.quiet();
    expect(eve.socket.closedWith?.code).toBe(CLOSE.garbage);
    anna.text.delete(0, anna.text.length);
    anna.text.insert(0, 'words');
    await stage.quiet();
    expect(anna.socket.closedWith).toBeNull();
    expect((await stage.rooms.clone(DOC)).getText('text').toString()).toBe('words');
    expect(stage.reports).toEqual([]);
  });

  it('beside something that is missing, and deleted at once', async () => {
    const stage = createStage();
    const eve = await stage.enter('Eve', 'drafter');
    // Two groups: the nested types, and a character behind one that nobody has; then the outermost type is deleted.
    const types = update(0, nested(5_000)).subarray(1, -1);
    const missing = [1, CLIENT + 1, 0, 0x84, CLIENT + 2, 9, 1, 120];
    eve.send(syncMessage(SYNC.step2, Uint8Array.from([2, ...types, ...missing, 1, CLIENT, 1, 0, 1])));
    await stage.quiet();
    expect(eve.socket.closedWith?.code).toBe(CLOSE.garbage);
    expect(stage.reports).toEqual([]);
  });

  it('one after another, each stored before the next', async () => {
    const stage = createStage();
    const eve = await stage.enter('Eve', 'drafter');
    let clock = 0;
    for (const struct of nested(100)) {
      if (eve.socket.closedWith !== null) break;
      eve.send(updateMessage(update(clock, [struct])));
      clock += 1;
      await stage.quiet();
    }
    expect(eve.socket.closedWith?.code).toBe(CLOSE.garbage);
    // 64 levels around the last one that was taken, itself the 65th type.
    expect(clock).toBe(66);
  });

  it('a few levels are nobody’s harm', async () => {
    const stage = createStage();
    const eve = await stage.enter('Eve', 'drafter');
    eve.send(updateMessage(update(0, nested(20))));
    await stage.quiet();
    expect(eve.socket.closedWith).toBeNull();
    expect((await stage.log.owners(DOC)).get(CLIENT)).toBe('eve');
  });
});
