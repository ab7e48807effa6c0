import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import type { Mapping } from '@tiptap/pm/transform';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { ChangeOverlay } from '../../../shared/compare/overlay.ts';

/** Who made a change, in words ready to be shown; empty where the log cannot tell. */
export interface ChangeAuthors {
  inserted(paragraph: number, start: number, end: number): string;
  deleted(paragraph: number, text: string): string;
  removed(block: number): string;
}

/** Words the marks need, in the reader's language. */
export interface ChangeWords {
  /** Said before words; `by` may be empty. */
  readonly inserted: (by: string) => string;
  readonly deleted: (by: string) => string;
  readonly end: string;
  readonly removed: (label: string) => string;
  readonly note: (kind: ChangeOverlay['notes'][number]['kind'], from: string) => string;
}

export interface ShownChanges {
  readonly overlay: ChangeOverlay;
  readonly authors: ChangeAuthors;
  readonly words: ChangeWords;
  /** The text that was compared, and what has become of its places since. */
  readonly doc: Node;
  readonly meanwhile: Mapping;
}

const changesKey = new PluginKey<DecorationSet>('changes');

/** Shows changes over the live words, or none. They are drawn, never written: the text stays what it is. */
export const showChanges = (tr: Transaction, shown: ShownChanges | null): Transaction =>
  tr.setMeta(changesKey, { shown }).setMeta('addToHistory', false);

/** Whether changes are shown. */
export const hasChanges = (state: EditorState): boolean => changesKey.getState(state) !== DecorationSet.empty;

/** Draws a comparison over the text. Between two comparisons the marks move along with the words. */
export function changesPlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: changesKey,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, before) {
        const set = tr.getMeta(changesKey) as { shown: ShownChanges | null } | undefined;
        if (set !== undefined)
          return set.shown === null
            ? DecorationSet.empty
            : DecorationSet.create(set.shown.doc, drawChanges(set.shown.doc, set.shown)).map(
                set.shown.meanwhile,
                tr.doc,
              );
        return tr.docChanged ? before.map(tr.mapping, tr.doc) : before;
      },
    },
    props: { decorations: (state) => changesKey.getState(state) },
  });
}

/** Decorations for an overlay that was computed from exactly this document; what no longer fits is left out. */
export function drawChanges(
  doc: Node,
  { overlay, authors, words }: Pick<ShownChanges, 'overlay' | 'authors' | 'words'>,
): Decoration[] {
  const starts: number[] = [];
  doc.forEach((_, offset) => {
    starts.push(offset);
  });
  /** Position of a character of a paragraph; null where the document has moved on. */
  const at = (paragraph: number, offset: number): number | null => {
    const start = starts[paragraph];
    return start === undefined || offset > doc.child(paragraph).content.size ? null : start + 1 + offset;
  };
  const drawn: Decoration[] = [];
  for (const { paragraph, start, end } of overlay.insertions) {
    const [from, to] = [at(paragraph, start), at(paragraph, end)];
    if (from === null || to === null) continue;
    const by = authors.inserted(paragraph, start, end);
    drawn.push(
      Decoration.inline(from, to, { nodeName: 'ins', class: 'change', ...(by === '' ? {} : { title: by }) }),
      Decoration.widget(from, () => spoken(words.inserted(by)), {
        side: 1,
        key: `said+${paragraph}.${start}|${by}`,
        ...QUIET,
      }),
      Decoration.widget(to, () => spoken(words.end), { side: -1, key: `end+${paragraph}.${end}`, ...QUIET }),
    );
  }
  for (const { paragraph, offset, text } of overlay.deletions) {
    const place = at(paragraph, offset);
    if (place === null) continue;
    const by = authors.deleted(paragraph, text);
    drawn.push(
      Decoration.widget(place, () => deletion(text, by, words), {
        side: -1,
        key: `-${text}|${by}`,
        ...QUIET,
      }),
    );
  }
  for (const { before, block, label, text } of overlay.removals) {
    const by = authors.removed(block);
    drawn.push(
      Decoration.widget(starts[before] ?? doc.content.size, () => removal(label, text, by, words), {
        side: -1,
        key: `x${label}|${text}|${by}`,
        ...QUIET,
      }),
    );
  }
  for (const { paragraph, kind, from } of overlay.notes) {
    const start = starts[paragraph];
    if (start === undefined) continue;
    drawn.push(
      Decoration.node(start, start + doc.child(paragraph).nodeSize, {
        'data-change-note': words.note(kind, from.filter((label) => label !== '').join(' + ')),
        'data-change-kind': kind,
      }),
    );
  }
  return drawn;
}

/** Marks are looked at, not edited: clicks and keys inside them are nobody's words. */
const QUIET = { ignoreSelection: true } as const;

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.contentEditable = 'false';
  made.textContent = text;
  return made;
}

const spoken = (text: string): HTMLElement => element('bdi', 'visually-hidden', text);

function deletion(text: string, by: string, words: ChangeWords): HTMLElement {
  const made = element('del', 'change');
  if (by !== '') made.title = by;
  made.append(spoken(words.deleted(by)), text.replaceAll('\n\n', ' ¶ '), spoken(words.end));
  return made;
}

function removal(label: string, text: string, by: string, words: ChangeWords): HTMLElement {
  const made = element('div', 'change-removal');
  if (by !== '') made.title = by;
  const said = element('span', 'change-removal-said', words.removed(label));
  const gone = element('del', 'change', text);
  gone.dir = 'auto';
  made.append(said, gone);
  return made;
}
