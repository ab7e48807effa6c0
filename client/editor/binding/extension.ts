import { Extension } from '@tiptap/core';
import { keymap } from '@tiptap/pm/keymap';
import type * as Y from 'yjs';
import type { BindingOptions } from './bind-text.ts';
import { bindText } from './bind-text.ts';
import { redo, undo } from './undo.ts';

/**
 * Binds a Tiptap editor to a text, with the usual keys for undo and redo. `undo` and `redo` are plain ProseMirror
 * commands: call them with `editor.state` and `editor.view.dispatch`, not inside a Tiptap chain, since they change
 * the editor through the text.
 */
export const textBinding = (text: Y.Text, options: BindingOptions): Extension =>
  Extension.create({
    name: 'textBinding',
    // First of all plugins: what the user did is written before anything else looks.
    priority: 10_000,
    addProseMirrorPlugins: () => [
      bindText(text, options),
      keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Mod-Shift-z': redo }),
    ],
  });
