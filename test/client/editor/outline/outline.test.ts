import { EditorState } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { labelsPlugin } from '../../../../client/editor/labels/labels-plugin.ts';
import {
  positionOfParagraph,
  sameSections,
  sectionOf,
  sections,
} from '../../../../client/editor/outline/outline.ts';
import { documentOf } from '../editor-doc.ts';

const state = EditorState.create({
  doc: documentOf([
    ['title', 'Outcome'],
    ['operative', 'Above'],
    ['heading 1', 'Preamble'],
    ['preambular', 'Recalling,'],
    ['heading 2', ''],
    ['heading 2', 'Digital divides'],
    ['operative', 'We note.'],
  ]),
  plugins: [labelsPlugin(null)],
});

describe('outline', () => {
  it('U60: lists the headings that have words', () => {
    expect(sections(state).map(({ text, level, index }) => [text, level, index])).toEqual([
      ['Preamble', 1, 2],
      ['Digital divides', 2, 5],
    ]);
  });

  it('U60: knows the section of a paragraph', () => {
    const all = sections(state);
    expect(sectionOf(all, 1)).toBeNull();
    expect(sectionOf(all, 3)?.text).toBe('Preamble');
    expect(sectionOf(all, 6)?.text).toBe('Digital divides');
  });

  it('U60: tells whether it changed', () => {
    expect(sameSections(sections(state), sections(state))).toBe(true);
    expect(sameSections(sections(state), sections(state).slice(1))).toBe(false);
  });

  it('U61: finds a paragraph by its id', () => {
    expect(positionOfParagraph(state.doc, 'p2')).toBe(state.doc.child(0).nodeSize);
    expect(positionOfParagraph(state.doc, 'nowhere')).toBeNull();
  });
});
