import { HEADING_LEVELS, ITEM_LEVELS, type ParagraphKind } from '../model/paragraph.ts';

/** Levels that a kind knows: headings 1–3, items 1–4, otherwise 0. Any other number is brought into range. */
export function levelFor(kind: ParagraphKind, level: unknown): number {
  const most = kind === 'heading' ? HEADING_LEVELS : kind === 'item' ? ITEM_LEVELS : 0;
  if (most === 0) return 0;
  const wanted = typeof level === 'number' && Number.isInteger(level) ? level : 1;
  return Math.min(most, Math.max(1, wanted));
}
