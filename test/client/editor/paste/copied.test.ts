import { EditorState } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { labelsPlugin } from '../../../../client/editor/labels/labels-plugin.ts';
import { copiedParagraphs, copiedText, printed } from '../../../../client/editor/paste/copied.ts';
import { at, documentOf } from '../editor-doc.ts';

const DOC = documentOf([
  ['heading 1', 'Preamble'],
  ['operative', 'We note:'],
  ['item 1', 'first;'],
]);
const state = EditorState.create({ doc: DOC, plugins: [labelsPlugin(null)] });

const copied = (from: readonly [number, number], to: readonly [number, number]) =>
  copiedParagraphs(state, DOC.slice(at(DOC, ...from), at(DOC, ...to), true).content);

describe('copying', () => {
  it('U45: whole paragraphs are copied with their labels as text', () => {
    expect(copiedText(copied([0, 0], [2, 6]))).toBe('Preamble\n\n1. We note:\n\n(a) first;');
  });

  it('U45: part of a paragraph is copied without its label, and knows that it is open', () => {
    expect(copied([1, 3], [1, 7])).toMatchObject([{ label: '', open: 'both' }]);
    expect(copied([1, 3], [2, 3])).toMatchObject([
      { label: '', open: 'start' },
      { label: '(a)', open: 'end' },
    ]);
  });

  it('U45: labels are printed as Word shows them', () => {
    expect(['12', '12 bis', 'PP3', '(a)', 'a.', ''].map(printed)).toEqual([
      '12.',
      '12 bis.',
      'PP3',
      '(a)',
      'a.',
      '',
    ]);
  });
});
