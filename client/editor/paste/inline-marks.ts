import type { Marks } from '../../../shared/model/paragraph.ts';
import { safeLink } from '../../../shared/text/link.ts';
import { declarations, type MarkupElement } from './markup.ts';

/** A font weight from which text counts as bold (CSS Fonts: 700 is bold; browsers thicken from 600). */
const BOLD_FROM = 600;

interface MutableMarks {
  bold?: true;
  italic?: true;
  underline?: true;
  link?: string;
}

/** The marks inside an element, from those around it, its tag and its style. A style overrules its tag. */
export function marksInside(element: MarkupElement, around: Marks): Marks {
  const marks: MutableMarks = { ...around };
  byTag(element, marks);
  byStyle(declarations(element.attributes.style), marks);
  // The underline of a link is its look, not the author's.
  if (marks.link !== undefined) delete marks.underline;
  return marks;
}

function byTag(element: MarkupElement, marks: MutableMarks): void {
  switch (element.tag) {
    case 'b':
    case 'strong':
      marks.bold = true;
      break;
    case 'i':
    case 'em':
    case 'cite':
    case 'dfn':
    case 'var':
      marks.italic = true;
      break;
    case 'u':
      marks.underline = true;
      break;
    case 'ins':
      // Word marks tracked insertions so; there the underline belongs to the tracking.
      if (!isTracked(element)) marks.underline = true;
      break;
    case 'a': {
      const link = safeLink(element.attributes.href);
      if (link !== null) marks.link = link;
      break;
    }
  }
}

function byStyle(style: ReadonlyMap<string, string>, marks: MutableMarks): void {
  const weight = style.get('font-weight');
  if (weight !== undefined) {
    if (/^bold/.test(weight) || Number(weight) >= BOLD_FROM) marks.bold = true;
    else if (weight !== 'inherit') delete marks.bold;
  }
  const slope = style.get('font-style');
  if (slope !== undefined) {
    if (/^(italic|oblique)/.test(slope)) marks.italic = true;
    else if (slope !== 'inherit') delete marks.italic;
  }
  const line =
    style.get('text-decoration-line') ?? style.get('text-decoration') ?? style.get('text-underline');
  if (line !== undefined) {
    if (/underline|single|double/.test(line)) marks.underline = true;
    else if (/^none/.test(line)) delete marks.underline;
  }
}

/** Whether an `ins` or `del` comes from tracked changes rather than from the author of a page. */
export const isTracked = (element: MarkupElement): boolean =>
  element.attributes.cite !== undefined ||
  element.attributes.datetime !== undefined ||
  /\bmso(ins|del)\b/i.test(element.attributes.class ?? '');
