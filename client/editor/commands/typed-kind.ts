import { InputRule, inputRules } from '@tiptap/pm/inputrules';
import type { Node } from '@tiptap/pm/model';
import type { Plugin } from '@tiptap/pm/state';
import type { ParagraphHead } from '../../../shared/text/marker.ts';
import { levelFor } from '../../../shared/text/marker.ts';
import { setAttributes } from './kind.ts';
import { paragraphAt } from './selected.ts';

type KindAndLevel = Pick<ParagraphHead, 'kind' | 'level'>;

const ROMAN = /^[ivxlc]+$/;

/**
 * The kind that somebody asks for by typing a label and a space at the start of a paragraph: `PP `, `1. `, `(a) `,
 * `(i) `, `a. `, `i. `. Letters that are Roman numerals too mean the deeper level when they follow an item.
 * Null: the characters are just characters.
 */
export function typedKind(label: string, above: KindAndLevel | null): KindAndLevel | null {
  if (/^PP\s?\d*\.?$/.test(label)) return { kind: 'preambular', level: 0 };
  if (/^\d{1,3}\.$/.test(label)) return { kind: 'operative', level: 0 };
  const [, bracketed, dotted] = /^(?:\(([a-z]{1,4})\)|([a-z]{1,4})\.)$/.exec(label) ?? [];
  const letters = bracketed ?? dotted;
  if (letters === undefined || (letters.length > 1 && !ROMAN.test(letters))) return null;
  const below = above?.kind === 'item' ? above.level : 0;
  const deep = ROMAN.test(letters) && (letters.length > 1 || (letters === 'i' && below > 0));
  // Printed levels are (a), (i), a., i.: brackets are the upper two.
  const level = (deep ? 2 : 1) + (bracketed === undefined && below >= 2 ? 2 : 0);
  return { kind: 'item', level: levelFor('item', Math.min(level, below + 1)) };
}

const labelRule = new InputRule(
  /^(PP\s?\d*\.?|\d{1,3}\.|\([a-z]{1,4}\)|[a-z]{1,4}\.)\s$/,
  (state, match, start, end) => {
    const $start = state.doc.resolve(start);
    const here = paragraphAt(state.doc, $start.index(0));
    const wanted = here === null ? null : typedKind(match[1] as string, headAbove(state.doc, here.number));
    if (here === null || wanted === null || !mayBecome(here.head, wanted)) return null;
    return setAttributes(state.tr.delete(start, end), here, wanted);
  },
);

const headAbove = (doc: Node, number: number): ParagraphHead | null =>
  paragraphAt(doc, number - 1)?.head ?? null;

/** A title or heading may well begin with `1. `; and what has that kind already has its label. */
const mayBecome = (head: ParagraphHead, wanted: KindAndLevel): boolean =>
  head.kind !== 'title' &&
  head.kind !== 'heading' &&
  (head.kind !== wanted.kind || head.level !== wanted.level);

/** Typing a label sets the kind; Backspace right after takes that back (`undoInputRule`). */
export const typedKinds = (): Plugin => inputRules({ rules: [labelRule] });
