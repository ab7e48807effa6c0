/** Which paragraphs are numbered together: one run of a series under one parent. */

import type { Paragraph } from '../model/paragraph.ts';
import { type Series, seriesOf } from './label-form.ts';

/** Level of an item (1–4), 0 for everything that is not an item and so may be the parent of items. */
export const itemLevel = (paragraph: Pick<Paragraph, 'kind' | 'level'>): number =>
  paragraph.kind === 'item' ? Math.min(4, Math.max(1, paragraph.level)) : 0;

/**
 * The parent of each item: the nearest item of a lower level above it since the last paragraph that is no item,
 * else that paragraph. −1: none. Everything that is no item has no parent.
 */
export function parentIndexes(levels: readonly number[]): number[] {
  const open = [-1, -1, -1, -1, -1];
  return levels.map((level, index) => {
    let parent = -1;
    for (let above = level - 1; above >= 0 && parent === -1; above--) parent = open[above] as number;
    open.fill(-1, level);
    open[level] = index;
    return parent;
  });
}

/** Paragraphs numbered together, by their indexes, in reading order. */
export interface LabelGroup {
  readonly series: Series;
  /** Index of the parent of items; −1 for the two series that run through the whole text, and for items above any. */
  readonly parent: number;
  readonly members: readonly number[];
}

export function labelGroups(paragraphs: readonly Pick<Paragraph, 'kind' | 'level'>[]): LabelGroup[] {
  const parents = parentIndexes(paragraphs.map(itemLevel));
  const groups = new Map<string, { series: Series; parent: number; members: number[] }>();
  paragraphs.forEach((paragraph, index) => {
    const series = seriesOf(paragraph);
    if (series === null) return;
    const parent = parents[index] as number;
    const key = `${series} ${parent}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { series, parent, members: [index] });
    else group.members.push(index);
  });
  return [...groups.values()];
}
