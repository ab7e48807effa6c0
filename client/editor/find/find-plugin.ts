import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type Found, NO_QUERY, occurrences, type Query } from './matching.ts';

/** What find knows: the query and where it occurs, as ProseMirror positions. */
export interface Finding {
  readonly query: Query;
  readonly matches: readonly Found[];
  readonly decorations: DecorationSet;
}

const NOTHING: Finding = { query: NO_QUERY, matches: [], decorations: DecorationSet.empty };

export const findKey = new PluginKey<Finding>('find');

export const finding = (state: EditorState): Finding => findKey.getState(state) ?? NOTHING;

/** Sets what is looked for; an empty text ends the search. */
export const setQuery = (tr: Transaction, query: Query): Transaction =>
  tr.setMeta(findKey, query).setMeta('addToHistory', false);

/** Highlights every occurrence as decorations. Text changes move and renew them. */
export function findPlugin(): Plugin<Finding> {
  return new Plugin<Finding>({
    key: findKey,
    state: {
      init: () => NOTHING,
      apply(tr, before, _, state) {
        const query: Query = (tr.getMeta(findKey) as Query | undefined) ?? before.query;
        if (query === before.query && !tr.docChanged) return before;
        return search(state.doc, query);
      },
    },
    props: {
      decorations: (state) => {
        const { decorations, matches } = finding(state);
        const current = matches[currentMatch(state)];
        if (current === undefined) return decorations;
        return decorations.add(state.doc, [
          Decoration.inline(current.from, current.to, { class: 'find-current' }),
        ]);
      },
    },
  });
}

/** Occurrences of one query in paragraphs already seen: a paragraph that did not change is not searched again. */
let cachedFor: Query = NO_QUERY;
let cache = new WeakMap<Node, Found[]>();

function search(doc: Node, query: Query): Finding {
  if (query.text === '') return { ...NOTHING, query };
  if (query !== cachedFor) {
    cachedFor = query;
    cache = new WeakMap();
  }
  const matches: Found[] = [];
  doc.forEach((paragraph, offset) => {
    let found = cache.get(paragraph);
    if (found === undefined) {
      found = occurrences(paragraph.textContent, query);
      cache.set(paragraph, found);
    }
    // +1: into the paragraph.
    for (const { from, to } of found) matches.push({ from: offset + 1 + from, to: offset + 1 + to });
  });
  const decorations = DecorationSet.create(
    doc,
    matches.map(({ from, to }) => Decoration.inline(from, to, { class: 'find-match' })),
  );
  return { query, matches, decorations };
}

/** Index of the match that is selected, or −1. */
export function currentMatch(state: EditorState): number {
  const { from, to } = state.selection;
  return finding(state).matches.findIndex((match) => match.from === from && match.to === to);
}

/** Selects the next or previous occurrence, going round at the ends. False where there is none. */
export function selectMatch(
  state: EditorState,
  direction: 'next' | 'previous',
  dispatch?: (tr: Transaction) => void,
): boolean {
  const { matches } = finding(state);
  if (matches.length === 0) return false;
  const { from, to } = state.selection;
  const target =
    direction === 'next'
      ? (matches.find((match) => match.from >= to && !(match.from === from && match.to === to)) ?? matches[0])
      : (matches.findLast((match) => match.to <= from) ?? matches.at(-1));
  return select(state, target as Found, dispatch);
}

/** Selects the first occurrence at or after the caret: what happens while somebody types a query. */
export function selectNearest(state: EditorState, dispatch?: (tr: Transaction) => void): boolean {
  const { matches } = finding(state);
  const target = matches.find((match) => match.from >= state.selection.from) ?? matches[0];
  return target === undefined ? false : select(state, target, dispatch);
}

function select(state: EditorState, { from, to }: Found, dispatch?: (tr: Transaction) => void): boolean {
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, from, to)).scrollIntoView());
  return true;
}
