import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { applyDurable, type LiveText } from '../../../server/room/live-text.ts';
import { loadLiveText } from '../../../server/room/load-text.ts';
import { createOutbox, post, textBefore } from '../../../server/room/outbox.ts';
import { type Row, rowOf } from '../../../server/room/row.ts';
import { encodeFrontier } from '../../../server/room/trim.ts';
import { readUpdate } from '../../../server/room/update-reader.ts';
import { createMemoryStore } from '../../../server/store/memory/store.ts';
import { createRandom, type Random } from '../../sim/random.ts';
import { DOC } from './cast.ts';
import { createStage } from './stage.ts';
import { createDoc, decodeFromServer } from './test-client.ts';

const throwIt = (error: unknown): never => {
  throw error;
};

const emptyText = (): Promise<LiveText> => loadLiveText(createMemoryStore().textLog, DOC, throwIt);

/** Words, deletions, formats, and paragraphs whose kind changes. */
function edit(text: Y.Text, random: Random): void {
  const at = random.below(text.length + 1);
  const length = Math.min(text.length - at, 1 + random.below(4));
  const kind = random.below(10);
  if (kind < 5 || length === 0) text.insert(at, 'word'.slice(0, 1 + random.below(4)));
  else if (kind < 7) text.delete(at, length);
  else if (kind < 8) text.format(at, length, { bold: random.chance(0.5) || null });
  else {
    const marker = new Y.Map();
    text.insertEmbed(at, marker);
    marker.set('kind', 'plain');
    marker.set('kind', 'heading');
  }
}

/** Characters, formats and markers. */
const shownBy = (doc: Y.Doc): unknown => JSON.parse(JSON.stringify(doc.getText('text').toDelta()));

const REMOTE = 'remote';

const reachOf = (update: Uint8Array): readonly (readonly [number, number])[] =>
  (readUpdate(update)?.sections ?? []).map(({ client, end }) => [client, end] as const);

const entryOf = (update: Uint8Array): { readonly row: Row } => ({ row: rowOf(update, reachOf(update)) });

describe('a text that is read only when it is needed', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))(
    'R13, R64: whoever fell behind or comes has what everybody has, however much waits (seed %i)',
    async (seed) => {
      const random = createRandom(seed);
      const text = await emptyText();
      const outbox = createOutbox();
      const written: Uint8Array[] = [];
      const writers = [createDoc(), createDoc()];
      for (const writer of writers)
        writer.on('update', (update: Uint8Array, origin: unknown) => {
          if (origin !== REMOTE) written.push(update);
        });
      const slow: { readonly doc: Y.Doc; readonly next: number }[] = [];
      const receiver = createDoc();
      let seq = 0;
      for (let step = 0; step < 120; step += 1) {
        if (random.chance(0.08)) {
          const doc = createDoc();
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(receiver));
          slow.push({ doc, next: outbox.posted.length });
        }
        while (written.length < (random.chance(0.8) ? 1 : 3)) {
          const writer = writers[random.below(2)] as Y.Doc;
          writer.transact(() => edit(writer.getText('text'), random));
        }
        const window = written.splice(0);
        for (const update of window) for (const writer of writers) Y.applyUpdate(writer, update, REMOTE);
        seq += window.length;
        const shown = applyDurable(text, window.map(entryOf), seq, throwIt);
        if (shown === null) continue;
        post(outbox, 'text', shown.frame, { before: shown.before });
        const message = decodeFromServer(shown.frame);
        if (message.type === 'sync') Y.applyUpdate(receiver, message.payload);
      }
      const right = shownBy(writers[0] as Y.Doc);
      expect(shownBy(receiver)).toEqual(right);
      for (const { doc, next } of slow) {
        const before = textBefore(outbox, next, text.shown);
        if (before === null) continue;
        const message = decodeFromServer(
          text.answers.toSkipped(encodeFrontier(before.known), before.version),
        );
        if (message.type === 'sync') Y.applyUpdate(doc, message.payload);
        expect(doc.store.pendingStructs).toBeNull();
        expect(shownBy(doc)).toEqual(right);
      }
      const comer = createDoc();
      for (const frame of text.answers.initial()) {
        const message = decodeFromServer(frame);
        if (message.type === 'sync') Y.applyUpdate(comer, message.payload);
      }
      expect(shownBy(comer)).toEqual(right);
      expect(text.version()).toBe(text.answers.version());
    },
  );

  it('R64: an update that is stored alone goes out as it came', async () => {
    const text = await emptyText();
    const writer = createDoc();
    writer.getText('text').insert(0, 'words');
    const update = Y.encodeStateAsUpdate(writer);
    const shown = applyDurable(text, [entryOf(update)], 1, throwIt);
    expect(shown?.frame.subarray(-update.length)).toEqual(update);
  });

  it('R3, R64: what the server reads and edits has every word that was shown', async () => {
    const stage = createStage();
    const anna = await stage.enter('Anna', 'drafter');
    await stage.enter('Ben', 'observer');
    for (let k = 0; k < 40; k += 1) {
      anna.text.insert(anna.text.length, `${k} `);
      await stage.quiet();
      const clone = stage.rooms.clone(DOC);
      await stage.quiet();
      expect((await clone).getText('text').toString()).toBe(anna.text.toString());
    }
  });
});
