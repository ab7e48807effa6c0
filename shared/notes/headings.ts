import type { Block } from './blocks.ts';
import type { CleanText } from './clean-text.ts';
import { dateIn, type ReadDate } from './dates.ts';

export interface Heading {
  /** Without its date; empty for a label such as "Notes" and for a bare date. */
  readonly name: string;
  readonly date: ReadDate | null;
}

const LABEL = /^(?:notes?|summary|statements?|transcript|minutes|record)\W*$/i;
const MAIL = /^(?:subject|date)\s*:\s*/i;
const NO_HEADING = /[“”„"«»]|[.;,]\s*$|https?:/;
const LONGEST = 160;

/** What a short paragraph on its own is as a heading of notes, or null. `before`: no speaker has been met yet. */
export function headingOf(
  { text }: CleanText,
  block: Block,
  nextBlank: boolean,
  before: boolean,
): Heading | null {
  if (block.end - block.start > LONGEST || block.lines > 2) return null;
  const raw = text.slice(block.start, block.end);
  const printed = raw.replace(/^\s*#{1,6}\s*|\s+/g, ' ').trim();
  const mail = MAIL.exec(printed)?.[0] ?? '';
  const words = printed.slice(mail.length);
  const whole = block.emphasis !== null && /^\W*$/.test(text.slice(block.emphasis.end, block.end));
  const marked =
    /^\s*#{1,6}\s/.test(raw) || whole || (/\p{Lu}{2}/u.test(words) && words === words.toUpperCase());
  const apart = block.blankBefore > 0 && nextBlank && /^\p{Lu}|^\p{Nd}/u.test(words) && !words.endsWith(':');
  if (block.bullet || NO_HEADING.test(words) || !(marked || before || mail !== '' || apart)) return null;
  if (before && /^(?:from|to|cc|sent)\s*:/i.test(printed)) return null;
  const date = dateIn(words);
  const rest = date === null ? words : `${words.slice(0, date.start)} ${words.slice(date.end)}`;
  const name = rest.replace(/\s+/g, ' ').replace(/^[\s,–—()-]+|[\s,:–—()-]+$/g, '');
  return { name: LABEL.test(name) ? '' : name, date };
}
