import type { DraftWording, NewKey } from './proposal-draft.ts';

/*
 * Paragraphs of wording, as text areas hold them. A wording never holds a line break: a line that is typed or
 * pasted begins a paragraph of its own, as it does in the text.
 */

export interface Typed {
  readonly wordings: readonly DraftWording[];
  /** Where typing goes on: the text area and the offset in it. Absent: where it is. */
  readonly caret?: { readonly key: string; readonly offset: number };
}

const BREAK = /\r\n|[\n\r\u2028\u2029\v\f]/u;

/** What a text area holds now, with the caret at `caret`. Blank lines of a paste make no paragraphs. */
export function typeInto(
  wordings: readonly DraftWording[],
  key: string,
  typed: string,
  caret: number,
  newKey: NewKey,
): Typed {
  const at = wordings.findIndex((wording) => wording.key === key);
  const wording = wordings[at];
  if (wording === undefined) return { wordings };
  const lines = typed.split(BREAK);
  if (lines.length === 1)
    return { wordings: wordings.map((each) => (each.key === key ? { ...each, text: typed } : each)) };
  // Enter leaves an empty line at the end or the beginning, which is wanted; a paste leaves them in between.
  const kept = lines.filter((line, k) => k === 0 || k === lines.length - 1 || line.trim() !== '');
  const parts = kept.map((text, k) => ({ ...wording, key: k === 0 ? key : newKey(), text }));
  const last = parts.at(-1) as DraftWording;
  return {
    wordings: [...wordings.slice(0, at), ...parts, ...wordings.slice(at + 1)],
    // What stood behind the caret stands at the end of the last paragraph.
    caret: { key: last.key, offset: Math.max(0, last.text.length - (typed.length - caret)) },
  };
}

/** Backspace at the beginning of a paragraph: its words join the paragraph above. */
export function joinAbove(wordings: readonly DraftWording[], key: string): Typed {
  const at = wordings.findIndex((wording) => wording.key === key);
  const [above, below] = [wordings[at - 1], wordings[at]];
  if (above === undefined || below === undefined) return { wordings };
  const whole: DraftWording = {
    ...above,
    text: above.text + below.text,
    origin: above.origin === below.origin ? above.origin : [...above.origin, ...below.origin],
  };
  return {
    wordings: [...wordings.slice(0, at - 1), whole, ...wordings.slice(at + 1)],
    caret: { key: above.key, offset: above.text.length },
  };
}

/** One more paragraph of wording behind another. */
export function addBelow(wordings: readonly DraftWording[], newKey: NewKey): Typed {
  const last = wordings.at(-1);
  const key = newKey();
  const added: DraftWording = {
    key,
    kind: last?.kind ?? 'plain',
    level: last?.level ?? 0,
    text: '',
    origin: [],
  };
  return { wordings: [...wordings, added], caret: { key, offset: 0 } };
}
