import { paragraphsBelow } from '../../../shared/domain/silent-on.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';

/** The rows of the matrix that are shown: a stretch of the text. */
export interface ShownRows {
  /** Index of the first paragraph. */
  readonly first: number;
  readonly count: number;
}

/** Those of a section; all where none is chosen, or this version does not have it. */
export function shownRows(
  paragraphs: readonly Pick<LabelledParagraph, 'id' | 'kind' | 'level'>[],
  section: ParagraphId | null,
): ShownRows {
  const below = section === null ? [] : paragraphsBelow(paragraphs, section);
  return below.length === 0
    ? { first: 0, count: paragraphs.length }
    : { first: paragraphs.findIndex(({ id }) => id === section), count: below.length };
}
