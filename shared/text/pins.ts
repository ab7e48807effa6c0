import type { Paragraph } from '../model/paragraph.ts';
import { joinLabel, ordinalOf, stemOf } from './label-form.ts';
import { labelGroups } from './label-groups.ts';

/**
 * Paragraphs whose `pinned` is the label that was printed, or null: keeps the pins that counting from scratch would not
 * give, drops the others. The labels stay what they were; what is added later is counted freely.
 */
export function withNeededPins(paragraphs: readonly Paragraph[]): Paragraph[] {
  const needed = [...paragraphs];
  for (const { series, members } of labelGroups(paragraphs)) {
    let ordinal = 0;
    for (const index of members) {
      const paragraph = paragraphs[index] as Paragraph;
      const counted = joinLabel(series, { stem: stemOf(series, ordinal + 1), suffix: '' });
      if (paragraph.pinned === null || paragraph.pinned === counted) {
        needed[index] = { ...paragraph, pinned: null };
        ordinal += 1;
      } else ordinal = ordinalOf(series, paragraph.pinned) ?? ordinal;
    }
  }
  return needed;
}
