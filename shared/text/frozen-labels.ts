/** Which paragraphs keep the label that the latest version froze, and which labels may not be given out again. */

import type { ParagraphId } from '../model/ids.ts';
import type { Paragraph } from '../model/paragraph.ts';
import { labelParts, seriesOf } from './label-form.ts';
import { itemLevel, parentIndexes } from './label-groups.ts';

export interface Frozen {
  /** By index of the paragraph: the label it keeps, or null. */
  readonly kept: readonly (string | null)[];
  /** By index of the paragraph: labels that the base gave under the same parent, to whomever. */
  readonly taken: readonly (ReadonlySet<string> | undefined)[];
}

const ITEM_SERIES = ['item-1', 'item-2', 'item-3', 'item-4'] as const;

/** Item level of a paragraph in the base, told from the label it had there and from what it is now, if it still stands. */
function levelThen(label: string, now: Paragraph | undefined): number {
  const series = now === undefined ? null : seriesOf(now);
  if (now !== undefined && series !== null && labelParts(series, label) !== null) return itemLevel(now);
  if (label === '' || /^(?:PP|OP)?\p{Nd}/u.test(label)) return 0;
  const byForm = ITEM_SERIES.findIndex((form) => labelParts(form, label) !== null) + 1;
  return byForm > 0 || now === undefined ? byForm : itemLevel(now);
}

/**
 * A label is kept when its form fits what the paragraph is now. An item that came from another parent gives way
 * when somebody under its new parent has that label already: two paragraphs never share one name by a move.
 */
export function frozenLabels(
  paragraphs: readonly Paragraph[],
  base: ReadonlyMap<ParagraphId, string>,
): Frozen {
  const now = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  const ids = [...base.keys()];
  const levels = ids.map((id) => levelThen(base.get(id) as string, now.get(id)));
  const parentThen = new Map<ParagraphId, ParagraphId | null>();
  const given = new Map<string, Set<string>>();
  parentIndexes(levels).forEach((parent, k) => {
    const id = ids[k] as ParagraphId;
    const parentId = ids[parent] ?? null;
    parentThen.set(id, parentId);
    const key = groupKey(levels[k] as number, parentId);
    given.set(key, (given.get(key) ?? new Set()).add(base.get(id) as string));
  });

  const parentsNow = parentIndexes(paragraphs.map(itemLevel));
  const parentNow = (index: number): ParagraphId | null =>
    paragraphs[parentsNow[index] as number]?.id ?? null;
  const keyNow = (index: number): string =>
    groupKey(itemLevel(paragraphs[index] as Paragraph), parentNow(index));

  const fits = paragraphs.map((paragraph) => {
    const series = seriesOf(paragraph);
    const label = base.get(paragraph.id);
    return series !== null && label !== undefined && labelParts(series, label) !== null ? label : null;
  });
  const movedIn = (index: number): boolean =>
    parentThen.get((paragraphs[index] as Paragraph).id) !== parentNow(index);

  const native = new Set<string>();
  paragraphs.forEach((paragraph, index) => {
    const label = paragraph.pinned ?? (movedIn(index) ? null : fits[index]);
    if (label !== null && label !== undefined) native.add(`${keyNow(index)} ${label}`);
  });
  const kept = fits.map((label, index) => {
    if (label === null || !movedIn(index)) return label;
    const name = `${keyNow(index)} ${label}`;
    if (native.has(name)) return null;
    native.add(name);
    return label;
  });
  return { kept, taken: paragraphs.map((_, index) => given.get(keyNow(index))) };
}

const groupKey = (level: number, parent: ParagraphId | null): string => `${level} ${parent ?? ''}`;
