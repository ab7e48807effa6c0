import type { VersionId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';

/** A version's id, or the live text. */
export type ComparedText = VersionId | 'working';

/** One of the two texts that stand compared, as this device holds it. */
export interface ComparedSide {
  readonly text: ComparedText;
  readonly name: string;
  readonly paragraphs: readonly LabelledParagraph[];
}
