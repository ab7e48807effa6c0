import { Plugin } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import type { NewId } from '../../../shared/model/ids.ts';
import { attachText } from './attach.ts';
import { type BindingState, bindingKey, createOrigin, isFromText } from './binding-state.ts';
import type { RelativeSelection } from './carets.ts';
import { CAPTURE_TIMEOUT, createHistory } from './history.ts';
import { addPending, type Pending } from './pending.ts';
import { repair } from './repair.ts';

export interface BindingOptions {
  /** Ids for paragraphs that a change leaves without one of their own. */
  readonly newId: NewId;
  /** Typing closer than this is undone together, in milliseconds. Tests set 0 or infinity to replay exactly. */
  readonly captureTimeout?: number;
}

/**
 * Binds an editor to a text: what is done here is written there, and the other way round. Put it first among the
 * plugins, so that what the user did is written before anything else looks. Start the editor with
 * `documentOf(text, schema)`, or it is brought in line when it is attached.
 */
export function bindText(text: Y.Text, { newId, captureTimeout = CAPTURE_TIMEOUT }: BindingOptions): Plugin {
  const origin = createOrigin();
  const written = new WeakSet<Pending>();
  let restore: (selection: RelativeSelection) => void = () => {};
  const history = createHistory(text, origin, captureTimeout, (selection) => restore(selection));
  return new Plugin<BindingState>({
    key: bindingKey,
    state: {
      init: () => ({ text, history, pending: null }),
      apply(tr, value, before) {
        const open = value.pending !== null && !written.has(value.pending) ? value.pending : null;
        if (!tr.docChanged) return open === value.pending ? value : { ...value, pending: open };
        if (!isFromText(tr)) return { ...value, pending: addPending(open, tr, before.selection) };
        if (open !== null)
          throw new Error('the text changed while an edit of the editor was not written yet');
        return { ...value, pending: null };
      },
    },
    appendTransaction(transactions, before, after) {
      const own = transactions.some((tr) => tr.docChanged && !isFromText(tr));
      return own ? repair(transactions, before, after, newId) : null;
    },
    view(view) {
      const attached = attachText(view, text, origin, history, written);
      restore = attached.restore;
      return { update: attached.write, destroy: attached.detach };
    },
  });
}
