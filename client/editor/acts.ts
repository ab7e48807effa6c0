import type { Command } from '@tiptap/pm/state';
import { indent, outdent, setKind } from './commands/kind.ts';
import { toggle } from './commands/marks.ts';
import { stepHistory } from './history.ts';
import { paragraphBelow } from './paragraph-below.ts';
import { toggleBrackets } from './toolbar/brackets.ts';

const brackets: Command = (state, dispatch) => {
  const tr = toggleBrackets(state);
  if (tr !== null) dispatch?.(tr);
  return tr !== null;
};

/** What toolbar, keys and palette do to the text, by the names of their keys: ProseMirror commands. */
export const ACTS = {
  bold: toggle('bold'),
  italic: toggle('italic'),
  underline: toggle('underline'),
  brackets,
  undo: stepHistory('undo'),
  redo: stepHistory('redo'),
  indent,
  outdent,
  paragraphBelow,
  operative: setKind('operative'),
  preambular: setKind('preambular'),
  plain: setKind('plain'),
  title: setKind('title'),
  heading1: setKind('heading', 1),
  heading2: setKind('heading', 2),
  heading3: setKind('heading', 3),
  item: setKind('item', 1),
} as const satisfies Record<string, Command>;
export type ActName = keyof typeof ACTS;
