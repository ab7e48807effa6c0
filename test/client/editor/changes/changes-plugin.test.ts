import { getSchema } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { Mapping } from '@tiptap/pm/transform';
import type { DecorationSet } from '@tiptap/pm/view';
import { describe, expect, it } from 'vitest';
import { changeAuthors } from '../../../../client/editor/changes/change-authors.ts';
import {
  type ChangeAuthors,
  type ChangeWords,
  changesPlugin,
  drawChanges,
  hasChanges,
  showChanges,
} from '../../../../client/editor/changes/changes-plugin.ts';
import { textExtensions } from '../../../../client/editor/schema/extensions.ts';
import type { Authorship } from '../../../../shared/api/text.ts';
import type { ChangeOverlay } from '../../../../shared/compare/overlay.ts';
import type { IsoTime, ParagraphId, ParticipantId } from '../../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../../shared/model/paragraph.ts';

const schema = getSchema(textExtensions);
const docOf = (...texts: string[]) =>
  schema.node(
    'doc',
    null,
    texts.map((text, k) => schema.node('paragraph', { id: `p${k}` }, text === '' ? [] : [schema.text(text)])),
  );
const NOBODY: ChangeAuthors = { inserted: () => '', deleted: () => '', removed: () => '' };
const WORDS: ChangeWords = {
  inserted: () => 'inserted: ',
  deleted: () => 'deleted: ',
  end: 'end',
  removed: (label) => `${label} removed`,
  note: (kind) => kind,
};
const NONE: ChangeOverlay = { insertions: [], deletions: [], removals: [], notes: [] };

describe('changes drawn over the live text', () => {
  it('U66: marks characters of the right paragraph and changes nothing in the document', () => {
    const doc = docOf('first words', 'second words');
    const overlay = { ...NONE, insertions: [{ paragraph: 1, start: 0, end: 6 }] };
    const drawn = drawChanges(doc, { overlay, authors: NOBODY, words: WORDS });
    const marked = drawn.find(({ from, to }) => from !== to);
    expect(doc.textBetween(marked?.from ?? 0, marked?.to ?? 0)).toBe('second');
    const state = EditorState.create({ doc, plugins: [changesPlugin()] });
    const shown = state.apply(
      showChanges(state.tr, { overlay, authors: NOBODY, words: WORDS, doc, meanwhile: new Mapping() }),
    );
    expect(shown.doc.eq(doc)).toBe(true);
    expect(hasChanges(shown)).toBe(true);
    expect(hasChanges(shown.apply(showChanges(shown.tr, null)))).toBe(false);
  });

  it('R58: marks of a text that others have typed in since stand at their words', () => {
    const doc = docOf('first words', 'second words');
    const state = EditorState.create({ doc, plugins: [changesPlugin()] });
    const typing = state.tr.insertText('more and ', 1);
    const overlay = { ...NONE, insertions: [{ paragraph: 1, start: 0, end: 6 }] };
    const compared = { overlay, authors: NOBODY, words: WORDS, doc, meanwhile: typing.mapping };
    const typed = state.apply(typing);
    const shown = typed.apply(showChanges(typed.tr, compared));
    const drawn = shown.plugins[0]?.props.decorations?.call(shown.plugins[0], shown) as DecorationSet;
    const marked = drawn.find().find(({ from, to }) => from !== to);
    expect(shown.doc.textBetween(marked?.from ?? 0, marked?.to ?? 0)).toBe('second');
  });

  it('U66: leaves out marks that no longer fit', () => {
    const overlay = {
      ...NONE,
      insertions: [{ paragraph: 7, start: 0, end: 3 }],
      deletions: [{ paragraph: 0, offset: 99, text: 'gone' }],
    };
    expect(drawChanges(docOf('short'), { overlay, authors: NOBODY, words: WORDS })).toEqual([]);
  });
});

describe('who made a change', () => {
  const paragraph = (id: string, text: string): LabelledParagraph => ({
    id: id as ParagraphId,
    kind: 'operative',
    level: 0,
    dir: 'auto',
    from: [],
    pinned: null,
    runs: [{ text }],
    label: '1',
    text,
  });
  const [a, b] = ['a', 'b'] as unknown as [ParticipantId, ParticipantId];
  const at = '2026-01-01T00:00:00.000Z' as IsoTime;
  const log: Authorship = {
    people: { a: { name: 'A', delegation: 'Country A' }, b: { name: 'B', delegation: 'Network B' } },
    paragraphs: [
      {
        id: 'x' as ParagraphId,
        label: '1',
        kind: 'operative',
        level: 0,
        dir: 'auto',
        runs: [
          { text: 'We urge ', by: a, at },
          { text: 'most ', by: b, at },
          { text: 'States', by: a, at },
        ],
      },
    ],
    deletions: [{ by: b, of: a, at, text: 'all ', paragraph: 'x' as ParagraphId }],
  };
  const authors = changeAuthors(
    log,
    [paragraph('x', 'We urge all States')],
    [paragraph('x', 'We urge most States')],
    (names) => names,
  );

  it('U67: names the one who inserted those very characters', () => {
    expect(authors.inserted(0, 8, 12)).toBe('B (Network B)');
    expect(authors.inserted(0, 0, 12)).toBe('A (Country A), B (Network B)');
  });

  it('U67: names the one who deleted them', () => {
    expect(authors.deleted(0, 'all')).toBe('B (Network B)');
    expect(authors.deleted(0, 'never there')).toBe('');
  });

  it('U67: names nobody where the log speaks of another text', () => {
    const moved = changeAuthors(log, [], [paragraph('x', 'We urge most of the States')], (names) => names);
    expect(moved.inserted(0, 8, 12)).toBe('');
  });
});
