import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { toggleBrackets } from '../../../../client/editor/toolbar/brackets.ts';
import { at, documentOf, linesOf } from '../editor-doc.ts';

const DOC = documentOf([
  ['operative', 'We note with concern the gap.'],
  ['operative', 'We [strongly] agree.'],
]);

const toggled = (from: readonly [number, number], to: readonly [number, number] = from): EditorState => {
  const state = EditorState.create({
    doc: DOC,
    selection: TextSelection.create(DOC, at(DOC, ...from), at(DOC, ...to)),
  });
  const tr = toggleBrackets(state);
  return tr === null ? state : state.apply(tr);
};

describe('square brackets', () => {
  it('U34: stand around the selected words, without the spaces at their ends', () => {
    const state = toggled([0, 7], [0, 21]);
    expect(linesOf(state.doc)[0]).toBe('operative | We note [with concern] the gap.');
    const { from, to } = state.selection;
    expect(state.doc.textBetween(from, to)).toBe('[with concern]');
  });

  it('U34: stand around the words of each paragraph of a selection', () => {
    expect(linesOf(toggled([0, 25], [1, 2]).doc)).toEqual([
      'operative | We note with concern the [gap.]',
      'operative | [We] [strongly] agree.',
    ]);
  });

  it('U34: go away where they stand within or around the selection', () => {
    expect(linesOf(toggled([1, 3], [1, 13]).doc)[1]).toBe('operative | We strongly agree.');
    expect(linesOf(toggled([1, 4], [1, 12]).doc)[1]).toBe('operative | We strongly agree.');
  });

  it('U34: with a caret, take the word it stands in; between words there is none', () => {
    expect(linesOf(toggled([0, 10]).doc)[0]).toBe('operative | We note [with] concern the gap.');
    const state = toggled([1, 3]);
    expect(state.doc).toBe(DOC);
  });
});
