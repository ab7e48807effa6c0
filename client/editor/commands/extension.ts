import { Extension } from '@tiptap/core';
import { keymap } from '@tiptap/pm/keymap';
import { TEXT_KEYS } from './keys.ts';
import { typedKinds } from './typed-kind.ts';

/** Keys and typed labels for a Tiptap editor. The commands themselves are plain ProseMirror commands. */
export const textCommands = (): Extension =>
  Extension.create({
    name: 'textCommands',
    // Before Tiptap's own keys, which think of nested blocks.
    priority: 1_000,
    addProseMirrorPlugins: () => [keymap({ ...TEXT_KEYS }), typedKinds()],
  });
