import type { Editor } from '@tiptap/core';
import { indexOf } from '../binding/carets.ts';
import type { Connection } from '../connection/connection.ts';

/** Tells the connection where one's own caret is while the text has the focus and may be written. Answers how to stop. */
export function reportCaret(editor: Editor, connection: Connection): () => void {
  const report = (): void => {
    if (!editor.isEditable || !editor.view.hasFocus()) {
      connection.setCaret(null);
      return;
    }
    const { doc, selection } = editor.state;
    connection.setCaret({ anchor: indexOf(doc, selection.anchor), head: indexOf(doc, selection.head) });
  };
  const leave = (): void => connection.setCaret(null);
  editor.on('selectionUpdate', report);
  editor.on('update', report);
  editor.on('focus', report);
  editor.on('blur', leave);
  return () => {
    editor.off('selectionUpdate', report);
    editor.off('update', report);
    editor.off('focus', report);
    editor.off('blur', leave);
    leave();
  };
}
