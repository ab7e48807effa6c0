import type { Command, Transaction } from '@tiptap/pm/state';
import {
  type Direction,
  HEADING_LEVELS,
  ITEM_LEVELS,
  type ParagraphKind,
} from '../../../shared/model/paragraph.ts';
import { levelFor, type ParagraphHead } from '../../../shared/text/marker.ts';
import { type PlacedParagraph, selectedParagraphs } from './selected.ts';

type KindAndLevel = Pick<ParagraphHead, 'kind' | 'level'>;

/** Sets attributes, one small step each, and only those that differ. */
export function setAttributes(
  tr: Transaction,
  { start, head }: PlacedParagraph,
  changes: Partial<ParagraphHead>,
): Transaction {
  for (const [key, value] of Object.entries(changes))
    if (head[key as keyof ParagraphHead] !== value) tr.setNodeAttribute(start, key, value);
  return tr;
}

/** Changes the heads of the selected paragraphs; false if `change` wants nothing of any. */
const changeSelected =
  (change: (paragraph: PlacedParagraph) => Partial<ParagraphHead> | null): Command =>
  (state, dispatch) => {
    const wanted = selectedParagraphs(state.doc, state.selection).flatMap((paragraph) => {
      const changes = change(paragraph);
      return changes === null ? [] : [{ paragraph, changes }];
    });
    if (wanted.length === 0) return false;
    if (dispatch === undefined) return true;
    const { tr } = state;
    for (const { paragraph, changes } of wanted) setAttributes(tr, paragraph, changes);
    if (tr.docChanged) dispatch(tr.setStoredMarks(state.storedMarks).scrollIntoView());
    return true;
  };

/** Makes the selected paragraphs another kind. Their ids, words and comments stay. */
export const setKind = (kind: ParagraphKind, level = 1): Command =>
  changeSelected(() => ({ kind, level: levelFor(kind, level) }));

export const setDirection = (dir: Direction): Command => changeSelected(() => ({ dir }));

/** Pins a label to the paragraph of the caret; null lets it be counted again. */
export const pinLabel =
  (label: string | null): Command =>
  (state, dispatch) => {
    const [paragraph] = selectedParagraphs(state.doc, state.selection);
    if (paragraph === undefined) return false;
    const pinned = label === null || label.trim() === '' ? null : label.trim();
    dispatch?.(setAttributes(state.tr, paragraph, { pinned }));
    return true;
  };

/** One level deeper: an item or heading takes the next level, a numbered or plain paragraph becomes an item. */
export function deeper({ kind, level }: KindAndLevel): KindAndLevel | null {
  switch (kind) {
    case 'item':
      return level < ITEM_LEVELS ? { kind, level: level + 1 } : null;
    case 'heading':
      return level < HEADING_LEVELS ? { kind, level: level + 1 } : null;
    case 'plain':
    case 'operative':
      return { kind: 'item', level: 1 };
    default:
      return null;
  }
}

/** One level up: an item of the first level becomes plain, as removing a number does in Word. */
export function shallower({ kind, level }: KindAndLevel): KindAndLevel | null {
  if (kind === 'item') return level > 1 ? { kind, level: level - 1 } : { kind: 'plain', level: 0 };
  return kind === 'heading' && level > 1 ? { kind, level: level - 1 } : null;
}

/** Tab. False where there is nothing to indent, so that the key moves the focus on. */
export const indent: Command = changeSelected(({ head }) => deeper(head));
/** Shift-Tab. */
export const outdent: Command = changeSelected(({ head }) => shallower(head));
