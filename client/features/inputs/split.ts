import type { ParagraphId } from '../../../shared/model/ids.ts';

/** A stretch of a submission; UTF-16 offsets into its text. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly paragraph: ParagraphId | null;
}

const overlaps = (a: Part, b: Part): boolean => a.start < b.end && b.start < a.end;

/** Without spaces and line breaks at its ends; null where nothing is left. */
export function trimPart(text: string, { start, end, paragraph }: Part): Part | null {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  const length = words.trim().length;
  return length === 0 ? null : { start: start + lead, end: start + lead + length, paragraph };
}

/** The parts with one more, in the order of the text; null where its words stand in another already. */
export function addPart(parts: readonly Part[], part: Part): Part[] | null {
  if (parts.some((other) => overlaps(other, part))) return null;
  return [...parts, part].sort((a, b) => a.start - b.start);
}

/** One part for each block of lines, as blank lines divide them; a list without blank lines is divided by its lines. */
export function partsByLines(text: string): Part[] {
  const divider = /\n\s*\n/.test(text) ? /\n\s*\n/g : /\n/g;
  const parts: Part[] = [];
  let start = 0;
  for (const { index, 0: gap } of text.matchAll(divider)) {
    parts.push({ start, end: index, paragraph: null });
    start = index + gap.length;
  }
  parts.push({ start, end: text.length, paragraph: null });
  return parts.flatMap((part) => trimPart(text, part) ?? []);
}

/** How many characters other than white space stand in no part. */
export function leftOut(text: string, parts: readonly Part[]): number {
  let count = 0;
  let at = 0;
  for (const { start, end } of [...parts, { start: text.length, end: text.length }]) {
    count += text.slice(at, Math.max(at, start)).replace(/\s/g, '').length;
    at = Math.max(at, end);
  }
  return count;
}
