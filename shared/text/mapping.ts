/**
 * The flat text and a ProseMirror document of the same paragraphs count differently: a paragraph has a marker in
 * the one and an opening and a closing token in the other. So a place p inside paragraph k (from 0) is index p − k;
 * an implicit first paragraph has no marker, and every index behind its opening is one less.
 */
export interface TextShape {
  /** Index of each paragraph's marker, rising; −1 for an implicit first paragraph. */
  readonly markers: readonly number[];
  /** Length of the text: markers and characters. */
  readonly length: number;
}

export const isImplicit = (shape: TextShape): boolean => shape.markers[0] === -1;

/** How many paragraphs begin before an index: those whose marker stands left of it. */
export function paragraphsBefore(shape: TextShape, index: number): number {
  let low = 0;
  let high = shape.markers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shape.markers[middle] as number) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a paragraph begins at an index, or the text ends there. */
export const isBorder = (shape: TextShape, index: number): boolean =>
  index === shape.length || shape.markers[paragraphsBefore(shape, index)] === index;

/**
 * Where an index stands in the document, inside the paragraph of the token left of it.
 * Before the first token of all: inside the first paragraph, or 0 in an empty text.
 */
export function toPosition(shape: TextShape, index: number): number {
  const before = paragraphsBefore(shape, index);
  if (before === 0) return Math.min(1, shape.markers.length);
  return index + before - 1 + (isImplicit(shape) ? 1 : 0);
}

/** Where an index that is a border stands between paragraphs. */
export const toBorder = (shape: TextShape, index: number): number =>
  index + paragraphsBefore(shape, index) + (isImplicit(shape) ? 1 : 0);

/** The index of a place in the document. `closed`: how many paragraphs end before it. */
export const toIndex = (position: number, closed: number, implicit: boolean): number =>
  position - closed - (implicit && position > 0 ? 1 : 0);
