import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { BaseLabels } from '../../../shared/text/labels.ts';
import { paragraphLabels, sameHeads } from './paragraph-labels.ts';

/** What is shown beside each paragraph. Labels are never in the text: they cannot be typed, selected or lost. */
export interface Labels {
  readonly base: BaseLabels | null | undefined;
  /** One a paragraph, in reading order. */
  readonly labels: readonly string[];
  readonly decorations: DecorationSet;
}

export const labelsKey = new PluginKey<Labels>('labels');

/** Labels of the paragraphs of a state, in reading order. */
export const labelsIn = (state: EditorState): readonly string[] => labelsKey.getState(state)?.labels ?? [];

/** Sets the labels that the latest version froze; new paragraphs are counted between them. */
export const setBaseLabels = (tr: Transaction, base: BaseLabels | null): Transaction =>
  tr.setMeta(labelsKey, { base }).setMeta('addToHistory', false);

/** Element id of a paragraph, the target of `#p-<id>`. */
export const paragraphAnchor = (id: string): string => `p-${id}`;

/** `base` undefined: not known yet. Then nothing is printed, rather than numbers that change at once. */
export function labelsPlugin(base: BaseLabels | null | undefined): Plugin<Labels> {
  return new Plugin<Labels>({
    key: labelsKey,
    state: {
      init: (_, state) => compute(state.doc, base, null),
      apply(tr, before, oldState, state) {
        const set = tr.getMeta(labelsKey) as { base: BaseLabels | null } | undefined;
        if (set !== undefined) return compute(state.doc, set.base, null);
        if (!tr.docChanged) return before;
        if (sameHeads(oldState.doc, state.doc))
          return { ...before, decorations: before.decorations.map(tr.mapping, tr.doc) };
        return compute(state.doc, before.base, before);
      },
    },
    props: { decorations: (state) => labelsKey.getState(state)?.decorations },
  });
}

function compute(doc: Node, base: BaseLabels | null | undefined, before: Labels | null): Labels {
  const labels = base === undefined ? doc.children.map(() => '') : paragraphLabels(doc, base);
  const decorations: Decoration[] = [];
  let k = 0;
  doc.forEach((node, offset) => {
    const label = labels[k++] as string;
    const attributes: Record<string, string> = {
      id: paragraphAnchor(node.attrs.id as string),
      class: 'paragraph',
    };
    // CSS prints the label from this attribute; screen readers read printed content with the paragraph.
    if (label !== '') attributes['data-label'] = label;
    decorations.push(Decoration.node(offset, offset + node.nodeSize, attributes, { label }));
  });
  const unchanged =
    before !== null &&
    before.labels.length === labels.length &&
    before.labels.every((l, i) => l === labels[i]);
  return {
    base,
    labels: unchanged ? before.labels : labels,
    decorations: DecorationSet.create(doc, decorations),
  };
}
