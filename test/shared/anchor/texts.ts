import * as Y from 'yjs';
import { indexText } from '../../../shared/anchor/indexed-text.ts';
import { indexLive } from '../../../shared/anchor/live-text.ts';
import { makeAnchor, type Pointed, paragraphOf } from '../../../shared/anchor/make-anchor.ts';
import { relativeRange } from '../../../shared/anchor/relative.ts';
import type { Anchor, AnchoredText, Place } from '../../../shared/model/anchor.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import { insertParagraphs } from '../../../shared/text/write.ts';

export const id = (name: string): ParagraphId => name as ParagraphId;

export const paragraph = (name: string, text: string, from: readonly string[] = []): LabelledParagraph => ({
  id: id(name),
  kind: 'operative',
  level: 0,
  dir: 'auto',
  from: from.map(id),
  pinned: null,
  runs: text === '' ? [] : [{ text }],
  label: name.toUpperCase(),
  text,
});

export const live = (...paragraphs: LabelledParagraph[]): Y.Text => {
  const text = new Y.Doc().getText('text');
  insertParagraphs(text, 0, paragraphs);
  return text;
};

/** An anchor on the first place where the words stand in a paragraph. */
export function anchorOn(
  paragraphs: readonly LabelledParagraph[],
  name: string,
  words: string,
  text: AnchoredText = 'working',
): Anchor {
  const index = indexText(paragraphs);
  const start = (paragraphOf(index, id(name))?.text ?? '').indexOf(words);
  return must(
    makeAnchor(text, index, { scope: 'words', paragraph: id(name), start, end: start + words.length }),
  );
}

/** The same on a live text, with relative positions. */
export function liveAnchorOn(text: Y.Text, name: string, words: string): Anchor {
  const index = indexLive(text);
  const start = (paragraphOf(index, id(name))?.text ?? '').indexOf(words);
  const end = start + words.length;
  const made = must(makeAnchor('working', index, { scope: 'words', paragraph: id(name), start, end }));
  return made.scope === 'words' ? { ...made, relative: relativeRange(index, id(name), start, end) } : made;
}

export const pointAt = (text: Y.Text, pointed: Pointed): Anchor =>
  must(makeAnchor('working', indexLive(text), pointed));

function must<Value>(result: { ok: true; value: Value } | { ok: false; error: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** A place as one line: state, what became of it, and the words that stand there. */
export function told(
  place: Place,
  paragraphs: readonly { readonly id: ParagraphId; readonly text: string }[],
): string {
  const { resolution, carry, start, end } = place;
  if (place.paragraph === null) return `${resolution} ${carry} near ${place.near}`;
  const words = paragraphs.find((one) => one.id === place.paragraph)?.text.slice(start, end);
  return `${resolution} ${carry} ${place.paragraph}: ${words}`;
}
