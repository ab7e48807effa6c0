import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { type AnchorSpec, drawAnchors, type ShownAnchor } from './draw-anchors.ts';

export type { ShownAnchor } from './draw-anchors.ts';

/** Told which anchors lie where somebody clicked, or where the caret came to stand. Empty: none. */
export interface AnchorActs {
  readonly clicked: (ids: readonly string[]) => void;
  readonly entered: (ids: readonly string[]) => void;
}

interface Anchors {
  readonly drawn: DecorationSet;
  readonly active: string | null;
  readonly stronger: DecorationSet;
}

const NONE: Anchors = { drawn: DecorationSet.empty, active: null, stronger: DecorationSet.empty };

const anchorsKey = new PluginKey<Anchors>('anchors');

type Told = { readonly shown: readonly ShownAnchor[] } | { readonly active: string | null };

/** Sets what stands on the text. Where each is belongs to exactly this document; afterwards they move with the words. */
export const setAnchors = (tr: Transaction, shown: readonly ShownAnchor[]): Transaction =>
  tr.setMeta(anchorsKey, { shown } satisfies Told).setMeta('addToHistory', false);

/** Draws one of them stronger, or none. */
export const setActiveAnchor = (tr: Transaction, active: string | null): Transaction =>
  tr.setMeta(anchorsKey, { active } satisfies Told).setMeta('addToHistory', false);

const idsOf = (decoration: Decoration): readonly string[] => (decoration.spec as AnchorSpec).anchors;

/** The anchors that lie at a position: on its words, or on its paragraph. */
export function anchorsAt(state: EditorState, position: number): readonly string[] {
  const found = anchorsKey.getState(state)?.drawn.find(position, position) ?? [];
  return [...new Set(found.flatMap(idsOf))];
}

/** Where an anchor is drawn now: from its first to its last position; null if it is not. */
export function drawnAt(
  state: EditorState,
  id: string,
): { readonly from: number; readonly to: number } | null {
  const found = drawingsOf(anchorsKey.getState(state)?.drawn ?? DecorationSet.empty, id);
  if (found.length === 0) return null;
  return {
    from: Math.min(...found.map(({ from }) => from)),
    to: Math.max(...found.map(({ to }) => to)),
  };
}

const drawingsOf = (drawn: DecorationSet, id: string): Decoration[] =>
  drawn.find(undefined, undefined, (spec) => (spec as AnchorSpec).anchors.includes(id));

/** Draws anchored words. Marks move with the text through every change until places are set anew. */
export const anchorsPlugins = (acts: AnchorActs | null): readonly Plugin[] => [
  drawingPlugin(acts),
  // On its own, so that the many marks need not be put together with it at every key.
  new Plugin({ props: { decorations: (state) => anchorsKey.getState(state)?.stronger } }),
];

function drawingPlugin(acts: AnchorActs | null): Plugin<Anchors> {
  return new Plugin<Anchors>({
    key: anchorsKey,
    state: {
      init: () => NONE,
      apply(tr, before) {
        const told = tr.getMeta(anchorsKey) as Told | undefined;
        if (told !== undefined && 'shown' in told) {
          const drawn = DecorationSet.create(tr.doc, drawAnchors(tr.doc, told.shown));
          return { drawn, active: before.active, stronger: stronger(tr, drawn, before.active) };
        }
        if (told !== undefined && 'active' in told)
          return {
            drawn: before.drawn,
            active: told.active,
            stronger: stronger(tr, before.drawn, told.active),
          };
        if (!tr.docChanged || before.drawn === DecorationSet.empty) return before;
        return {
          ...before,
          drawn: before.drawn.map(tr.mapping, tr.doc),
          stronger: before.stronger.map(tr.mapping, tr.doc),
        };
      },
    },
    props: {
      decorations: (state) => anchorsKey.getState(state)?.drawn,
      handleClick(view, position) {
        acts?.clicked(anchorsAt(view.state, position));
        return false;
      },
    },
    view: () => ({ update: tellEntered(acts) }),
  });
}

/** The active anchor's stretches once more, to be drawn stronger. */
function stronger(tr: Transaction, drawn: DecorationSet, active: string | null): DecorationSet {
  if (active === null) return DecorationSet.empty;
  return DecorationSet.create(
    tr.doc,
    drawingsOf(drawn, active).map(({ from, to }) =>
      Decoration.inline(from, to, { class: 'anchored-active' }, { anchors: [active] } satisfies AnchorSpec),
    ),
  );
}

/** Tells when the caret comes to stand on other anchors than before. Nothing is looked up while there are none. */
function tellEntered(acts: AnchorActs | null) {
  let last = '';
  return ({ state }: EditorView, before: EditorState): void => {
    if (acts === null || (state.selection.eq(before.selection) && state.doc === before.doc)) return;
    const ids = anchorsAt(state, state.selection.head);
    const now = ids.join(' ');
    if (now === last) return;
    last = now;
    acts.entered(ids);
  };
}
