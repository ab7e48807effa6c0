import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { useCallback, useRef, useSyncExternalStore } from 'react';

/**
 * Something read from the editor, read again after each transaction; renders again only where it differs. Reading
 * must be cheap: it happens at every key.
 */
export function useEditorValue<Value>(
  editor: Editor,
  read: (state: EditorState) => Value,
  same: (a: Value, b: Value) => boolean = Object.is,
): Value {
  const last = useRef<{ readonly state: EditorState; readonly value: Value } | null>(null);
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on('transaction', listener);
      return () => {
        editor.off('transaction', listener);
      };
    },
    [editor],
  );
  return useSyncExternalStore(subscribe, () => {
    const { state } = editor;
    const before = last.current;
    if (before !== null && before.state === state) return before.value;
    const value = read(state);
    const kept = before !== null && same(before.value, value) ? before.value : value;
    last.current = { state, value: kept };
    return kept;
  });
}
