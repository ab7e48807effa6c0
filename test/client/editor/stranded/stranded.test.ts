import { type Command, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { undo } from '../../../../client/editor/binding/undo.ts';
import { joinAbove } from '../../../../client/editor/commands/join.ts';
import { moveParagraphTo } from '../../../../client/editor/commands/move.ts';
import { paragraphAt } from '../../../../client/editor/commands/selected.ts';
import { splitParagraph } from '../../../../client/editor/commands/split.ts';
import { putRight } from '../../../../client/editor/stranded/put-right.ts';
import { strandedIn } from '../../../../client/editor/stranded/stranded-plugin.ts';
import { itemAt } from '../../../../shared/text/content.ts';
import { difference } from '../../../sim/binding/oracle.ts';
import { sketch, sync } from '../sketch.ts';
import { type Away, away } from './pair.ts';

const TEXT = ['A plain: one', 'B operative: |two three', 'C plain: four'];

const remove =
  (number: number): Command =>
  (state, dispatch) => {
    const place = paragraphAt(state.doc, number);
    if (place !== null) dispatch?.(state.tr.delete(place.start, place.start + place.node.nodeSize));
    return place !== null;
  };

function meet({ mine, host, other }: Away): void {
  sync(mine, other.doc);
  expect(difference(mine.getText('text'), host.state.doc)).toBeNull();
  expect(difference(other.text, other.host.state.doc)).toBeNull();
}

function putBack({ host, told }: Away): boolean {
  const [one] = told();
  return one !== undefined && putRight(host, one);
}

/** Two people apart: one types ` new` into B at an offset, the other does something to it; then they meet. */
function apart(offset: number, act: Command): Away {
  const pair = away(TEXT);
  pair.type(1, offset, ' new');
  pair.other.run(act);
  meet(pair);
  return pair;
}

describe('words that others left behind', () => {
  it('B21: of a deleted paragraph are told with it, and where they stand', () => {
    const pair = apart(-1, remove(1));
    expect(pair.lines()).toEqual(['A plain: one new', 'C plain: four']);
    expect(pair.told()).toMatchObject([{ words: ' new', standsIn: 'A', home: null }]);
    expect(pair.told()[0]?.stranded).toMatchObject({
      stood: { id: 'B', kind: 'operative' },
      gone: 'two three',
    });
  });

  it('B21: of a moved paragraph are told with the place it went to', () => {
    const pair = apart(-1, moveParagraphTo(1, 3));
    expect(pair.lines()).toEqual(['A plain: one new', 'C plain: four', 'B operative: two three']);
    expect(pair.told()).toMatchObject([{ words: ' new', standsIn: 'A', home: 'B' }]);
  });

  it.each<[string, Command]>([
    ['joined to the one before', joinAbove],
    ['changed elsewhere', remove(2)],
    ['left alone', () => true],
  ])('B21: nothing is told where the paragraph was %s', (_, act) => {
    const pair = apart(-1, act);
    expect(pair.lines().join(' ')).toContain(' new');
    expect(pair.told()).toEqual([]);
  });

  it('B21: nothing is told of words that the other knew, of mere spaces, or of what one does oneself', () => {
    const known = away(TEXT);
    known.type(1, -1, ' new');
    meet(known);
    known.other.run(remove(1));
    meet(known);
    expect(known.told()).toEqual([]);

    const spaces = away(TEXT);
    spaces.type(1, -1, '  ');
    spaces.other.run(remove(1));
    meet(spaces);
    expect(spaces.told()).toEqual([]);

    const self = away(TEXT);
    self.type(1, -1, ' new');
    self.run(remove(1));
    expect(self.told()).toEqual([]);
  });

  it('B21: nothing is told where a split is undone, unless the words were all there was', () => {
    for (const [offset, told] of [
      [4, 0],
      [9, 1],
    ] as const) {
      const pair = away(TEXT);
      pair.other.run((state, dispatch) => {
        const caret = TextSelection.create(state.doc, 6 + offset);
        return splitParagraph(state.apply(state.tr.setSelection(caret)), dispatch);
      });
      meet(pair);
      pair.type(2, -1, ' new');
      pair.other.run(undo);
      meet(pair);
      expect(pair.lines()[1]).toBe('B operative: two three new');
      expect(pair.told()).toHaveLength(told);
    }
  });

  it("B21: a third person's words are not told as one's own", () => {
    const pair = away(TEXT);
    const third = sketch(TEXT, pair.mine);
    third.host.dispatch(third.host.state.tr.insertText(' theirs', 15));
    sync(third.doc, pair.mine);
    pair.other.run(remove(1));
    meet(pair);
    expect(pair.lines()[0]).toBe('A plain: one theirs');
    expect(pair.told()).toEqual([]);
  });

  it.each<[string, number, string]>([
    ['at the end', -1, 'B operative: two three new'],
    ['in the middle', 3, 'B operative: two new three'],
    ['at the start', 0, 'B operative:  newtwo three'],
  ])('B22: words typed %s go back to their place in the moved paragraph, in one step', (_, offset, line) => {
    for (const target of [3, 0]) {
      const pair = apart(offset, moveParagraphTo(1, target));
      const before = pair.lines();
      expect(before.find((one) => one.startsWith('A'))).toBe('A plain: one new');
      expect(putBack(pair)).toBe(true);
      expect(pair.lines()).toContain(line);
      expect(pair.lines().join('').split(' new')).toHaveLength(2);
      expect(pair.told()).toEqual([]);
      meet(pair);
      expect(pair.run(undo)).toBe(true);
      expect(pair.lines()).toEqual(before);
      meet(pair);
    }
  });

  it('B22: two runs keep their order and places, also where the moved paragraph was edited since', () => {
    const pair = away(TEXT);
    pair.type(1, 3, ' 2');
    pair.type(1, -1, ' 3');
    pair.other.run(moveParagraphTo(1, 3));
    meet(pair);
    pair.other.run((state, dispatch) => {
      const b = paragraphAt(state.doc, 2);
      if (b !== null) dispatch?.(state.tr.insertText('x ', b.start + 1));
      return true;
    });
    meet(pair);
    expect(pair.told()).toMatchObject([{ words: ' 2 3', home: 'B' }]);
    expect(putBack(pair)).toBe(true);
    expect(pair.lines()).toEqual(['A plain: one', 'C plain: four', 'B operative: x two 2 three 3']);
    meet(pair);
  });

  it('B22: words of a deleted paragraph become one of the same kind with a new id, in one step', () => {
    const pair = apart(3, remove(1));
    expect(putBack(pair)).toBe(true);
    expect(pair.lines()).toEqual(['A plain: one', 'n1 operative:  new', 'C plain: four']);
    expect(pair.host.state.doc.child(1).attrs.from).toEqual([]);
    expect(pair.told()).toEqual([]);
    meet(pair);
    expect(pair.run(undo)).toBe(true);
    expect(pair.lines()).toEqual(['A plain: one new', 'C plain: four']);
    meet(pair);
  });

  it('B22: words of the first paragraph of all, deleted, get a marker where they stand', () => {
    const pair = away(TEXT);
    pair.type(0, -1, ' new');
    pair.other.run(remove(0));
    meet(pair);
    expect(pair.told()).toMatchObject([{ words: ' new', home: null }]);
    expect(putBack(pair)).toBe(true);
    expect(pair.lines()).toEqual(['n1 plain:  new', 'B operative: two three', 'C plain: four']);
    meet(pair);
  });

  it('B22: words of the first paragraph of all, moved, go back and leave nothing behind', () => {
    const pair = away(TEXT);
    pair.type(0, -1, ' new');
    pair.other.run(moveParagraphTo(0, 3));
    meet(pair);
    const before = pair.lines();
    expect(before[0]).toBe('implicit plain:  new');
    expect(putBack(pair)).toBe(true);
    expect(pair.lines()).toEqual(['B operative: two three', 'C plain: four', 'A plain: one new']);
    meet(pair);
    expect(pair.run(undo)).toBe(true);
    expect(pair.lines()).toEqual(before);
    meet(pair);
  });

  it("B22: the act is undone alone, and the words stay one's own", () => {
    const pair = apart(-1, moveParagraphTo(1, 3));
    putBack(pair);
    pair.host.dispatch(pair.host.state.tr.insertText('!'));
    expect(pair.lines()[2]).toBe('B operative: two three new!');
    meet(pair);
    pair.run(undo);
    expect(pair.lines()[2]).toBe('B operative: two three new');
    const text = pair.other.text;
    const item = itemAt(text, text.length - 1);
    expect(item?.id.client).toBe(pair.mine.clientID);
  });

  it('U68: the label is the one the paragraph had', () => {
    expect(apart(-1, remove(1)).told()).toMatchObject([{ label: '1' }]);
    expect(apart(-1, moveParagraphTo(1, 3)).told()).toMatchObject([{ label: '1' }]);
  });

  it('B22: others who write behind the words meanwhile keep theirs where they stand', () => {
    const pair = apart(-1, remove(1));
    pair.other.run((state, dispatch) => {
      dispatch?.(state.tr.insertText('!', state.doc.child(0).nodeSize - 1));
      return true;
    });
    meet(pair);
    expect(putBack(pair)).toBe(true);
    expect(pair.lines()).toEqual(['A plain: one!', 'n1 operative:  new', 'C plain: four']);
    meet(pair);
  });

  it('U68: they are told until they are left, taken away by hand, or in their paragraph again', () => {
    const left = apart(-1, remove(1));
    const key = left.told()[0]?.key ?? -1;
    strandedIn(left.host.state)?.leave(key);
    expect(left.told()).toEqual([]);
    expect(left.lines()[0]).toBe('A plain: one new');

    const byHand = apart(-1, remove(1));
    byHand.host.dispatch(byHand.host.state.tr.delete(4, 8));
    expect(byHand.lines()[0]).toBe('A plain: one');
    expect(byHand.told()).toEqual([]);

    const undone = apart(-1, remove(1));
    expect(undone.other.run(undo)).toBe(true);
    meet(undone);
    expect(undone.lines()[1]).toBe('B operative: two three new');
    expect(undone.told()).toEqual([]);
  });

  it('U68: words left behind twice stay those of the paragraph they were typed in', () => {
    const pair = away(['Z plain: zero', ...TEXT]);
    pair.type(2, -1, ' new');
    pair.other.run(remove(2));
    // One way only: the other does not hear of the words yet.
    Y.applyUpdate(pair.mine, Y.encodeStateAsUpdate(pair.other.doc));
    expect(pair.told()).toMatchObject([{ standsIn: 'A' }]);
    pair.other.run(remove(1));
    meet(pair);
    expect(pair.told()).toMatchObject([{ words: ' new', standsIn: 'Z', stranded: { stood: { id: 'B' } } }]);
  });
});
