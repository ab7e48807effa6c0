import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { insertPasted } from '../../../../client/editor/paste/insert-pasted.ts';
import type { PastedBlock } from '../../../../client/editor/paste/pasted-block.ts';
import { readPastedMarkup } from '../../../../client/editor/paste/pasted-html.ts';
import { readPastedText } from '../../../../client/editor/paste/plain-text.ts';
import { at, documentOf, type Line, linesOf } from '../editor-doc.ts';
import { markup } from './parse.ts';

const LINES: readonly Line[] = [
  ['operative', 'We note.'],
  ['operative', ''],
  ['item 1', 'first'],
];

const html = (source: string): readonly PastedBlock[] => readPastedMarkup(markup(source)).blocks;
const text = (source: string): readonly PastedBlock[] => readPastedText(source).blocks;

/** Pastes with the caret (or selection) from one place to another, each `[paragraph, offset]`. */
function pasteAt(
  blocks: readonly PastedBlock[],
  from: readonly [number, number],
  to: readonly [number, number] = from,
  lines = LINES,
): EditorState {
  const doc = documentOf(lines);
  const selection = TextSelection.create(doc, at(doc, ...from), at(doc, ...to));
  const state = EditorState.create({ doc, selection });
  let next = 0;
  const tr = insertPasted(state, { blocks, document: 'd1', newId: () => `n${++next}` });
  return tr === null ? state : state.apply(tr);
}

const ids = (state: EditorState): unknown[] => state.doc.children.map((node) => node.attrs.id);
const caret = (state: EditorState): string => {
  const { $head } = state.selection;
  return `${$head.index(0)}:${$head.parentOffset}`;
};

describe('pasting into the text', () => {
  it('U43: words of one block join the paragraph at the caret', () => {
    const state = pasteAt(html('<p>strongly </p><br>'), [0, 3]);
    expect(linesOf(state.doc)[0]).toBe('operative | We stronglynote.');
    expect(ids(state)).toEqual(['p1', 'p2', 'p3']);
    expect(caret(state)).toBe('0:11');
  });

  it('U43: a label typed before words that join a sentence stays with them', () => {
    expect(linesOf(pasteAt(text('12. We agree.'), [0, 8]).doc)[0]).toBe('operative | We note.12. We agree.');
  });

  it('U43: one numbered block fills an empty paragraph with its kind', () => {
    const state = pasteAt(text('PP3 Recalling,'), [1, 0]);
    expect(linesOf(state.doc)[1]).toBe('preambular | Recalling,');
    expect(ids(state)).toEqual(['p1', 'p2', 'p3']);
  });

  it('U43: plain words in an empty paragraph leave it its kind', () => {
    expect(linesOf(pasteAt(text('We agree.'), [1, 0]).doc)[1]).toBe('operative | We agree.');
  });

  it('U43: several blocks stand after a paragraph whose end holds the caret', () => {
    const state = pasteAt(text('5. Five\n\n(a) a'), [0, 8]);
    expect(linesOf(state.doc).slice(0, 3)).toEqual([
      'operative | We note.',
      'operative | Five',
      'item 1 | a',
    ]);
    expect(ids(state)).toEqual(['p1', 'n1', 'n2', 'p2', 'p3']);
    expect(caret(state)).toBe('2:1');
  });

  it('U43: several blocks stand before a paragraph whose beginning holds the caret', () => {
    const state = pasteAt(text('5. Five\n\n(a) a'), [0, 0]);
    expect(linesOf(state.doc).slice(0, 3)).toEqual([
      'operative | Five',
      'item 1 | a',
      'operative | We note.',
    ]);
    expect(ids(state)).toEqual(['n1', 'n2', 'p1', 'p2', 'p3']);
  });

  it('U43: several blocks fill an empty paragraph and stand after it', () => {
    const state = pasteAt(text('5. Five\n\n(a) a'), [1, 0]);
    expect(linesOf(state.doc)).toEqual([
      'operative | We note.',
      'operative | Five',
      'item 1 | a',
      'item 1 | first',
    ]);
    expect(ids(state)).toEqual(['p1', 'p2', 'n1', 'p3']);
    expect(caret(state)).toBe('2:1');
  });

  it('U43: whole blocks in the middle of a sentence stand between its halves, and nothing is lost', () => {
    const state = pasteAt(text('5. Five\n\n6. Six'), [0, 3]);
    expect(linesOf(state.doc).slice(0, 4)).toEqual([
      'operative | We ',
      'operative | Five',
      'operative | Six',
      'operative | note.',
    ]);
    expect(state.doc.child(3).attrs).toMatchObject({ from: ['p1'] });
    expect(new Set(ids(state)).size).toBe(6);
  });

  it('U43: plain blocks in the middle of a sentence join its halves', () => {
    const state = pasteAt(html('<p>one</p><p>two</p><p>three</p>'), [0, 3]);
    expect(linesOf(state.doc).slice(0, 3)).toEqual([
      'operative | We one',
      'plain | two',
      'operative | threenote.',
    ]);
    expect(caret(state)).toBe('2:5');
  });

  it('U43: a selection is replaced', () => {
    expect(linesOf(pasteAt(text('agree'), [0, 3], [0, 7]).doc)[0]).toBe('operative | We agree.');
    expect(linesOf(pasteAt(text('agree'), [0, 3], [2, 2]).doc)).toEqual(['operative | We agreerst']);
  });

  it('U44: a paste never doubles an id; a cut paragraph of this document keeps its own', () => {
    const own = (id: string, document: string): string =>
      `<p data-kind="operative" data-level="0" data-id="${id}" data-document="${document}">One</p>`;
    const pasted = (source: string): unknown => ids(pasteAt(html(source), [0, 8]));
    expect(pasted(own('p3', 'd1') + own('p9', 'd1'))).toEqual(['p1', 'n1', 'p9', 'p2', 'p3']);
    expect(pasted(own('p9', 'd1') + own('p9', 'd1'))).toEqual(['p1', 'p9', 'n1', 'p2', 'p3']);
    expect(pasted(own('p8', 'd2') + own('p9', 'd2'))).toEqual(['p1', 'n1', 'n2', 'p2', 'p3']);
  });

  it('U44: a part cut from the middle goes back as it was', () => {
    const part = (open: string, words: string): string =>
      `<p data-kind="operative" data-id="p1" data-document="d1" data-open="${open}">${words}</p>`;
    const state = pasteAt(
      html(part('start', 'We ') + part('end', 'no')),
      [0, 3],
      [0, 3],
      [['operative', 'We te.']],
    );
    expect(linesOf(state.doc)).toEqual(['operative | We We ', 'operative | note.']);
  });

  it('U43: marks come along', () => {
    const state = pasteAt(html('<p><b>bold</b> <a href="https://www.un.org/">link</a></p>'), [1, 0]);
    const marks = state.doc
      .child(1)
      .children.map((node) => [node.text, node.marks.map((mark) => mark.type.name)]);
    expect(marks).toEqual([
      ['bold', ['bold']],
      [' ', []],
      ['link', ['link']],
    ]);
  });

  it('U43: nothing pasted changes nothing', () => {
    expect(linesOf(pasteAt([], [0, 3]).doc)).toEqual(linesOf(documentOf(LINES)));
  });
});
