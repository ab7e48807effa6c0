import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import { decodeFrame } from '../../server/room/frames.ts';
import { readAwareness } from '../../server/room/presence.ts';
import { readUpdate } from '../../server/room/update-reader.ts';
import { CLOSE } from '../../shared/api/socket.ts';
import { DOC } from '../server/room/cast.ts';
import { createStage } from '../server/room/stage.ts';
import { awarenessMessage, barrierMessage, updateMessage } from '../server/room/test-client.ts';

/** The first number that a database stores and does not read back as a number, and one beyond. */
const TOO_LARGE = [2 ** 53, 2 ** 55 + 8];

const numbers = (...list: number[]): Uint8Array => {
  const encoder = encoding.createEncoder();
  for (const number of list) encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
};
/** One character of a client at a clock, behind another's. */
const character = (client: number, clock: number, before: readonly [number, number]): Uint8Array =>
  // 0x84: characters that follow an item. 1, 120: one byte, x.
  Uint8Array.from([...numbers(1, 1, client, clock), 0x84, ...numbers(...before, 1, 120, 0)]);

describe('F23: numbers that a database or Yjs would not read back are refused', () => {
  it.each(TOO_LARGE)('%d as a clientID, a clock, a length, a barrier', (large) => {
    for (const update of [
      character(large, 0, [5, 0]),
      character(7, large, [5, 0]),
      character(7, 0, [large, 0]),
      character(7, 0, [5, large]),
      numbers(1, 1, 7, 0, 0, large, 0),
      numbers(0, 1, large, 1, 0, 1),
      numbers(0, 1, 7, 1, 0, large),
    ])
      expect(readUpdate(update)).toBeNull();
    expect(decodeFrame(barrierMessage(large))).toBeNull();
    expect(readAwareness(numbers(1, large, 0, 2, 123, 125))).toBeNull();
    expect(readUpdate(character(2 ** 53 - 1, 0, [5, 2 ** 53 - 1]))).not.toBeNull();
  });

  it.each(TOO_LARGE)(
    'presence under clientID %d binds nothing, and others can load the text',
    async (large) => {
      const stage = createStage();
      const eve = await stage.enter('Eve', 'drafter');
      eve.send(awarenessMessage(large, 1, {}));
      await stage.quiet();
      expect(eve.socket.closedWith?.code).toBe(CLOSE.garbage);
      const ben = await stage.enter('Ben', 'drafter');
      ben.send(updateMessage(character(large, 0, [5, 0])));
      await stage.quiet();
      expect(ben.socket.closedWith?.code).toBe(CLOSE.garbage);
      expect((await stage.log.owners(DOC)).has(large)).toBe(false);
    },
  );
});
