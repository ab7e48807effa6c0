import { selectAll } from '@tiptap/pm/commands';
import { keydownHandler } from '@tiptap/pm/keymap';
import { type Command, Plugin } from '@tiptap/pm/state';
import { ACTS, type ActName } from './acts.ts';
import { TEXT_KEYS } from './commands/keys.ts';
import { EDITOR_KEYS, type EditorKey, proseMirrorKeys } from './keys.ts';
import { type Moved, moveByKey } from './moving.ts';

/** What keys ask of the page around the text. */
export interface KeyActions {
  find(): void;
  replace(): void;
  findAgain(direction: 'next' | 'previous'): void;
  link(): void;
  /** Puts the focus on the toolbar. */
  toolbar(): void;
  copyLink(): void;
  /** A paragraph was moved: it stands now at `index` (from 0) of `count`. */
  readonly moved: Moved;
}

/**
 * All keys of the text. Tab indents; after Escape it leaves the text instead, so that nobody is caught in it
 * (WCAG 2.1.2).
 */
export function editorKeymap(actions: KeyActions): Plugin {
  let leaving = false;
  const handle = keydownHandler({ ...TEXT_KEYS, ...actKeys(), ...pageKeys(actions) });
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (event.key === 'Escape') {
          leaving = true;
          return false;
        }
        if (event.key === 'Shift') return false;
        const leaves = leaving && event.key === 'Tab';
        leaving = false;
        return !leaves && handle(view, event);
      },
      handleDOMEvents: {
        blur: () => {
          leaving = false;
          return false;
        },
      },
    },
  });
}

const actKeys = (): Record<string, Command> => ({
  ...Object.fromEntries(
    (Object.keys(ACTS) as ActName[]).map((name) => [proseMirrorKeys(EDITOR_KEYS[name]), ACTS[name]]),
  ),
  'Mod-Shift-z': ACTS.redo,
  'Mod-a': selectAll,
});

function pageKeys(actions: KeyActions): Record<string, Command> {
  const ask =
    (action: () => void): Command =>
    (_, dispatch) => {
      if (dispatch !== undefined) action();
      return true;
    };
  const commands: Partial<Record<EditorKey, Command>> = {
    find: ask(() => actions.find()),
    replace: ask(() => actions.replace()),
    findNext: ask(() => actions.findAgain('next')),
    findPrevious: ask(() => actions.findAgain('previous')),
    link: ask(() => actions.link()),
    toolbar: ask(() => actions.toolbar()),
    copyLink: ask(() => actions.copyLink()),
    moveUp: moveByKey('up', actions.moved),
    moveDown: moveByKey('down', actions.moved),
  };
  const keys = Object.fromEntries(
    (Object.entries(commands) as [EditorKey, Command][]).map(([name, command]) => [
      proseMirrorKeys(EDITOR_KEYS[name]),
      command,
    ]),
  );
  // Word's own keys for the same.
  const { moveUp, moveDown } = commands as Record<'moveUp' | 'moveDown', Command>;
  return { ...keys, 'Alt-Shift-ArrowUp': moveUp, 'Alt-Shift-ArrowDown': moveDown };
}
