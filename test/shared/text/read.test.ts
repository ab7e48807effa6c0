import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { plainText } from '../../../shared/model/paragraph.ts';
import { placesOf } from '../../../shared/text/places.ts';
import { readParagraphs, viewIds } from '../../../shared/text/read.ts';

const textOf = (write: (text: Y.Text) => void): Y.Text => {
  const text = new Y.Doc().getText('text');
  write(text);
  return text;
};
const marker = (entries: Record<string, unknown>): Y.Map<unknown> => new Y.Map(Object.entries(entries));
const summary = (text: Y.Text): string[] =>
  readParagraphs(text).map(({ id, kind, level, runs }) => `${id} ${kind} ${level}: ${plainText(runs)}`);

describe('reading', () => {
  it.each<readonly [string, (text: Y.Text) => void, readonly string[]]>([
    ['nothing', () => {}, []],
    ['words without a marker', (text) => text.insert(0, 'ab'), ['implicit plain 0: ab']],
    [
      'words before a marker',
      (text) => {
        text.insertEmbed(0, marker({ id: 'A', kind: 'item', level: 2 }));
        text.insert(0, 'ab');
      },
      ['implicit plain 0: ab', 'A item 2: '],
    ],
    [
      'a newline and an unknown embed',
      (text) => {
        text.insertEmbed(0, marker({ id: 'A' }));
        text.insert(1, 'a\nb');
        text.insertEmbed(2, { image: 'x' });
      },
      ['A plain 0: a\uFFFC b'],
    ],
    [
      'odd markers',
      (text) => {
        for (const odd of [
          {},
          { id: 7, kind: 'poem', level: 9 },
          { id: 'implicit' },
          { id: 'A', kind: 'item', level: 9 },
        ])
          text.insertEmbed(text.length, marker(odd));
      },
      ['unnamed~1 plain 0: ', 'unnamed~2 plain 0: ', 'unnamed~3 plain 0: ', 'A item 4: '],
    ],
    [
      'a repeated id',
      (text) => {
        for (const id of ['A', 'A', 'A~2', 'A']) text.insertEmbed(text.length, marker({ id }));
      },
      ['A plain 0: ', 'A~3 plain 0: ', 'A~2 plain 0: ', 'A~4 plain 0: '],
    ],
  ])('T2, T3, T4: reads %s', (_what, write, wanted) => {
    expect(summary(textOf(write))).toEqual(wanted);
  });

  it('T2: contents that Yjs counts and does not expect in a text are shown, too', () => {
    const text = textOf((one) => one.insert(0, 'ab'));
    // Only a foreign client can bring these: an array content inside a text.
    text.doc?.transact((transaction) => {
      const { clientID, store } = transaction.doc;
      const left = text._start as Y.Item;
      const id = Y.createID(clientID, Y.getState(store, clientID));
      new Y.Item(id, left, left.lastId, null, null, text, null, new Y.ContentAny([1, 2])).integrate(
        transaction,
        0,
      );
    });
    expect(summary(text)).toEqual(['implicit plain 0: ab\uFFFC\uFFFC']);
    expect(text.length).toBe(4);
  });

  it('T10: an unsafe link reads as no link', () => {
    const text = textOf((one) => one.insert(0, 'ab', { link: 'javascript:alert(1)', bold: true }));
    expect(readParagraphs(text)[0]?.runs).toEqual([{ text: 'ab', bold: true }]);
  });

  it('T3: all ids that people see differ, and first bearers keep theirs', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('', 'A', 'A~2', 'A~3', 'B', 'unnamed', 'unnamed~1')), (raw) => {
        const ids = raw as ParagraphId[];
        const shown = viewIds(ids);
        expect(new Set(shown).size).toBe(ids.length);
        ids.forEach((id, k) => {
          if (id !== '' && ids.indexOf(id) === k) expect(shown[k]).toBe(id);
        });
      }),
    );
  });

  it('T2, T5: every index of any text belongs to exactly one place', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 4 }),
      fc.record({
        id: fc.constantFrom('A', 'B', 7),
        kind: fc.constantFrom('item', 'x'),
        level: fc.integer(),
      }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = textOf((one) => {
          for (const part of pieces)
            if (typeof part === 'string') one.insert(one.length, part);
            else one.insertEmbed(one.length, marker(part));
        });
        const places = placesOf(text);
        let at = 0;
        for (const place of places) {
          expect(place.start).toBe(at + (place.marker === null ? 0 : 1));
          at = place.end;
        }
        expect(at).toBe(text.length);
        const paragraphs = readParagraphs(text);
        expect(paragraphs.map(({ id }) => id)).toEqual(places.map(({ head }) => head.id));
        paragraphs.forEach(({ runs }, k) => {
          const place = places[k];
          expect(plainText(runs).length).toBe((place?.end ?? 0) - (place?.start ?? 0));
        });
      }),
    );
  });
});
