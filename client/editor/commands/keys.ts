import { chainCommands } from '@tiptap/pm/commands';
import { undoInputRule } from '@tiptap/pm/inputrules';
import type { Command } from '@tiptap/pm/state';
import { deleteSelected } from './delete-range.ts';
import { joinAbove, joinBelow } from './join.ts';
import { indent, outdent, setKind } from './kind.ts';
import { toggle } from './marks.ts';
import { moveSelected } from './move.ts';
import { splitParagraph } from './split.ts';

/** Keys as people know them from Word (`Mod` is Ctrl, or Cmd on a Mac). */
export const TEXT_KEYS: Readonly<Record<string, Command>> = {
  Enter: splitParagraph,
  'Shift-Enter': splitParagraph,
  Backspace: chainCommands(undoInputRule, deleteSelected, joinAbove),
  'Mod-Backspace': chainCommands(deleteSelected, joinAbove),
  Delete: chainCommands(deleteSelected, joinBelow),
  'Mod-Delete': chainCommands(deleteSelected, joinBelow),
  Tab: indent,
  'Shift-Tab': outdent,
  'Alt-ArrowUp': moveSelected('up'),
  'Alt-ArrowDown': moveSelected('down'),
  'Alt-Shift-ArrowUp': moveSelected('up'),
  'Alt-Shift-ArrowDown': moveSelected('down'),
  'Mod-b': toggle('bold'),
  'Mod-i': toggle('italic'),
  'Mod-u': toggle('underline'),
  'Mod-Alt-0': setKind('plain'),
  'Mod-Alt-1': setKind('heading', 1),
  'Mod-Alt-2': setKind('heading', 2),
  'Mod-Alt-3': setKind('heading', 3),
};
