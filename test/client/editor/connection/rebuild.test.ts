import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { rebuildUnsent } from '../../../../client/editor/connection/rebuild.ts';
import { docOf } from '../../../../client/editor/connection/server-copy.ts';
import type { ParagraphId } from '../../../../shared/model/ids.ts';
import type { Paragraph } from '../../../../shared/model/paragraph.ts';
import { createMarker, TEXT_NAME } from '../../../../shared/text/marker.ts';
import { readParagraphs } from '../../../../shared/text/read.ts';
import { replaceAll } from '../../../../shared/text/write.ts';

const paragraph = (id: string, text: string): Paragraph => ({
  id: id as ParagraphId,
  kind: 'operative',
  level: 0,
  dir: 'auto',
  from: [],
  pinned: null,
  runs: [{ text }],
});

/** A server's text and the updates that `change` makes on a copy of it under a clientID of its own. */
function scene(change: (text: Y.Text, doc: Y.Doc) => void) {
  const server = new Y.Doc();
  replaceAll(server.getText(TEXT_NAME), [paragraph('a', 'first words'), paragraph('b', 'second words')]);
  const state = Y.encodeStateAsUpdate(server);
  const mine = docOf([state]);
  mine.clientID = 4711;
  const unsent: Uint8Array[] = [];
  mine.on('update', (update: Uint8Array) => unsent.push(update));
  change(mine.getText(TEXT_NAME), mine);
  return { state, mine, unsent };
}

const cases: readonly [what: string, change: (text: Y.Text, doc: Y.Doc) => void][] = [
  ['typing', (text) => text.insert(3, 'XYZ', { bold: null })],
  ['typing in bold', (text) => text.insert(3, 'XYZ', { bold: true })],
  ['deleting', (text) => text.delete(2, 4)],
  [
    'typing and deleting at several places',
    (text, doc) => {
      doc.transact(() => text.insert(1, 'one '));
      text.delete(8, 2);
      text.insert(text.length, ' end');
    },
  ],
  ['a format', (text) => text.format(1, 5, { italic: true })],
  [
    'a split',
    (text) => text.insertEmbed(6, createMarker({ ...paragraph('n', ''), from: ['a' as ParagraphId] })),
  ],
  ['a join', (text) => text.delete(12, 1)],
  [
    'a change of kind',
    (text) => {
      const marker = (text.toDelta()[0] as { insert: Y.Map<unknown> }).insert;
      marker.set('kind', 'item');
      marker.set('level', 2);
    },
  ],
];

describe('R49: work written again under another clientID', () => {
  for (const [what, change] of cases)
    it(`R49: says the same after ${what}`, () => {
      const { state, mine, unsent } = scene(change);
      const { doc, update } = rebuildUnsent([state], unsent);
      const wanted = readParagraphs(mine.getText(TEXT_NAME));
      expect(readParagraphs(doc.getText(TEXT_NAME))).toEqual(wanted);
      // The one update brings it all to the server, without the refused clientID.
      const served = docOf([state, update as Uint8Array]);
      expect(readParagraphs(served.getText(TEXT_NAME))).toEqual(wanted);
      expect([...served.store.clients.keys()]).not.toContain(4711);
    });

  it('R49: has nothing to say when the server has it all', () => {
    const { mine, unsent } = scene((text) => text.insert(3, 'XYZ'));
    const { update } = rebuildUnsent([Y.encodeStateAsUpdate(mine)], unsent);
    expect(update).toBeNull();
  });
});
