import type * as Y from 'yjs';
import type { ParagraphId } from '../model/ids.ts';
import { plainText } from '../model/paragraph.ts';
import { placesOf } from '../text/places.ts';
import { readParagraphs } from '../text/read.ts';
import { type AnchorParagraph, type IndexedText, indexText } from './indexed-text.ts';

/** A working text as it stands at this moment, prepared for many anchors. Out of date after the next change. */
export interface LiveText extends IndexedText {
  readonly text: Y.Text;
  /** Index of each paragraph's first character in the flat text, rising. */
  readonly starts: readonly number[];
  /** Index of every item, deleted ones too: how many tokens that everybody sees stand left of it. */
  readonly indexes: ReadonlyMap<Y.Item, number>;
}

/** Walks the text three times. Labels are those of `labels`, or empty. */
export function indexLive(text: Y.Text, labels: ReadonlyMap<ParagraphId, string> = new Map()): LiveText {
  const paragraphs = readParagraphs(text).map(
    ({ id, from, runs }): AnchorParagraph => ({
      id,
      from,
      label: labels.get(id) ?? '',
      text: plainText(runs),
    }),
  );
  const indexes = new Map<Y.Item, number>();
  let at = 0;
  for (let item = text._start; item !== null; item = item.right) {
    indexes.set(item, at);
    if (!item.deleted && item.countable) at += item.length;
  }
  return { ...indexText(paragraphs), text, starts: placesOf(text).map(({ start }) => start), indexes };
}
