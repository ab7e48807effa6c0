import type { Marks } from '../model/paragraph.ts';
import { safeLink } from './link.ts';

/** The four marks out of a Yjs attributes object; anything else in it, and any unsafe link, is ignored. */
export function readMarks(attributes: Readonly<Record<string, unknown>> | undefined): Marks {
  if (attributes === undefined) return {};
  const link = safeLink(attributes.link);
  return {
    ...(attributes.bold ? { bold: true as const } : {}),
    ...(attributes.italic ? { italic: true as const } : {}),
    ...(attributes.underline ? { underline: true as const } : {}),
    ...(link !== null ? { link } : {}),
  };
}

export const sameMarks = (a: Marks, b: Marks): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.underline === b.underline && a.link === b.link;

/**
 * Every mark stated, off ones as null, so that nothing is inherited from the left
 * (Yjs: inserted text takes the formats of the character before it unless told otherwise).
 */
export const statedMarks = (marks: Marks): Record<string, unknown> => ({
  bold: marks.bold ?? null,
  italic: marks.italic ?? null,
  underline: marks.underline ?? null,
  link: marks.link ?? null,
});
