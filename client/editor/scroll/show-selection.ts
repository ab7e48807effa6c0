import type { EditorView } from '@tiptap/pm/view';
import { CARET_ROOM } from './caret-room.ts';

/**
 * Scrolls to the selection where it is out of sight, also while the focus is elsewhere, as in the find panel
 * (ProseMirror scrolls only to a selection that has the focus).
 */
export function showSelection(view: EditorView): void {
  const { top, bottom } = view.coordsAtPos(view.state.selection.from);
  if (top >= CARET_ROOM.top && bottom <= window.innerHeight - CARET_ROOM.bottom) return;
  window.scrollBy({ top: top - window.innerHeight / 2, behavior: 'instant' });
}
