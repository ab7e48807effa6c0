import { type EditorState, PluginKey, type Transaction } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import type { TextHistory } from './history.ts';
import type { Pending } from './pending.ts';

/**
 * The origin of every Yjs transaction that an editor writes. Providers and others tell own edits by it:
 * `isEditorOrigin(transaction.origin)`. Undo and redo come with the `Y.UndoManager` as origin, and are local too.
 */
export interface EditorOrigin {
  readonly editor: true;
}

const origins = new WeakSet<object>();

export function createOrigin(): EditorOrigin {
  const origin: EditorOrigin = { editor: true };
  origins.add(origin);
  return origin;
}

export const isEditorOrigin = (origin: unknown): origin is EditorOrigin =>
  typeof origin === 'object' && origin !== null && origins.has(origin);

export interface BindingState {
  readonly text: Y.Text;
  readonly history: TextHistory;
  readonly pending: Pending | null;
}

export const bindingKey = new PluginKey<BindingState>('text-binding');
/** Set on transactions that bring the text's changes into the editor. Such changes are never written back. */
const FROM_TEXT = 'from-text';

/** Whether a transaction shows what others (or undo) did, rather than what the user does here. */
export const isFromText = (tr: Transaction): boolean => tr.getMeta(FROM_TEXT) === true;
export const markFromText = (tr: Transaction): Transaction =>
  tr.setMeta(FROM_TEXT, true).setMeta('addToHistory', false);

/** The binding of an editor; undefined if it has none. */
export const bindingOf = (state: EditorState): BindingState | undefined => bindingKey.getState(state);
