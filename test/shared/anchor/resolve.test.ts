import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { indexLive } from '../../../shared/anchor/live-text.ts';
import { resolveAnchor } from '../../../shared/anchor/resolve.ts';
import type { Anchor } from '../../../shared/model/anchor.ts';
import {
  insertBefore,
  joinParagraph,
  moveParagraph,
  removeParagraph,
  splitParagraph,
} from '../../../shared/text/structure.ts';
import { id, live, liveAnchorOn, paragraph, pointAt, told } from './texts.ts';

const FIRST = 'Stressing the need for sustained cooperation among all Member States and observers,';
const SECOND = 'Decides to convene an intergovernmental meeting, and requests the Secretariat to prepare it.';
const THIRD = 'Invites the Member States to contribute.';

const start = (): Y.Text => live(paragraph('a', FIRST), paragraph('b', SECOND), paragraph('c', THIRD));

const resolve = (text: Y.Text, anchor: Anchor): string => {
  const index = indexLive(text);
  return told(resolveAnchor(anchor, index, index), index.paragraphs);
};

/** Index in the flat text of the first place where words stand. */
const flat = (text: Y.Text, words: string): number => {
  const index = indexLive(text);
  const at = index.paragraphs.findIndex((one) => one.text.includes(words));
  return (index.starts[at] as number) + (index.paragraphs[at]?.text.indexOf(words) as number);
};
const insertBeforeWords = (text: Y.Text, words: string, inserted: string): void =>
  text.insert(flat(text, words), inserted);
const removeWords = (text: Y.Text, words: string): void => text.delete(flat(text, words), words.length);

const MEETING = 'an intergovernmental meeting';

describe('anchors in the working text', () => {
  it.each<[string, (text: Y.Text) => void, string]>([
    ['nothing', () => {}, `found unchanged b: ${MEETING}`],
    ['words before', (t) => insertBeforeWords(t, 'Decides', 'Hereby '), `found unchanged b: ${MEETING}`],
    [
      'words at both edges stay outside',
      (t) => {
        insertBeforeWords(t, MEETING, 'promptly ');
        insertBeforeWords(t, ', and requests', ' in Geneva');
      },
      `found unchanged b: ${MEETING}`,
    ],
    [
      'words inside',
      (t) => insertBeforeWords(t, 'meeting, and', 'preparatory '),
      'changed changed b: an intergovernmental preparatory meeting',
    ],
    ['an end removed', (t) => removeWords(t, 'an inter'), 'changed changed b: governmental meeting'],
    ['too much removed', (t) => removeWords(t, 'intergovernmental meeting'), 'orphan orphan near b'],
    ['all removed', (t) => removeWords(t, MEETING), 'orphan orphan near b'],
    [
      'replaced by other words',
      (t) => {
        insertBeforeWords(t, 'intergovernmental', 'expert round table');
        removeWords(t, 'intergovernmental meeting');
      },
      'orphan orphan near b',
    ],
    [
      'a part typed anew with a word more',
      (t) => {
        removeWords(t, 'intergovernmental meeting');
        insertBeforeWords(t, ', and requests', 'open intergovernmental meeting');
      },
      'changed changed b: intergovernmental meeting',
    ],
    ['a split before', (t) => splitParagraph(t, id('b'), 8, id('d')), `moved split d: ${MEETING}`],
    ['a split behind', (t) => splitParagraph(t, id('b'), 60, id('d')), `found unchanged b: ${MEETING}`],
    [
      'a split inside: where most of it stands',
      (t) => splitParagraph(t, id('b'), SECOND.indexOf('inter'), id('d')),
      'changed split d: intergovernmental meeting',
    ],
    ['a join', (t) => joinParagraph(t, id('b')), `moved merged a: ${MEETING}`],
    ['a move up', (t) => moveParagraph(t, id('b'), id('a')), `found unchanged b: ${MEETING}`],
    ['a move to the end', (t) => moveParagraph(t, id('b'), null), `found unchanged b: ${MEETING}`],
    [
      'a move, then words changed inside',
      (t) => {
        moveParagraph(t, id('b'), null);
        insertBeforeWords(t, 'meeting, and', 'preparatory ');
      },
      'changed changed b: an intergovernmental preparatory meeting',
    ],
    [
      'a move, a split and a join',
      (t) => {
        moveParagraph(t, id('b'), null);
        splitParagraph(t, id('b'), 8, id('d'));
        moveParagraph(t, id('d'), id('a'));
      },
      `moved split d: ${MEETING}`,
    ],
    ['the paragraph removed', (t) => removeParagraph(t, id('b')), 'orphan removed near a'],
    [
      'the paragraph removed and the same words elsewhere',
      (t) => {
        removeParagraph(t, id('b'));
        insertBefore(t, null, [paragraph('z', `We want ${MEETING} soon.`)]);
      },
      'orphan removed near a',
    ],
  ])('N3: %s', (_, edit, expected) => {
    const text = start();
    const anchor = liveAnchorOn(text, 'b', MEETING);
    edit(text);
    expect(resolve(text, anchor)).toBe(expected);
  });

  it('N4: words never stand for others that read alike', () => {
    const text = start();
    const anchor = liveAnchorOn(text, 'b', 'the');
    removeWords(text, 'the Secretariat');
    expect(resolve(text, anchor)).toBe('orphan orphan near b');
    const one = live(paragraph('a', 'the first and the second'));
    const first = liveAnchorOn(one, 'a', 'the');
    one.delete(1, 3);
    expect(resolve(one, first)).toBe('orphan orphan near a');
  });

  it('N5: undoing a removal brings the anchor back', () => {
    const text = start();
    const anchor = liveAnchorOn(text, 'b', MEETING);
    const history = new Y.UndoManager(text, { captureTimeout: 0 });
    for (const words of [MEETING, 'an inter', 'meeting', SECOND]) {
      removeWords(text, words);
      history.undo();
      expect(resolve(text, anchor)).toBe(`found unchanged b: ${MEETING}`);
    }
    removeParagraph(text, id('b'));
    history.undo();
    expect(resolve(text, anchor)).toBe(`found unchanged b: ${MEETING}`);
  });

  it.each([SECOND, `${MEETING}, and requests`, 'meeting'])(
    'N5: undoing the removal of %s at one go',
    (words) => {
      const text = start();
      const anchor = liveAnchorOn(text, 'b', MEETING);
      const history = new Y.UndoManager(text, { captureTimeout: 0 });
      removeWords(text, words);
      history.undo();
      expect(resolve(text, anchor)).toBe(`found unchanged b: ${MEETING}`);
    },
  );

  it('N4: a formula that a paragraph says twice is not taken for the other', () => {
    const formula =
      'the United Nations Convention to Combat Desertification in Those Countries Experiencing Drought';
    const text = live(paragraph('a', `Recalls ${formula}, and stresses ${formula}, as well as others.`));
    const anchor = liveAnchorOn(text, 'a', 'Combat Desertification in Those');
    text.insert(flat(text, 'Desertification') + 'Desertification'.length, ' and Drought');
    expect(resolve(text, anchor)).toBe('changed changed a: Combat Desertification and Drought in Those');
    removeWords(text, 'Combat Desertification and Drought in Those ');
    expect(resolve(text, anchor)).toBe('orphan orphan near a');
  });

  it('N6: two moves of one paragraph at once leave the anchor on the first copy', () => {
    const text = start();
    const anchor = liveAnchorOn(text, 'b', MEETING);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(text.doc as Y.Doc));
    moveParagraph(text, id('b'), id('a'));
    moveParagraph(other.getText('text'), id('b'), null);
    Y.applyUpdate(text.doc as Y.Doc, Y.encodeStateAsUpdate(other));
    expect(indexLive(text).paragraphs.map((one) => one.id)).toContain('b~2');
    expect(resolve(text, anchor)).toBe(`found unchanged b: ${MEETING}`);
    removeParagraph(text, id('b'));
    expect(resolve(text, anchor)).toBe(`found unchanged b: ${MEETING}`);
  });

  it.each<[string, (text: Y.Text) => void, string]>([
    ['nothing', () => {}, `found unchanged b: ${SECOND}`],
    [
      'a word more',
      (t) => insertBeforeWords(t, 'Secretariat', 'whole '),
      `changed changed b: ${SECOND.replace('the Sec', 'the whole Sec')}`,
    ],
    ['all its words gone', (t) => removeWords(t, SECOND), 'orphan orphan near b'],
    ['a move', (t) => moveParagraph(t, id('b'), null), `found unchanged b: ${SECOND}`],
    ['a join', (t) => joinParagraph(t, id('b')), `changed merged a: ${SECOND}`],
    ['removed', (t) => removeParagraph(t, id('b')), 'orphan removed near null'],
  ])('N7: a whole paragraph: %s', (_, edit, expected) => {
    const text = start();
    const anchor = pointAt(text, { scope: 'paragraph', paragraph: id('b') });
    edit(text);
    expect(resolve(text, anchor)).toBe(expected);
  });

  it('N7: a title is not taken for the paragraph it was joined to, which names it', () => {
    const title =
      'Implementation of the Convention on the Care of Mountain Lakes, Particularly in Dry Regions';
    const naming = `Recalling its decision on the ${title}, adopted in the spring, and the report on it,`;
    const text = live(paragraph('a', naming), paragraph('b', title), paragraph('c', 'Decides to meet.'));
    const anchor = pointAt(text, { scope: 'paragraph', paragraph: id('b') });
    joinParagraph(text, id('b'));
    expect(resolve(text, anchor)).toBe(`changed merged a: ${title}`);
    text.delete(text.length - ('Decides to meet.'.length + 1) - title.length, title.length);
    expect(resolve(text, anchor)).toBe('orphan orphan near a');
  });

  it('N4: words of a paragraph that was joined to another are not taken for those that a third one says too', () => {
    const said = 'taking into account the different capacities and needs of all the lakeside communities';
    const [a, b, c] = [
      `Welcomes, ${said}, the plan.`,
      `Notes, ${said}, the plan.`,
      `Invites, ${said}, the plan.`,
    ];
    const text = live(paragraph('a', a), paragraph('b', b), paragraph('c', c));
    const anchor = pointAt(text, { scope: 'words', paragraph: id('b'), start: 32, end: 48 });
    joinParagraph(text, id('b'));
    text.delete(1 + a.length, b.length);
    expect(resolve(text, anchor)).toBe('orphan orphan near a');
  });

  it.each<[string, (text: Y.Text) => void, string]>([
    ['nothing', () => {}, 'found unchanged b: '],
    ['a split', (t) => splitParagraph(t, id('b'), 50, id('d')), 'moved split d: '],
    ['a split close to the end', (t) => splitParagraph(t, id('b'), 88, id('d')), 'moved split d: '],
    ['a word more at its end', (t) => insertBeforeWords(t, 'prepare it', 'quickly '), 'changed changed b: '],
    ['a move', (t) => moveParagraph(t, id('b'), null), 'found unchanged b: '],
    ['removed', (t) => removeParagraph(t, id('b')), 'orphan removed near null'],
  ])('N8: what is missing after a paragraph: %s', (_, edit, expected) => {
    const text = start();
    const anchor = pointAt(text, { scope: 'absent', after: id('b') });
    edit(text);
    expect(resolve(text, anchor)).toBe(expected);
  });

  it('N8: what is missing before the first paragraph, and the whole text, are always there', () => {
    const text = start();
    const anchors = [pointAt(text, { scope: 'absent', after: null }), pointAt(text, { scope: 'text' })];
    text.delete(0, text.length);
    for (const anchor of anchors) expect(resolve(text, anchor)).toBe('found unchanged near null');
  });
});
