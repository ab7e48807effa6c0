/** Keys as commands name them, as people read them, and as the keyboard sends them. */

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Whether what was pressed is `keys`, such as `Mod+Shift+K` or `?`. */
export function matchesKeys(pressed: Pressed, keys: string, mac: boolean): boolean {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  const wants = (name: string): boolean => parts.includes(name);
  const mod = mac ? pressed.metaKey : pressed.ctrlKey;
  const otherMod = mac ? pressed.ctrlKey : pressed.metaKey;
  // Shift is part of how a sign such as "?" is typed, and says nothing by itself there.
  const shiftFits = /^[a-z0-9]$|^.{2,}$/i.test(key) ? pressed.shiftKey === wants('Shift') : true;
  return (
    mod === wants('Mod') &&
    !otherMod &&
    pressed.altKey === wants('Alt') &&
    shiftFits &&
    pressed.key.toLowerCase() === key.toLowerCase()
  );
}

const MAC_SIGNS: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↩' };
const OTHER_SIGNS: Record<string, string> = { Mod: 'Ctrl' };
const ARROWS: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

/** The keys one by one, as they are printed on the keyboard: `['Ctrl', 'K']`. */
export const keySigns = (keys: string, mac: boolean): readonly string[] =>
  keys.split('+').map((part) => {
    const sign = ARROWS[part] ?? (mac ? MAC_SIGNS : OTHER_SIGNS)[part] ?? part;
    return sign.length === 1 ? sign.toUpperCase() : sign;
  });

export const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.userAgent);
