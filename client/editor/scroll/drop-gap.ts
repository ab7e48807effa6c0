/** Top and bottom of a paragraph on the screen, in pixels. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** The gap between paragraphs nearest to a height: 0 before the first, their number after the last. */
export function dropGap(paragraphs: readonly Extent[], y: number): number {
  const below = paragraphs.findIndex(({ top, bottom }) => y < (top + bottom) / 2);
  return below < 0 ? paragraphs.length : below;
}

/** Where to draw the line of a gap: midway between its neighbours. */
export function gapTop(paragraphs: readonly Extent[], gap: number): number {
  const above = paragraphs[gap - 1];
  const below = paragraphs[gap];
  if (above !== undefined && below !== undefined) return (above.bottom + below.top) / 2;
  return above?.bottom ?? below?.top ?? 0;
}
