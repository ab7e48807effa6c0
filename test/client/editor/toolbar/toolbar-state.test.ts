import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { sameToolbar, toolbarState } from '../../../../client/editor/toolbar/toolbar-state.ts';
import { at, documentOf, schema } from '../editor-doc.ts';

const LINES = [
  ['heading 2', 'Section'],
  ['operative', 'We note.'],
  ['item 1', 'first'],
  ['item 4', 'deep'],
] as const;

function stateAt(from: readonly [number, number], to: readonly [number, number] = from): EditorState {
  const doc = documentOf(LINES);
  return EditorState.create({ doc, selection: TextSelection.create(doc, at(doc, ...from), at(doc, ...to)) });
}

describe('toolbar', () => {
  it('U33: shows kind and level at the caret', () => {
    expect(toolbarState(stateAt([0, 1]))).toMatchObject({ kind: 'heading', level: 2, words: false });
    expect(toolbarState(stateAt([2, 1]))).toMatchObject({
      kind: 'item',
      level: 1,
      canIndent: true,
      canOutdent: true,
    });
  });

  it('U33: shows no kind where several are selected', () => {
    expect(toolbarState(stateAt([1, 0], [2, 2]))).toMatchObject({ kind: null, words: true });
  });

  it('U33: an item at the deepest level cannot be indented', () => {
    expect(toolbarState(stateAt([3, 0])).canIndent).toBe(false);
    expect(toolbarState(stateAt([1, 0])).canOutdent).toBe(false);
  });

  it('U33: a mark shows where all selected characters bear it', () => {
    const state = stateAt([1, 0], [1, 7]);
    const { from } = state.selection;
    const bold = schema.marks.bold?.create() as never;
    const half = state.apply(state.tr.addMark(from, from + 3, bold));
    expect(toolbarState(half).bold).toBe(false);
    const whole = half.apply(half.tr.addMark(from, from + 8, bold));
    expect(toolbarState(whole).bold).toBe(true);
    expect(toolbarState(whole).italic).toBe(false);
  });

  it('U33: shows the address of a link', () => {
    const state = stateAt([1, 2], [1, 4]);
    const { from, to } = state.selection;
    const link = schema.marks.link?.create({ href: 'https://www.un.org/' }) as never;
    const linked = state.apply(state.tr.addMark(from, to, link));
    expect(toolbarState(linked).link).toBe('https://www.un.org/');
  });

  it('U33: equal states need not be drawn again', () => {
    expect(sameToolbar(toolbarState(stateAt([1, 1])), toolbarState(stateAt([1, 2])))).toBe(true);
    expect(sameToolbar(toolbarState(stateAt([1, 1])), toolbarState(stateAt([2, 2])))).toBe(false);
  });
});
