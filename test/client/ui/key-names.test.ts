import { describe, expect, it } from 'vitest';
import { keySigns, matchesKeys, type Pressed } from '../../../client/ui/key-names.ts';

const press = (key: string, ...held: ('ctrl' | 'meta' | 'alt' | 'shift')[]): Pressed => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
});

describe('keys of commands', () => {
  it.each([
    ['Mod+K', press('k', 'ctrl'), false, true],
    ['Mod+K', press('k', 'meta'), true, true],
    ['Mod+K', press('k', 'ctrl'), true, false],
    ['Mod+K', press('k', 'ctrl', 'shift'), false, false],
    ['Mod+K', press('k'), false, false],
    ['?', press('?', 'shift'), false, true],
    ['?', press('?'), false, true],
    ['n', press('n'), false, true],
    ['n', press('N', 'shift'), false, false],
    ['n', press('n', 'ctrl'), false, false],
    ['Alt+ArrowUp', press('ArrowUp', 'alt'), false, true],
    ['Mod+Shift+X', press('X', 'ctrl', 'shift'), false, true],
  ])('U9: %s for %j (Mac: %s) is %s', (keys, pressed, mac, fits) => {
    expect(matchesKeys(pressed, keys, mac)).toBe(fits);
  });

  it('U9: keys are shown as they are printed on the keyboard', () => {
    expect(keySigns('Mod+K', false)).toEqual(['Ctrl', 'K']);
    expect(keySigns('Mod+k', true)).toEqual(['⌘', 'K']);
    expect(keySigns('Alt+ArrowUp', true)).toEqual(['⌥', '↑']);
    expect(keySigns('?', false)).toEqual(['?']);
  });
});
