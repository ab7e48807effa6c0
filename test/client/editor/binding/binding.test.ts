import { TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { bindText } from '../../../../client/editor/binding/bind-text.ts';
import { isEditorOrigin } from '../../../../client/editor/binding/binding-state.ts';
import { fromRelativeSelection, toRelativeSelection } from '../../../../client/editor/binding/carets.ts';
import { redo, undo } from '../../../../client/editor/binding/undo.ts';
import { joinAbove } from '../../../../client/editor/commands/join.ts';
import { toggle } from '../../../../client/editor/commands/marks.ts';
import { splitParagraph } from '../../../../client/editor/commands/split.ts';
import { textSchema } from '../../../../client/editor/schema/extensions.ts';
import { difference } from '../../../sim/binding/oracle.ts';
import { createHost } from '../host.ts';
import { type Sketched, sketch, sync } from '../sketch.ts';

/** Two people at one text, each with a caret of their own. */
function pair(first: readonly string[], second: readonly string[]): readonly [Sketched, Sketched] {
  const a = sketch(first);
  return [a, sketch(second, a.doc)];
}
const type = ({ host }: Sketched, words: string): void => host.dispatch(host.state.tr.insertText(words));
const meet = (a: Sketched, b: Sketched): void => {
  sync(a.doc, b.doc);
  for (const { text, host } of [a, b]) expect(difference(text, host.state.doc)).toBeNull();
  expect(a.text.toDelta().length).toBe(b.text.toDelta().length);
};
const words = (sketched: Sketched): string[] => sketched.lines().map((line) => line.replace('|', ''));

describe('binding', () => {
  it('B4, B10: two people split one paragraph at once: ids differ, lineage is recorded, nothing is doubled', () => {
    const [a, b] = pair(['A plain: ab|cdef'], ['A plain: abcd|ef']);
    a.run(splitParagraph);
    b.run(splitParagraph);
    meet(a, b);
    expect(words(a)).toEqual(['A plain: ab', 'n1 plain: cd < A', 'm1 plain: ef < A']);
    expect(words(b)).toEqual(words(a));
  });

  it('B4, B10: one splits what the other joins at that moment', () => {
    const [a, b] = pair(['A plain: ab', 'B plain: |cdef'], ['A plain: ab', 'B plain: cd|ef']);
    a.run(joinAbove);
    b.run(splitParagraph);
    meet(a, b);
    expect(words(a)).toEqual(['A plain: abcd < A B', 'm1 plain: ef < B']);
    expect(words(b)).toEqual(words(a));
  });

  it('B4, B10: both join the same paragraphs at once', () => {
    const [a, b] = pair(['A plain: ab', 'B plain: |cd'], ['A plain: ab', 'B plain: |cd']);
    a.run(joinAbove);
    b.run(joinAbove);
    meet(a, b);
    expect(words(a)).toEqual(['A plain: abcd < A B']);
  });

  it('B4: Enter at the start leaves the id with the words, also where others type in them', () => {
    const [a, b] = pair(['A plain: |ab'], ['A plain: ab|']);
    a.run(splitParagraph);
    type(b, 'c');
    meet(a, b);
    expect(words(a)).toEqual(['n1 plain:', 'A plain: abc']);
  });

  it('B2: typing inside a row of equal characters stays where it was typed', () => {
    const [a, b] = pair(['A plain: aa|a'], ['A plain: aaa|']);
    type(a, 'a');
    const typed = a.text.toDelta();
    expect(typed.at(-1)).toEqual({ insert: 'aaaa' });
    b.host.dispatch(b.host.state.tr.delete(3, 4));
    meet(a, b);
    // The last of the three old ones went; the new one, typed before it, stays with the caret behind it.
    expect(a.lines()).toEqual(['A plain: aaa|']);
  });

  it('B5: bold over three paragraphs, taken away elsewhere while one is split, leaves nothing behind', () => {
    const [a, b] = pair(
      ['A plain: [ab', 'B plain: cdef', 'C plain: gh]'],
      ['A plain: ab', 'B plain: cd|ef', 'C plain: gh'],
    );
    a.run(toggle('bold'));
    meet(a, b);
    b.run(splitParagraph);
    a.run(toggle('bold'));
    meet(a, b);
    for (const piece of a.text.toDelta()) expect(piece.attributes).toBeUndefined();
  });

  it('B6: a mark chosen for what comes outlives what others do', () => {
    const [a, b] = pair(['A plain: ab|'], ['A plain: |ab']);
    a.run(toggle('bold'));
    type(b, 'x');
    meet(a, b);
    type(a, 'c');
    expect(a.text.toDelta().slice(1)).toEqual([
      { insert: 'xab' },
      { insert: 'c', attributes: { bold: true } },
    ]);
  });

  it('B7: a caret stays behind its left neighbour, a range around its words', () => {
    const [a, b] = pair(['A plain: ab|cd'], ['A plain: ab|cd']);
    type(b, 'x');
    meet(a, b);
    expect(a.lines()).toEqual(['A plain: ab|xcd']);
    const [c, d] = pair(['A plain: a[bc]d'], ['A plain: a|bcd']);
    type(d, 'x');
    d.host.dispatch(d.host.state.tr.insertText('y', 5));
    meet(c, d);
    expect(c.lines()).toEqual(['A plain: ax[bc]yd']);
  });

  it('B7: a relative selection finds its words again after others moved everything', () => {
    const [a, b] = pair(['A plain: one', 'B plain: t[w]o'], ['A plain: |one', 'B plain: two']);
    const relative = JSON.parse(
      JSON.stringify(toRelativeSelection(a.text, a.host.state.doc, a.host.state.selection)),
    );
    b.run(splitParagraph);
    type(b, 'x');
    meet(a, b);
    const found = fromRelativeSelection(b.text, b.host.state.doc, relative);
    expect(found).not.toBeNull();
    expect(b.host.state.doc.textBetween(found?.anchor ?? 0, found?.head ?? 0)).toBe('w');
  });

  it('B8: undo takes back own changes only, and restores the selection', () => {
    const [a, b] = pair(['A plain: a[bc]d'], ['A plain: |abcd']);
    type(a, 'X');
    type(b, 'Y');
    meet(a, b);
    expect(a.run(undo)).toBe(true);
    expect(a.lines()).toEqual(['A plain: Ya[bc]d']);
    expect(a.run(undo)).toBe(false);
    expect(a.run(redo)).toBe(true);
    expect(words(a)).toEqual(['A plain: YaXd']);
    meet(a, b);
  });

  it('B8: a composition is one step, however long it takes', () => {
    const a = sketch(['A plain: ab|']);
    for (const [from, text] of [
      [3, 'に'],
      [3, 'にほ'],
      [3, '日本'],
    ] as const)
      a.host.dispatch(
        a.host.state.tr.insertText(text, from, a.host.state.selection.to).setMeta('composition', 1),
      );
    expect(words(a)).toEqual(['A plain: ab日本']);
    a.run(undo);
    expect(a.lines()).toEqual(['A plain: ab|']);
  });

  it('B11: editing here makes one local transaction, recognisable by its origin', () => {
    const a = sketch(['A plain: a|b']);
    const origins: unknown[] = [];
    a.doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin));
    a.run(splitParagraph);
    expect(origins.length).toBe(1);
    expect(isEditorOrigin(origins[0])).toBe(true);
    expect(isEditorOrigin({ editor: true })).toBe(false);
  });

  it('B1: an editor that starts empty shows what arrives, with a caret and not all of it selected', () => {
    const text = new Y.Doc().getText('text');
    const host = createHost(textSchema().node('doc'), [bindText(text, { newId: () => 'n' })]);
    text.insertEmbed(0, new Y.Map([['id', 'A']]));
    text.insert(1, 'words');
    expect(host.state.doc.textContent).toBe('words');
    expect(host.state.selection).toBeInstanceOf(TextSelection);
    expect(host.state.selection.empty).toBe(true);
  });

  it('B4: an emptied text keeps a paragraph to write in', () => {
    const a = sketch(['A plain: ab', 'B plain: cd']);
    a.host.dispatch(a.host.state.tr.delete(0, a.host.state.doc.content.size));
    expect(a.lines()).toEqual(['n1 plain: |']);
    expect(difference(a.text, a.host.state.doc)).toBeNull();
  });

  it('B2: newlines and halves of characters never reach the text', () => {
    const a = sketch(['A plain: a|b']);
    type(a, 'x\ny\uD83D');
    expect(words(a)).toEqual(['A plain: ax y\uFFFDb']);
    expect(a.text.toString()).toBe('ax y\uFFFDb');
  });
});

describe('failures that the simulation found', () => {
  /** A text whose first words have no marker. */
  const loose = (): Sketched => {
    const doc = new Y.Doc();
    doc.getText('text').insert(0, 'ab');
    doc.getText('text').insertEmbed(2, new Y.Map([['id', 'B']]));
    doc.getText('text').insert(3, 'cd');
    return sketch([], doc);
  };

  it('B12, seed 6: lineage of words without a marker gives them one', () => {
    const a = loose();
    a.host.dispatch(a.host.state.tr.join(4));
    expect(words(a)).toEqual(['m1 plain: abcd < B']);
    expect(difference(a.text, a.host.state.doc)).toBeNull();
  });

  it('B12, seed 37: words without a marker take their paragraph along when somebody else deletes them', () => {
    const a = loose();
    const other = new Y.Doc();
    sync(a.doc, other);
    other.getText('text').delete(0, 2);
    sync(a.doc, other);
    expect(words(a)).toEqual(['B plain: cd']);
  });

  it('B12, seed 154: formats are seen although the text was named after its content came', () => {
    const first = sketch(['A plain: [a]b']);
    first.run(toggle('bold'));
    const a = sketch(['A plain: ab'], first.doc);
    a.host.dispatch(a.host.state.tr.replaceWith(2, 3, a.host.state.schema.text('x')));
    expect(a.text.toDelta().slice(1)).toEqual([{ insert: 'a', attributes: { bold: true } }, { insert: 'x' }]);
  });

  it('B12, seed 510: a join does not spread the bold before it, although the text was named late', () => {
    const first = sketch(['A plain: a[b]', 'B plain: cd']);
    first.run(toggle('bold'));
    const a = sketch(['A plain: ab', 'B plain: cd'], first.doc);
    a.host.dispatch(a.host.state.tr.join(4));
    expect(a.text.toDelta().slice(1)).toEqual([
      { insert: 'a' },
      { insert: 'b', attributes: { bold: true } },
      { insert: 'cd' },
    ]);
  });

  it('B7, seed 35: a caret at the start of a paragraph that is joined stays before what is typed there', () => {
    const [a, b] = pair(['A plain: ab', 'B plain: |cd'], ['A plain: ab|', 'B plain: cd']);
    b.host.dispatch(b.host.state.tr.join(4));
    type(b, 'x');
    const relative = toRelativeSelection(a.text, a.host.state.doc, a.host.state.selection);
    meet(a, b);
    expect(a.host.state.selection.head).toBe(fromRelativeSelection(a.text, a.host.state.doc, relative)?.head);
  });
});
