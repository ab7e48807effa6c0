import { describe, expect, it } from 'vitest';
import {
  afterKey,
  NOTHING_SELECTED,
  type RowSelection,
  rangeTo,
  stillActive,
  toggle,
} from '../../../../client/features/inputs/row-selection.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const press = (selection: RowSelection, ...keys: string[]): RowSelection =>
  keys.reduce((state, said) => {
    const parts = said.split('+');
    const key = parts.at(-1) === 'Space' ? ' ' : (parts.at(-1) as string);
    return (
      afterKey(state, { key, shiftKey: parts.includes('Shift'), mod: parts.includes('Mod') }, IDS) ?? state
    );
  }, selection);
const said = ({ active, selected }: RowSelection): string => `${active}: ${[...selected].sort().join('')}`;

describe('keyboard of the table of inputs', () => {
  const cases: readonly [keys: string[], result: string][] = [
    [['ArrowDown'], 'a: '],
    [['ArrowDown', 'ArrowDown', 'Space'], 'b: b'],
    [['ArrowDown', 'Space', 'Space'], 'a: '],
    [['End', 'ArrowDown'], 'e: '],
    [['PageDown', 'Home'], 'a: '],
    [['ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown'], 'c: abc'],
    [['ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp'], 'b: ab'],
    [['ArrowDown', 'ArrowDown', 'Space', 'ArrowDown', 'ArrowDown', 'Shift+Space'], 'd: bcd'],
    [['ArrowDown', 'Mod+a'], 'a: abcde'],
    [['ArrowDown', 'Mod+A', 'Escape'], 'a: '],
    [['ArrowDown', 'Shift+End'], 'e: abcde'],
  ];
  for (const [keys, result] of cases)
    it(`U113: ${keys.join(', ')}`, () => expect(said(press(NOTHING_SELECTED, ...keys))).toBe(result));

  it('U113: other keys stay with the browser, and so does Escape with nothing selected', () => {
    expect(afterKey(NOTHING_SELECTED, { key: 'Tab', shiftKey: false, mod: false }, IDS)).toBeNull();
    expect(afterKey(NOTHING_SELECTED, { key: 'Escape', shiftKey: false, mod: false }, IDS)).toBeNull();
    expect(afterKey(NOTHING_SELECTED, { key: 'ArrowDown', shiftKey: false, mod: false }, [])).toBeNull();
  });

  it('U113: a range by pointer keeps what was selected elsewhere', () => {
    const state = rangeTo(toggle(toggle(NOTHING_SELECTED, 'a'), 'c'), IDS, 3);
    expect(said(state)).toBe('d: acd');
  });

  it('U113: where the line at the keyboard goes away, the next one takes its place', () => {
    expect(stillActive('b', IDS, ['a', 'd', 'e'])).toBe('d');
    expect(stillActive('e', IDS, ['a', 'b'])).toBe('b');
    expect(stillActive('b', IDS, IDS)).toBe('b');
    expect(stillActive('b', IDS, [])).toBeNull();
  });
});
