/**
 * Keys of the editor, in the notation of the sheet of keys (`Mod+Shift+K`; `Mod` is ⌘ on a Mac, Ctrl elsewhere).
 * They are those of Word where Word has one. Two differ: Ctrl-K opens the palette everywhere in this program, so a
 * link is Ctrl-Shift-K; Ctrl-Enter begins a paragraph below, since there are no pages to break.
 */
export const EDITOR_KEYS = {
  bold: 'Mod+B',
  italic: 'Mod+I',
  underline: 'Mod+U',
  link: 'Mod+Shift+K',
  brackets: 'Mod+Shift+[',
  undo: 'Mod+Z',
  redo: 'Mod+Y',
  find: 'Mod+F',
  replace: 'Mod+H',
  findNext: 'F3',
  findPrevious: 'Shift+F3',
  indent: 'Tab',
  outdent: 'Shift+Tab',
  moveUp: 'Alt+ArrowUp',
  moveDown: 'Alt+ArrowDown',
  heading1: 'Mod+Alt+1',
  heading2: 'Mod+Alt+2',
  heading3: 'Mod+Alt+3',
  title: 'Mod+Alt+4',
  operative: 'Mod+Alt+5',
  preambular: 'Mod+Alt+6',
  item: 'Mod+Alt+7',
  plain: 'Mod+Alt+0',
  paragraphBelow: 'Mod+Enter',
  copyLink: 'Mod+Alt+L',
  toolbar: 'Alt+F10',
} as const;
export type EditorKey = keyof typeof EDITOR_KEYS;

/** The same in ProseMirror's notation: `Mod-Shift-k`. */
export const proseMirrorKeys = (keys: string): string =>
  keys
    .split('+')
    .map((part) => (part.length === 1 ? part.toLowerCase() : part))
    .join('-');
