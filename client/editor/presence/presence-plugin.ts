import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** How lately a caret moved: with its flag, without it, or dimmed as well. */
export type Stage = 'moving' | 'still' | 'idle';

/** Somebody else's caret or selection, as ProseMirror positions. */
export interface Cursor {
  readonly clientId: number;
  readonly name: string;
  readonly delegation: string;
  /** 0 to 11. */
  readonly color: number;
  readonly anchor: number;
  readonly head: number;
  readonly stage: Stage;
}

export const presenceKey = new PluginKey<DecorationSet>('presence');

/** Sets where everybody else's cursors are. */
export const setCursors = (tr: Transaction, cursors: readonly Cursor[]): Transaction =>
  tr.setMeta(presenceKey, cursors).setMeta('addToHistory', false);

/** Draws the cursors of others. Between two reports they move along with the text. */
export function presencePlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: presenceKey,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, before) {
        const cursors = tr.getMeta(presenceKey) as readonly Cursor[] | undefined;
        if (cursors !== undefined)
          return DecorationSet.create(
            tr.doc,
            cursors.flatMap((c) => draw(tr.doc, c)),
          );
        return tr.docChanged ? before.map(tr.mapping, tr.doc) : before;
      },
    },
    props: { decorations: (state) => presenceKey.getState(state) },
  });
}

function draw(doc: Node, cursor: Cursor): Decoration[] {
  const within = (position: number): number => Math.min(Math.max(position, 0), doc.content.size);
  const head = within(cursor.head);
  const anchor = within(cursor.anchor);
  const drawn = [
    Decoration.widget(head, () => caretElement(cursor), {
      // A caret that moves on keeps its element: twenty people's, drawn anew at every key, are the page's whole work.
      key: `${cursor.clientId} ${cursor.stage} ${cursor.name}`,
      side: 10,
      ignoreSelection: true,
    }),
  ];
  if (head !== anchor)
    drawn.push(
      Decoration.inline(Math.min(head, anchor), Math.max(head, anchor), {
        class: `presence-selection presence-hue-${cursor.color}`,
      }),
    );
  return drawn;
}

/** Name and delegation on a flag: a colour alone would not say who it is. Hidden from screen readers, who have the list. */
function caretElement({ name, delegation, color, stage }: Cursor): HTMLElement {
  const caret = document.createElement('span');
  caret.className = `presence-caret presence-${stage} presence-hue-${color}`;
  caret.setAttribute('aria-hidden', 'true');
  caret.contentEditable = 'false';
  const flag = document.createElement('span');
  flag.className = 'presence-flag';
  for (const [part, words] of [
    ['presence-name', name],
    ['presence-delegation', delegation],
  ] as const) {
    const element = document.createElement('bdi');
    element.className = part;
    element.textContent = words;
    flag.append(element);
  }
  caret.append(flag);
  return caret;
}
