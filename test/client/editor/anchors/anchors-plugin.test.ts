import { TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import {
  anchorsAt,
  anchorsPlugins,
  drawnAt,
  type ShownAnchor,
  setActiveAnchor,
  setAnchors,
} from '../../../../client/editor/anchors/anchors-plugin.ts';
import { segmentsOf } from '../../../../client/editor/anchors/segments.ts';
import { documentOf } from '../../../../client/editor/binding/document.ts';
import { textSchema } from '../../../../client/editor/schema/extensions.ts';
import { id, live, paragraph } from '../../../shared/anchor/texts.ts';
import { createHost } from '../host.ts';

const shown = (
  name: string,
  where: string,
  start: number,
  end: number,
  more: Partial<ShownAnchor> = {},
): ShownAnchor => ({
  id: name,
  scope: 'words',
  paragraph: id(where),
  start,
  end,
  kind: 'comment',
  changed: false,
  ...more,
});

const open = (acts: Parameters<typeof anchorsPlugins>[0] = null) => {
  const text = live(paragraph('a', 'Stressing the need'), paragraph('b', 'Decides to convene a meeting'));
  return createHost(documentOf(text, textSchema()), [...anchorsPlugins(acts)]);
};

describe('anchors in the editor', () => {
  it.each<[string, [string, number, number][], string]>([
    ['none', [], ''],
    ['one', [['x', 2, 5]], '2-5 x'],
    [
      'apart',
      [
        ['x', 2, 5],
        ['y', 7, 9],
      ],
      '2-5 x, 7-9 y',
    ],
    [
      'side by side',
      [
        ['x', 2, 5],
        ['y', 5, 9],
      ],
      '2-5 x, 5-9 y',
    ],
    [
      'one over the other',
      [
        ['x', 2, 7],
        ['y', 5, 9],
      ],
      '2-5 x, 5-7 x y, 7-9 y',
    ],
    [
      'one inside the other',
      [
        ['x', 2, 9],
        ['y', 4, 6],
      ],
      '2-4 x, 4-6 x y, 6-9 x',
    ],
    [
      'equal ones',
      [
        ['x', 2, 5],
        ['y', 2, 5],
      ],
      '2-5 x y',
    ],
    ['empty ones are nowhere', [['x', 2, 2]], ''],
  ])('N13: ranges are cut into stretches: %s', (_, ranges, expected) => {
    const segments = segmentsOf(ranges.map(([name, from, to]) => ({ id: name, from, to })));
    expect(
      segments.map(({ from, to, on }) => `${from}-${to} ${on.map((one) => one.id).join(' ')}`).join(', '),
    ).toBe(expected);
  });

  it('N13: marks lie on the words and move with them', () => {
    const host = open();
    host.dispatch(
      setAnchors(host.state.tr, [shown('x', 'b', 0, 7), shown('y', 'b', 3, 10), shown('z', 'a', 0, 9)]),
    );
    // Paragraph a takes 20 positions; the words of b begin at 21.
    expect(drawnAt(host.state, 'x')).toEqual({ from: 21, to: 28 });
    expect(anchorsAt(host.state, 25)).toEqual(['x', 'y']);
    host.dispatch(host.state.tr.insertText('Hereby ', 21));
    expect(drawnAt(host.state, 'x')).toEqual({ from: 28, to: 35 });
    expect(drawnAt(host.state, 'z')).toEqual({ from: 1, to: 10 });
    host.dispatch(host.state.tr.delete(28, 35));
    expect(drawnAt(host.state, 'x')).toBeNull();
    expect(drawnAt(host.state, 'y')).toEqual({ from: 28, to: 31 });
  });

  it('N13: whole paragraphs and what is missing behind them are marked on the paragraph', () => {
    const host = open();
    host.dispatch(
      setAnchors(host.state.tr, [
        shown('x', 'a', 0, 18, { scope: 'paragraph' }),
        shown('y', 'a', 18, 18, { scope: 'absent' }),
      ]),
    );
    expect(anchorsAt(host.state, 5)).toEqual(['x', 'y']);
    expect(anchorsAt(host.state, 25)).toEqual([]);
  });

  it('N13: what no longer fits is not drawn on other words', () => {
    const host = open();
    host.dispatch(setAnchors(host.state.tr, [shown('x', 'a', 10, 40), shown('y', 'gone', 0, 4)]));
    expect(drawnAt(host.state, 'x')).toBeNull();
    expect(drawnAt(host.state, 'y')).toBeNull();
  });

  it('N13: the caret tells what it stands on, once', () => {
    const entered: string[] = [];
    const host = open({ clicked: () => {}, entered: (ids) => entered.push(ids.join(' ')) });
    host.dispatch(setAnchors(host.state.tr, [shown('x', 'b', 0, 7)]));
    host.dispatch(setActiveAnchor(host.state.tr, 'x'));
    for (const at of [3, 23, 25, 3]) {
      const { tr, doc } = host.state;
      host.dispatch(tr.setSelection(TextSelection.create(doc, at)));
    }
    expect(entered).toEqual(['x', '']);
  });
});
