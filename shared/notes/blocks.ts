import type { CleanText, Line } from './clean-text.ts';
import { readHead } from './head.ts';
import type { Meter } from './meter.ts';
import type { Span } from './span.ts';

/** A paragraph: lines that belong together because mail or a printer wrapped them. */
export interface Block extends Span {
  /** Where its words begin, behind white space and bullet. */
  readonly content: number;
  readonly bullet: boolean;
  /** What stands between asterisks at the start of its words. */
  readonly emphasis: Span | null;
  /** Empty lines before it. */
  readonly blankBefore: number;
  readonly lines: number;
}

const BULLET = /^[ \t\u00a0]*(?:(?:[-–—•·●▪◦‣*]|o|\d{1,3}[.)])[ \t\u00a0]+)?/;
const isBlank = (text: string, { start, end }: Span): boolean => text.slice(start, end).trim() === '';

/** Longest line that a wrapping program leaves, or null: lines are not wrapped. RFC 5322 (2.1.1) asks for 78, printers fill 100. */
function wrapWidth(text: string, lines: readonly Line[]): number | null {
  const lengths = lines.filter((line) => !isBlank(text, line)).map(({ start, end }) => end - start);
  const long = lengths.filter((length) => length > 110).length;
  const width = lengths.reduce((most, length) => (length <= 110 ? Math.max(most, length) : most), 0);
  return width < 50 || long * 10 > lengths.length ? null : width;
}

function firstWordLength(text: string, { start, end }: Span): number {
  const space = text.slice(start, Math.min(end, start + 100)).search(/\s/);
  return space < 0 ? Math.min(end - start, 100) : space;
}

const blockAt = (text: string, line: Line, blankBefore: number): Block => {
  const begin = text.slice(line.start, Math.min(line.end, line.start + 100));
  const indent = BULLET.exec(begin)?.[0] ?? '';
  const content = line.start + indent.length;
  const first = line.emphasised[0];
  const emphasis = first !== undefined && first.start <= content && first.end > content ? first : null;
  return {
    start: line.start,
    end: line.end,
    content,
    bullet: indent.trim() !== '',
    emphasis: emphasis === null ? null : { start: content, end: emphasis.end },
    blankBefore,
    lines: 1,
  };
};

/**
 * Paragraphs of a text. An empty line ends one, and so does a line that is shorter than wrapping would leave it; a
 * bullet or a speaker begins one. A link that a line break parted keeps its lines together.
 */
export function blocksOf(clean: CleanText, meter: Meter): Block[] {
  const { text, lines } = clean;
  const width = wrapWidth(text, lines);
  const blocks: Block[] = [];
  let blank = 0;
  let before: Line | null = null;
  let openLink = false;
  for (const line of lines) {
    meter.steps += 1 + (line.end - line.start);
    if (isBlank(text, line)) {
      blank += 1;
      before = null;
      openLink = false;
      continue;
    }
    const made = blockAt(text, line, blank);
    const last = blocks.at(-1);
    const full =
      before !== null &&
      width !== null &&
      before.end - before.start + 1 + firstWordLength(text, line) > width - 6;
    const begins =
      made.bullet ||
      readHead(text, { start: made.content, end: made.end }, made.emphasis, false)?.strong === true;
    if (last !== undefined && before !== null && (openLink || (full && !begins))) {
      // Emphasis of a name may be parted by the line break.
      const first = line.emphasised[0];
      const goesOn = last.emphasis?.end === before.end && first?.start === line.start && last.lines === 1;
      const emphasis =
        goesOn && last.emphasis !== null ? { ...last.emphasis, end: first.end } : last.emphasis;
      blocks[blocks.length - 1] = { ...last, end: line.end, emphasis, lines: last.lines + 1 };
    } else blocks.push(made);
    openLink = /<\s?(?:https?:|www\.)[^<>]{0,2000}$/i.test(
      text.slice(Math.max(line.start, line.end - 2000), line.end),
    );
    before = line;
    blank = 0;
  }
  return blocks;
}
