import type { Command } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { undo } from '../../../../client/editor/binding/undo.ts';
import { joinAbove } from '../../../../client/editor/commands/join.ts';
import { moveParagraphTo } from '../../../../client/editor/commands/move.ts';
import { splitParagraph } from '../../../../client/editor/commands/split.ts';
import { putRight } from '../../../../client/editor/stranded/put-right.ts';
import { seeded } from '../../../seeded.ts';
import { difference } from '../../../sim/binding/oracle.ts';
import { at } from '../editor-doc.ts';
import { sync } from '../sketch.ts';
import { type Away, away } from './pair.ts';

/** Milliseconds; far more than needed, for slow machines and LONG runs. */
const PATIENCE = 180_000;

type Act = readonly [name: (typeof NAMES)[number], a: number, b: number];
const NAMES = [
  'type',
  'type',
  'delete',
  'move',
  'join',
  'split',
  'undo',
  'clear',
  'meet',
  'put right',
] as const;
const acts = fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.nat(50), fc.nat(50)), {
  minLength: 5,
  maxLength: 30,
});

/** The command that a number and another stand for in a text as it is. */
function commandOf([name, a, b]: Act): Command {
  return (state, dispatch) => {
    const { doc } = state;
    const number = a % doc.childCount;
    const size = doc.child(number).content.size;
    const within = (offset: number) =>
      state.apply(state.tr.setSelection(TextSelection.create(doc, at(doc, number, offset))));
    const start = at(doc, number, 0);
    switch (name) {
      case 'type':
        dispatch?.(state.tr.insertText('theirs', start + (b % (size + 1))));
        return true;
      case 'delete':
        dispatch?.(state.tr.delete(start - 1, start + size + 1));
        return true;
      case 'clear':
        if (size > 0) dispatch?.(state.tr.delete(start, start + size));
        return true;
      case 'move':
        return moveParagraphTo(number, b % (doc.childCount + 1))(state, dispatch);
      case 'join':
        return joinAbove(within(0), dispatch);
      case 'split':
        return splitParagraph(within(b % (size + 1)), dispatch);
      case 'undo':
        return undo(state, dispatch);
      default:
        return false;
    }
  };
}

function meet({ mine, host, other }: Away): void {
  sync(mine, other.doc);
  expect(difference(mine.getText('text'), host.state.doc)).toBeNull();
  expect(difference(other.text, other.host.state.doc)).toBeNull();
}

const letters = ({ host }: Away): string => [...host.state.doc.textContent].sort().join('');

/** Puts the first case right, looks that nothing came or went, and takes it back. Answers whether there was one. */
function putBack(pair: Away): boolean {
  const one = pair.told()[0];
  if (one === undefined) return false;
  const text = pair.mine.getText('text');
  const before = { letters: letters(pair), lines: pair.lines(), told: pair.told().length };
  expect(putRight(pair.host, one)).toBe(true);
  expect(letters(pair)).toBe(before.letters);
  expect(pair.told().map(({ key }) => key)).not.toContain(one.key);
  expect(difference(text, pair.host.state.doc)).toBeNull();
  expect(pair.run(undo)).toBe(true);
  expect(pair.lines()).toEqual(before.lines);
  expect(difference(text, pair.host.state.doc)).toBeNull();
  return true;
}

describe('words that others left behind, in any order of events', () => {
  it(
    'B22: putting them right adds and loses no letter, and is taken back in one step',
    () => {
      let times = 0;
      fc.assert(
        fc.property(acts, (all) => {
          const pair = away(['A plain: one', 'B operative: two three', 'C plain: four', 'D plain: five']);
          let typed = 0x4e00;
          for (const act of all) {
            const [name, a, b] = act;
            if (name === 'meet') meet(pair);
            else if (name === 'put right') {
              meet(pair);
              if (putBack(pair)) times += 1;
            } else {
              if (name === 'type') {
                const number = a % pair.host.state.doc.childCount;
                const { size } = pair.host.state.doc.child(number).content;
                pair.type(number, b % (size + 1), String.fromCodePoint(typed++));
              }
              pair.other.run(commandOf(act));
            }
          }
          meet(pair);
          while (pair.told().length > 0 && putBack(pair)) times += 1;
          meet(pair);
        }),
        seeded(60),
      );
      // The property says something only where words are left behind often.
      expect(times).toBeGreaterThan(10);
    },
    PATIENCE,
  );
});
