import { EditorState } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { type Copies, copiesIn, removeCopy } from '../../../client/editor/copies.ts';
import { documentOf, type Line, linesOf } from './editor-doc.ts';

const stateOf = (copy: string): EditorState => {
  const lines: Line[] = [
    ['operative', 'We note.', 'a'],
    ['operative', 'We agree.', 'b'],
    ['operative', copy, 'a~2'],
  ];
  return EditorState.create({ doc: documentOf(lines) });
};

describe('two copies of one paragraph', () => {
  it('U66: are pointed out, with whether they hold the same words', () => {
    expect(copiesIn(stateOf('We note.'))).toEqual([{ original: 'a', copy: 'a~2', label: '', same: true }]);
    expect(copiesIn(stateOf('We note it.'))).toMatchObject([{ same: false }]);
    expect(copiesIn(EditorState.create({ doc: documentOf([['plain', 'x', 'a~2']]) }))).toEqual([]);
  });

  it('U66: one is taken away only where it holds the same words', () => {
    const state = stateOf('We note.');
    const [copies] = copiesIn(state) as [Copies];
    const kept = state.apply(removeCopy(state, copies) ?? state.tr);
    expect(linesOf(kept.doc)).toEqual(['operative | We note.', 'operative | We agree.']);
    expect(removeCopy(stateOf('We note it.'), copies)).toBeNull();
    expect(removeCopy(kept, copies)).toBeNull();
  });
});
