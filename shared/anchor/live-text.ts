import { fromBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
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
  /** Where a relative position stands; null where the text does not know it. */
  placeOfEnd(encoded: string): EndPlace | null;
}

/** Where a relative position stands in the flat text, and whether the character it is bound to stands there still. */
export interface EndPlace {
  readonly index: number;
  readonly stands: boolean;
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
  // Of every item, deleted ones too: how many tokens that everybody sees stand left of it.
  const indexes = new Map<Y.Item, number>();
  let at = 0;
  for (let item = text._start; item !== null; item = item.right) {
    indexes.set(item, at);
    if (!item.deleted && item.countable) at += item.length;
  }
  return {
    ...indexText(paragraphs),
    text,
    starts: placesOf(text).map(({ start }) => start),
    placeOfEnd: (encoded) => placeOfEnd(text, indexes, encoded),
  };
}

/**
 * Where a relative position stands, as `Y.createAbsolutePositionFromRelativePosition` says without following undone
 * removals, but by one look into the index instead of a walk over the text.
 */
function placeOfEnd(text: Y.Text, indexes: ReadonlyMap<Y.Item, number>, encoded: string): EndPlace | null {
  const { doc } = text;
  const position = decode(encoded);
  if (doc === null || position?.item == null) return null;
  const { client, clock } = position.item;
  if (clock >= Y.getState(doc.store, client)) return null;
  const item = Y.getItem(doc.store, position.item);
  if (!(item instanceof Y.Item)) return null;
  const index = indexes.get(item);
  if (index === undefined) return null;
  if (item.deleted || !item.countable) return { index, stands: false };
  return { index: index + (clock - item.id.clock) + (position.assoc < 0 ? 1 : 0), stands: true };
}

function decode(encoded: string): Y.RelativePosition | null {
  try {
    return Y.decodeRelativePosition(fromBase64(encoded));
  } catch {
    return null;
  }
}
