import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readUpdate } from '../../server/room/update-reader.ts';
import { CLOSE } from '../../shared/api/socket.ts';
import { DOC } from '../server/room/cast.ts';
import { createStage } from '../server/room/stage.ts';
import { createDoc, updateMessage } from '../server/room/test-client.ts';

const CLIENT = 7;

/** An update of one item in the text, with the content as `write` writes it. */
function oneItem(content: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, CLIENT, 0, content, 1]) encoding.writeVarUint(encoder, number);
  encoding.writeVarString(encoder, 'text');
  write(encoder);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

const json = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

const KINDS: readonly (readonly [string, (depth: number) => Uint8Array])[] = [
  [
    'a list of JSON values',
    (depth) =>
      oneItem(2, (encoder) => {
        encoding.writeVarUint(encoder, 1);
        encoding.writeVarString(encoder, json(depth));
      }),
  ],
  ['an embed', (depth) => oneItem(5, (encoder) => encoding.writeVarString(encoder, json(depth)))],
  [
    'a format',
    (depth) =>
      oneItem(6, (encoder) => {
        encoding.writeVarString(encoder, 'bold');
        encoding.writeVarString(encoder, json(depth));
      }),
  ],
  [
    'a list of any values',
    (depth) =>
      oneItem(8, (encoder) => {
        encoding.writeVarUint(encoder, 1);
        // lib0: 117 begins an array, then its length; 126 is null.
        for (let k = 0; k < depth; k += 1) encoding.writeUint8Array(encoder, Uint8Array.of(117, 1));
        encoding.writeUint8(encoder, 126);
      }),
  ],
];

describe('values nested deeper than anybody can write again', () => {
  it.each(KINDS)('F22: %s of 64 levels is taken, of 65 or 100,000 refused', (_name, update) => {
    expect(readUpdate(update(64))).not.toBeNull();
    for (const depth of [65, 4_000, 100_000]) expect(readUpdate(update(depth)), `${depth}`).toBeNull();
    const doc = createDoc();
    Y.applyUpdate(doc, update(64));
    expect(readUpdate(Y.encodeStateAsUpdate(doc))).not.toBeNull();
  });

  it.each(KINDS)(
    'F22: %s: who sends it is closed, and the text can be loaded by others',
    async (_name, update) => {
      const stage = await createStage();
      const eve = await stage.enter('Eve', 'drafter');
      eve.send(updateMessage(update(10_000)));
      await stage.quiet();
      expect(eve.socket.closedWith?.code).toBe(CLOSE.garbage);
      const anna = await stage.enter('Anna', 'drafter');
      anna.text.insert(1, 'words');
      await stage.quiet();
      expect((await stage.rooms.clone(DOC)).getText('text').toString()).toBe('words');
      expect(stage.reports).toEqual([]);
    },
  );
});
