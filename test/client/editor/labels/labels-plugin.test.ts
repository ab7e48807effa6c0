import { EditorState } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import {
  labelsIn,
  labelsKey,
  labelsPlugin,
  setBaseLabels,
} from '../../../../client/editor/labels/labels-plugin.ts';
import type { ParagraphId } from '../../../../shared/model/ids.ts';
import { at, documentOf, type Line, schema } from '../editor-doc.ts';

const LINES: readonly Line[] = [
  ['heading 1', 'Preamble'],
  ['preambular', 'Recalling,'],
  ['operative', 'We note:'],
  ['item 1', 'first;'],
  ['item 1', 'second.'],
  ['operative', 'We agree.'],
];

const stateOf = (base: ReadonlyMap<ParagraphId, string> | null = null): EditorState =>
  EditorState.create({ doc: documentOf(LINES), plugins: [labelsPlugin(base)] });

const printed = (state: EditorState): string[] =>
  (labelsKey.getState(state)?.decorations.find() ?? []).map((decoration) => decoration.spec.label as string);

describe('labels', () => {
  it('U36: labels stand beside the text as decorations', () => {
    const state = stateOf();
    expect(labelsIn(state)).toEqual(['', 'PP1', '1', '(a)', '(b)', '2']);
    expect(printed(state)).toEqual(['', 'PP1', '1', '(a)', '(b)', '2']);
    expect(state.doc.textContent).not.toContain('PP1');
  });

  it('U36: typing leaves the labels as they are and moves the decorations along', () => {
    const before = stateOf();
    const after = before.apply(before.tr.insertText('words ', at(before.doc, 1, 0)));
    expect(labelsIn(after)).toBe(labelsIn(before));
    const last = labelsKey.getState(after)?.decorations.find().at(-1);
    expect(after.doc.nodeAt(last?.from ?? -1)?.textContent).toBe('We agree.');
  });

  it('U36: a change of kind numbers anew', () => {
    const before = stateOf();
    const position = at(before.doc, 3, 0) - 1;
    const after = before.apply(
      before.tr.setNodeMarkup(position, null, { ...before.doc.child(3).attrs, kind: 'operative', level: 0 }),
    );
    expect(printed(after)).toEqual(['', 'PP1', '1', '2', '(a)', '3']);
  });

  it('U36: upon the labels of the latest version, a new paragraph is counted in between', () => {
    const base = new Map([
      ['p3', '1'],
      ['p6', '2'],
    ]) as unknown as ReadonlyMap<ParagraphId, string>;
    const before = stateOf(base);
    const node = schema.node('paragraph', { id: 'new', kind: 'operative' }, [schema.text('New.')]);
    const after = before.apply(before.tr.insert(at(before.doc, 5, 0) - 1, node));
    expect(labelsIn(after).slice(-2)).toEqual(['1 bis', '2']);
    const renumbered = after.apply(setBaseLabels(after.tr, null));
    expect(labelsIn(renumbered).slice(-2)).toEqual(['2', '3']);
  });
});
