import { headingsOf } from '../../../shared/domain/input-order.ts';
import { type BrokenPlace, brokenPlaces } from '../../../shared/domain/silence-outcome.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../../shared/model/paragraph.ts';
import type { SilenceObjection, SilenceProcedure } from '../../../shared/model/silence.ts';

/** The places of one section that a silence was broken at. `heading` null: before the first heading. */
export interface BrokenSection {
  readonly heading: string | null;
  readonly places: readonly BrokenPlace[];
}

/** Broken places under the headings they stand below, in reading order (rule U213). */
export function brokenSections(
  silence: SilenceProcedure,
  objections: readonly SilenceObjection[],
  paragraphs: readonly LabelledParagraph[],
): BrokenSection[] {
  const headings = headingsOf(paragraphs);
  const texts = new Map(paragraphs.map(({ id, text }) => [id, text]));
  const sections: { key: ParagraphId | null; heading: string | null; places: BrokenPlace[] }[] = [];
  for (const place of brokenPlaces(silence, objections, paragraphs)) {
    const key = headings.get(place.paragraph) ?? null;
    const last = sections.at(-1);
    if (last !== undefined && last.key === key) last.places.push(place);
    else sections.push({ key, heading: key === null ? null : (texts.get(key) ?? ''), places: [place] });
  }
  return sections.map(({ heading, places }) => ({ heading, places }));
}
