import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import {
  currentMatch,
  finding,
  findPlugin,
  selectMatch,
  selectNearest,
  setQuery,
} from '../../../../client/editor/find/find-plugin.ts';
import { replaceCurrent, replaceEvery } from '../../../../client/editor/find/replacing.ts';
import { at, documentOf, linesOf, schema } from '../editor-doc.ts';

const start = (text = 'state'): EditorState => {
  const doc = documentOf([
    ['operative', 'Each State and every State'],
    ['operative', 'The state of things'],
  ]);
  const state = EditorState.create({ doc, plugins: [findPlugin()] });
  return state.apply(setQuery(state.tr, { text, matchCase: false, wholeWord: false }));
};

const step = (state: EditorState, direction: 'next' | 'previous'): EditorState => {
  let next = state;
  selectMatch(state, direction, (tr) => {
    next = state.apply(tr);
  });
  return next;
};

describe('find and replace', () => {
  it('U50: counts and marks every occurrence; an empty query ends it', () => {
    const state = start();
    expect(finding(state).matches).toHaveLength(3);
    expect(finding(state).decorations.find()).toHaveLength(3);
    const ended = state.apply(setQuery(state.tr, { text: '', matchCase: false, wholeWord: false }));
    expect(finding(ended).matches).toHaveLength(0);
  });

  it('U51: goes on to the next and the previous, and round at the ends', () => {
    let state = step(start(), 'next');
    expect(currentMatch(state)).toBe(0);
    state = step(step(step(state, 'next'), 'next'), 'next');
    expect(currentMatch(state)).toBe(0);
    expect(currentMatch(step(state, 'previous'))).toBe(2);
  });

  it('U51: the nearest occurrence is the one at or after the caret', () => {
    const state = start();
    const placed = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at(state.doc, 0, 12))));
    let next = placed;
    selectNearest(placed, (tr) => {
      next = placed.apply(tr);
    });
    expect(currentMatch(next)).toBe(1);
  });

  it('U50: follows the text as it changes', () => {
    const state = start();
    const typed = state.apply(state.tr.insertText('State ', at(state.doc, 1, 0)));
    expect(finding(typed).matches).toHaveLength(4);
    const broken = typed.apply(typed.tr.delete(at(typed.doc, 0, 5), at(typed.doc, 0, 7)));
    expect(finding(broken).matches).toHaveLength(3);
  });

  it('U52: replaces one and stands on the next', () => {
    const state = step(start(), 'next');
    const replaced = state.apply(replaceCurrent(state, 'Member State') ?? state.tr);
    expect(linesOf(replaced.doc)[0]).toBe('operative | Each Member State and every State');
    const { from, to } = replaced.selection;
    expect(replaced.doc.textBetween(from, to)).toBe('State');
    expect(replaceCurrent(start(), 'x')).toBeNull();
  });

  it('U52: replaces all in one transaction, keeping marks', () => {
    const plain = start();
    const bold = schema.marks.bold?.create();
    const state = plain.apply(plain.tr.addMark(at(plain.doc, 1, 4), at(plain.doc, 1, 9), bold as never));
    const { tr, count } = replaceEvery(state, 'country');
    const replaced = state.apply(tr);
    expect(count).toBe(3);
    expect(linesOf(replaced.doc)).toEqual([
      'operative | Each country and every country',
      'operative | The country of things',
    ]);
    expect(replaced.doc.child(1).child(1).text).toBe('country');
    expect(
      replaced.doc
        .child(1)
        .child(1)
        .marks.map((mark) => mark.type.name),
    ).toEqual(['bold']);
  });

  it('U52: replacing by nothing deletes', () => {
    const state = start('state ');
    expect(linesOf(state.apply(replaceEvery(state, '').tr).doc)).toEqual([
      'operative | Each and every State',
      'operative | The of things',
    ]);
  });
});
