import type { Command } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { undo } from '../../../../client/editor/binding/undo.ts';
import { deleteSelected } from '../../../../client/editor/commands/delete-range.ts';
import { joinAbove, joinBelow } from '../../../../client/editor/commands/join.ts';
import { indent, outdent, setKind } from '../../../../client/editor/commands/kind.ts';
import { setLink, toggle } from '../../../../client/editor/commands/marks.ts';
import { moveParagraphTo, moveSelected } from '../../../../client/editor/commands/move.ts';
import { splitParagraph } from '../../../../client/editor/commands/split.ts';
import { sketch } from '../sketch.ts';

type Case = readonly [
  what: string,
  command: Command,
  before: readonly string[],
  after: readonly string[] | null,
];

const CASES: readonly Case[] = [
  // Enter
  [
    'splits in the middle',
    splitParagraph,
    ['A operative: ab|cd'],
    ['A operative: ab', 'n1 operative: |cd < A'],
  ],
  ['opens one below', splitParagraph, ['A operative: ab|'], ['A operative: ab', 'n1 operative: |']],
  [
    'leaves the id with the words',
    splitParagraph,
    ['A operative: |ab'],
    ['n1 operative:', 'A operative: |ab'],
  ],
  ['goes on plain after a heading', splitParagraph, ['A heading 2: ab|'], ['A heading 2: ab', 'n1 plain: |']],
  ['splits a heading', splitParagraph, ['A heading 2: a|b'], ['A heading 2: a', 'n1 heading 2: |b < A']],
  ['replaces a selection', splitParagraph, ['A plain: a[b]c'], ['A plain: a', 'n1 plain: |c < A']],
  ['goes up a level on an empty item', splitParagraph, ['A item 3: |'], ['A item 2: |']],
  ['ends a list on an empty item', splitParagraph, ['A item 1: |'], ['A plain: |']],
  ['takes the number off an empty paragraph', splitParagraph, ['A operative: |'], ['A plain: |']],
  ['opens another empty plain one', splitParagraph, ['A plain: |'], ['A plain:', 'n1 plain: |']],
  // Backspace and Delete
  ['joins above', joinAbove, ['A plain: ab', 'B operative: |cd'], ['A plain: ab|cd < A B']],
  ['joins below', joinBelow, ['A plain: ab|', 'B operative: cd'], ['A plain: ab|cd < A B']],
  ['lets an empty one above go', joinAbove, ['A plain:', 'B operative: |cd'], ['B operative: |cd']],
  ['lets an empty one go', joinAbove, ['A plain: ab', 'B operative: |'], ['A plain: ab|']],
  ['lets an empty one below go', joinBelow, ['A plain: ab|', 'B operative:'], ['A plain: ab|']],
  ['keeps the words of the one below', joinBelow, ['A plain: |', 'B operative: cd'], ['B operative: |cd']],
  ['takes an item up first', joinAbove, ['A plain: ab', 'B item 2: |cd'], ['A plain: ab', 'B item 1: |cd']],
  ['joins nothing to the first', joinAbove, ['A plain: |ab'], null],
  ['joins nothing inside', joinAbove, ['A plain: ab', 'B plain: c|d'], null],
  ['joins nothing to the last', joinBelow, ['A plain: ab|'], null],
  [
    'deletes across, first survives',
    deleteSelected,
    ['A plain: a[b', 'B item 1: c', 'C operative: d]e'],
    ['A plain: a|e < A C'],
  ],
  [
    'deletes across, the one with words survives',
    deleteSelected,
    ['A plain: [ab', 'C operative: d]e'],
    ['C operative: |e'],
  ],
  ['deletes whole words', deleteSelected, ['A plain: [ab', 'C operative: de]'], ['A plain: |']],
  // kinds
  ['makes a heading', setKind('heading', 2), ['A plain: a|b'], ['A heading 2: a|b']],
  [
    'makes all selected operative',
    setKind('operative'),
    ['A plain: a[b', 'B item 3: c]d'],
    ['A operative: a[b', 'B operative: c]d'],
  ],
  [
    'spares one that is only touched',
    setKind('operative'),
    ['A plain: a[b', 'B item 3: ]cd'],
    ['A operative: a[b', 'B item 3: ]cd'],
  ],
  ['indents', indent, ['A item 1: a|'], ['A item 2: a|']],
  ['makes an item of a paragraph', indent, ['A operative: a|'], ['A item 1: a|']],
  ['does not indent below level 4', indent, ['A item 4: a|'], null],
  ['outdents', outdent, ['A item 2: a|'], ['A item 1: a|']],
  ['makes an item plain', outdent, ['A item 1: a|'], ['A plain: a|']],
  ['raises a heading', outdent, ['A heading 3: a|'], ['A heading 2: a|']],
  ['outdents no plain one', outdent, ['A plain: a|'], null],
  // moves
  ['moves up', moveSelected('up'), ['A plain: a', 'B plain: b|c'], ['B plain: b|c', 'A plain: a']],
  ['moves down', moveSelected('down'), ['A plain: a|', 'B plain: bc'], ['B plain: bc', 'A plain: a|']],
  [
    'moves several',
    moveSelected('down'),
    ['A plain: a[x', 'B plain: b]', 'C plain: c'],
    ['C plain: c', 'A plain: a[x', 'B plain: b]'],
  ],
  ['moves nothing above the first', moveSelected('up'), ['A plain: a|'], null],
  [
    'drags to the end',
    moveParagraphTo(0, 3),
    ['A plain: a', 'B plain: b', 'C plain: c|'],
    ['B plain: b', 'C plain: c|', 'A plain: a'],
  ],
  [
    'drags to the front',
    moveParagraphTo(2, 0),
    ['A plain: a', 'B plain: b|', 'C plain: c'],
    ['C plain: c', 'A plain: a', 'B plain: b|'],
  ],
  [
    'drags nothing to its own place',
    moveParagraphTo(1, 2),
    ['A plain: a', 'B plain: b|', 'C plain: c'],
    null,
  ],
];

describe('commands', () => {
  it.each(CASES)('B20: %s', (_what, command, before, after) => {
    const editor = sketch(before);
    const start = editor.lines();
    expect(command(editor.host.state)).toBe(after !== null);
    expect(editor.lines()).toEqual(start);
    expect(editor.run(command)).toBe(after !== null);
    expect(editor.lines()).toEqual(after ?? start);
  });

  it.each(CASES.filter(([, , , after]) => after !== null))(
    'B8: %s, and undo takes it back',
    (_what, command, before) => {
      const editor = sketch(before);
      const start = editor.lines();
      editor.run(command);
      expect(editor.run(undo)).toBe(true);
      expect(editor.lines()).toEqual(start);
    },
  );

  it('B20: marks are switched on and off, links only to safe addresses', () => {
    const editor = sketch(['A plain: [ab]cd']);
    const marks = () => editor.text.toDelta().slice(1);
    editor.run(toggle('bold'));
    expect(marks()).toEqual([{ insert: 'ab', attributes: { bold: true } }, { insert: 'cd' }]);
    editor.run(toggle('bold'));
    expect(editor.run(setLink('javascript:alert(1)'))).toBe(false);
    expect(editor.run(setLink('https://example.org/'))).toBe(true);
    expect(marks()).toEqual([
      { insert: 'ab', attributes: { link: 'https://example.org/' } },
      { insert: 'cd' },
    ]);
    editor.run(setLink(null));
    expect(marks()).toEqual([{ insert: 'abcd' }]);
  });
});
