import type { Carry, Place } from '../model/anchor.ts';
import type { ParagraphId } from '../model/ids.ts';
import type { Stretch } from './between.ts';
import type { AnchorParagraph, IndexedText } from './indexed-text.ts';

/** Where the whole text, or what is missing before its first paragraph, stands: everywhere alike. */
export const WHOLE_TEXT: Place = {
  resolution: 'found',
  carry: 'unchanged',
  paragraph: null,
  start: 0,
  end: 0,
  near: null,
};

/** Nowhere. The quote is shown at `near`, if anywhere. */
export const orphan = (near: ParagraphId | null, carry: Carry = 'orphan'): Place => ({
  resolution: 'orphan',
  carry,
  paragraph: null,
  start: 0,
  end: 0,
  near,
});

/**
 * The place of a stretch, for an anchor that was put on paragraph `on`. In that paragraph it is found, in another it
 * has moved: with a split when its own paragraph stands too, with a join when that is gone.
 */
export function placeOf(on: ParagraphId, text: IndexedText, stretch: Stretch, changed = false): Place {
  const { id, from } = text.paragraphs[stretch.number] as AnchorParagraph;
  const { start, end } = stretch;
  const carry: Carry =
    id === on ? 'unchanged' : !from.includes(on) ? 'moved' : text.numbers.has(on) ? 'split' : 'merged';
  const resolution = changed ? 'changed' : id === on ? 'found' : 'moved';
  return {
    resolution,
    carry: changed && carry === 'unchanged' ? 'changed' : carry,
    paragraph: id,
    start,
    end,
    near: null,
  };
}
