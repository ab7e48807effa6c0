import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { moveByKey, moveIntoGap } from '../../../client/editor/moving.ts';
import { at, documentOf } from './editor-doc.ts';

const DOC = documentOf([
  ['operative', 'one'],
  ['operative', 'two'],
  ['operative', 'three'],
]);

function run(
  make: (moved: (index: number, count: number) => void) => ReturnType<typeof moveByKey>,
  caret: readonly [number, number] = [1, 2],
) {
  let state = EditorState.create({ doc: DOC, selection: TextSelection.create(DOC, at(DOC, ...caret)) });
  const told: number[][] = [];
  make((...place) => told.push(place))(state, (tr) => {
    state = state.apply(tr);
  });
  return { told, words: state.doc.children.map((node) => node.textContent), state };
}

describe('moving a paragraph', () => {
  it('U62: up and down by one, with its id and the caret in it', () => {
    const up = run((moved) => moveByKey('up', moved));
    expect(up.words).toEqual(['two', 'one', 'three']);
    expect(up.state.doc.child(0).attrs.id).toBe('p2');
    expect(up.state.selection.$head.index(0)).toBe(0);
    expect(up.state.selection.$head.parentOffset).toBe(2);
    expect(run((moved) => moveByKey('down', moved)).words).toEqual(['one', 'three', 'two']);
  });

  it('U62: says where the paragraph stands now', () => {
    expect(run((moved) => moveByKey('up', moved)).told).toEqual([[0, 3]]);
    expect(run((moved) => moveIntoGap(0, 3, moved)).told).toEqual([[2, 3]]);
  });

  it('U62: at the ends of the text nothing moves, and its place is said again', () => {
    const top = run((moved) => moveByKey('up', moved), [0, 1]);
    expect(top.words).toEqual(['one', 'two', 'three']);
    expect(top.told).toEqual([[0, 3]]);
    expect(run((moved) => moveByKey('down', moved), [2, 0]).words).toEqual(['one', 'two', 'three']);
  });

  it('U63: a dragged paragraph goes into the gap it was dropped in', () => {
    expect(run((moved) => moveIntoGap(0, 2, moved)).words).toEqual(['two', 'one', 'three']);
    expect(run((moved) => moveIntoGap(2, 0, moved)).words).toEqual(['three', 'one', 'two']);
    expect(run((moved) => moveIntoGap(1, 2, moved)).words).toEqual(['one', 'two', 'three']);
  });
});
