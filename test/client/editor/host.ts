import type { Node } from '@tiptap/pm/model';
import { EditorState, type Plugin, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** A ProseMirror editor without a page: it holds a state and runs the views of its plugins. */
export interface Host {
  readonly state: EditorState;
  dispatch(tr: Transaction): void;
  destroy(): void;
}

export function createHost(doc: Node, plugins: readonly Plugin[]): Host {
  let state = EditorState.create({ doc, plugins: [...plugins] });
  let views: ReturnType<NonNullable<Plugin['spec']['view']>>[] = [];
  const host = {
    get state() {
      return state;
    },
    dispatch(tr: Transaction) {
      const before = state;
      state = state.apply(tr);
      for (const view of views) view.update?.(host as unknown as EditorView, before);
    },
    hasFocus: () => false,
    destroy() {
      for (const view of views) view.destroy?.();
    },
  };
  views = state.plugins.flatMap((plugin) => plugin.spec.view?.(host as unknown as EditorView) ?? []);
  return host;
}
