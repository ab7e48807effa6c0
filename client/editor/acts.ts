import { toggleMark } from '@tiptap/pm/commands';
import type { Command } from '@tiptap/pm/state';
import { stepHistory } from './history.ts';
import { indent, outdent, paragraphBelow, setKind } from './structure-acts.ts';
import { toggleBrackets } from './toolbar/brackets.ts';

const mark =
  (name: string): Command =>
  (state, dispatch, view) => {
    const type = state.schema.marks[name];
    return type !== undefined && toggleMark(type)(state, dispatch, view);
  };

const brackets: Command = (state, dispatch) => {
  const tr = toggleBrackets(state);
  if (tr !== null) dispatch?.(tr);
  return tr !== null;
};

/** What toolbar, keys and palette do to the text, by the names of their keys: ProseMirror commands. */
export const ACTS = {
  bold: mark('bold'),
  italic: mark('italic'),
  underline: mark('underline'),
  brackets,
  undo: stepHistory('undo'),
  redo: stepHistory('redo'),
  indent,
  outdent,
  paragraphBelow,
  operative: setKind('operative', 0),
  preambular: setKind('preambular', 0),
  plain: setKind('plain', 0),
  title: setKind('title', 0),
  heading1: setKind('heading', 1),
  heading2: setKind('heading', 2),
  heading3: setKind('heading', 3),
  item: setKind('item', 1),
} as const satisfies Record<string, Command>;
export type ActName = keyof typeof ACTS;
