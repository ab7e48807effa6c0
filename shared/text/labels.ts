/**
 * Labels of a whole text: from scratch, as a publication numbers, or upon the labels that the latest version froze.
 * Linear in the number of paragraphs.
 */

import type { ParagraphId } from '../model/ids.ts';
import { type LabelledParagraph, type Paragraph, plainText } from '../model/paragraph.ts';
import type { Relabelling } from '../model/version.ts';
import { type Frozen, frozenLabels } from './frozen-labels.ts';
import { addedLabel, joinLabel, labelParts, ordinalOf, type Series, stemOf } from './label-form.ts';
import { labelGroups } from './label-groups.ts';

/** Labels that a version froze, by paragraph, in the reading order of that version. */
export type BaseLabels = ReadonlyMap<ParagraphId, string>;

/**
 * The paragraphs with their labels.
 * Base null: numbered from scratch. With base: a paragraph of the base keeps its label, one added later is `12 bis`
 * after 12 (`1 ante` before the first), a deleted one leaves a gap. A pinned label wins; a number in it sets the counter.
 */
export function labelParagraphs(
  paragraphs: readonly Paragraph[],
  base: BaseLabels | null,
): LabelledParagraph[] {
  const labels = paragraphs.map((paragraph) => paragraph.pinned ?? '');
  const frozen = base === null ? null : frozenLabels(paragraphs, base);
  for (const { series, members } of labelGroups(paragraphs)) {
    const fixed = members.map((index) => paragraphs[index]?.pinned ?? frozen?.kept[index] ?? null);
    const added =
      frozen !== null && fixed.some((label) => label !== null && labelParts(series, label) !== null)
        ? labelsUponFixed(series, fixed)
        : labelsFromScratch(series, fixed, takenIn(frozen, members));
    members.forEach((index, k) => {
      labels[index] = added[k] as string;
    });
  }
  return paragraphs.map((paragraph, index) => ({
    ...paragraph,
    label: labels[index] as string,
    text: plainText(paragraph.runs),
  }));
}

const NONE: ReadonlySet<string> = new Set();

const takenIn = (frozen: Frozen | null, members: readonly number[]): ReadonlySet<string> =>
  frozen === null ? NONE : (frozen.taken[members[0] as number] ?? NONE);

/** Counts through a group. `fixed` are pinned labels, null to be counted; labels in `taken` are passed over. */
function labelsFromScratch(
  series: Series,
  fixed: readonly (string | null)[],
  taken: ReadonlySet<string>,
): string[] {
  let ordinal = 0;
  return fixed.map((label) => {
    if (label !== null) {
      ordinal = ordinalOf(series, label) ?? ordinal;
      return label;
    }
    for (;;) {
      ordinal += 1;
      const counted = joinLabel(series, { stem: stemOf(series, ordinal), suffix: '' });
      if (!taken.has(counted)) return counted;
    }
  });
}

/** Labels for what was added between fixed ones. A stem counts its suffixes once through, so the work stays linear. */
function labelsUponFixed(series: Series, fixed: readonly (string | null)[]): string[] {
  const used = new Set(fixed);
  const counts = new Map<string, number>();
  const parts = fixed.map((label) => (label === null ? null : labelParts(series, label)));
  const first = parts.find((part) => part !== null)?.stem as string;
  let stem: string | null = null;
  return fixed.map((label, k) => {
    stem = parts[k]?.stem ?? stem;
    if (label !== null) return label;
    const before = stem === null;
    const key = `${before ? 'ante' : 'bis'} ${stem ?? first}`;
    let nth = counts.get(key) ?? 0;
    let added: string;
    do {
      nth += 1;
      added = addedLabel(series, stem ?? first, nth, before);
    } while (used.has(added));
    counts.set(key, nth);
    return added;
  });
}

/**
 * The old-to-new table of a publication: every paragraph whose label changes from the one shown upon the base to the
 * one numbered from scratch, in reading order, then the labels of the base that are gone, with an empty `to`.
 */
export function relabelling(paragraphs: readonly Paragraph[], base: BaseLabels | null): Relabelling[] {
  if (base === null) return [];
  const shown = labelParagraphs(paragraphs, base);
  const anew = labelParagraphs(paragraphs, null);
  const present = new Set(paragraphs.map((paragraph) => paragraph.id));
  const changed = shown.flatMap((paragraph, k) => {
    const to = anew[k]?.label as string;
    return paragraph.label === to ? [] : [{ paragraph: paragraph.id, from: paragraph.label, to }];
  });
  const gone = [...base].flatMap(([paragraph, from]) =>
    present.has(paragraph) || from === '' ? [] : [{ paragraph, from, to: '' }],
  );
  return [...changed, ...gone];
}
