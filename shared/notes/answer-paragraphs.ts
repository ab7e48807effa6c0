import type { CleanText } from './clean-text.ts';
import { mendedWords, type ScanningError, scanningErrors } from './scanning.ts';
import type { Span } from './span.ts';

export interface LeftOut extends Span {
  readonly why: 'page-number' | 'footnote-address' | 'repeated-line';
  readonly text: string;
}

/** A paragraph of an answer. `start` and `end` lie in the answer's text, `source` in the clean text. */
export interface AnswerItem extends Span {
  /** What it says it is about: `C4 capacity building`, or the words before a colon. Null: it does not say. */
  readonly topic: string | null;
  readonly source: Span;
}

export interface AnswerText {
  readonly text: string;
  readonly items: readonly AnswerItem[];
  readonly leftOut: readonly LeftOut[];
  readonly errors: readonly ScanningError[];
}

interface Group extends Span {
  readonly blankBefore: number;
}

const PAGE = /^\W{0,5}(?:page\s{0,2})?\d{1,4}(?:\s{0,2}(?:of|\/)\s{0,2}\d{1,4})?\W{0,5}$/i;
const ADDRESS = /^\W{0,3}(?:\d{1,2}\s)?(?:https?:\/\/|www\.)\S{1,2000}$/;
const BULLET = /^\s*(?:[-–—•·●▪◦*]|o|\d{1,3}[.)]|\(?[a-z]\))\s+/;
const TOPIC = /^((?:\p{Lu})[^.:;!?“”"]{1,79}?)(?:\s[-–—]|:)\s+\S/u;
/** Letters of a line that a page break may have cut; less may be an answer of a few words. */
const FULL_LINE = 40;
const ENDS = /[.!?:;”"»)]\s*$/;

/** Lines that stand together; a bullet begins a group. */
function groupsOf({ text, lines }: CleanText, from: number, to: number): Group[] {
  const groups: Group[] = [];
  let blank = 1;
  for (let n = from; n < to; n += 1) {
    const line = lines[n] as Span;
    const words = text.slice(line.start, line.end);
    const last = groups.at(-1);
    if (words.trim() === '') blank += 1;
    else if (last !== undefined && blank === 0 && !BULLET.test(words.slice(0, 12)))
      groups[groups.length - 1] = { ...last, end: line.end };
    else groups.push({ start: line.start, end: line.end, blankBefore: blank });
    if (words.trim() !== '') blank = 0;
  }
  return groups;
}

/** Why a group that stands among others is no part of the answer, or null. */
function whyOut(words: string, repeated: ReadonlySet<string>): LeftOut['why'] | null {
  if (PAGE.test(words)) return 'page-number';
  if (ADDRESS.test(words)) return 'footnote-address';
  return repeated.has(words) ? 'repeated-line' : null;
}

/** Whether a page break parts one sentence: the first half does not end, and the second goes on small or far below. */
function goesOn(before: string, words: string, blank: number, cut: boolean): boolean {
  if (ENDS.test(before.slice(-3)) || BULLET.test(words.slice(0, 12))) return false;
  return /^\p{Ll}/u.test(words) || (before.length >= FULL_LINE && (blank >= 3 || cut));
}

/**
 * The answer that stands on lines `from` up to `to`. Page numbers, addresses of footnotes and lines that return on
 * every page are left out and told, but never where they would be the whole answer.
 */
export function answerText(
  clean: CleanText,
  from: number,
  to: number,
  repeated: ReadonlySet<string>,
): AnswerText {
  const groups = groupsOf(clean, from, to);
  const leftOut: LeftOut[] = [];
  const kept: { words: string; source: Span; topic: string | null }[] = [];
  const errors: ScanningError[] = [];
  let cut = false;
  let blank = 0;
  for (const group of groups) {
    const printed = clean.text.slice(group.start, group.end).trim();
    blank = Math.max(blank, group.blankBefore);
    const why = kept.length === 0 ? null : whyOut(printed, repeated);
    if (why !== null) {
      leftOut.push({ start: group.start, end: group.end, why, text: printed });
      cut = true;
      continue;
    }
    const wrong = scanningErrors(clean, group);
    errors.push(...wrong);
    const words = mendedWords(clean, group, wrong);
    const last = kept.at(-1);
    if (last !== undefined && goesOn(last.words, words, blank, cut))
      kept[kept.length - 1] = {
        ...last,
        words: `${last.words} ${words}`,
        source: { ...last.source, end: group.end },
      };
    else {
      const bare = words.replace(BULLET, '');
      const topic = TOPIC.exec(bare.slice(0, 100))?.[1]?.trim() ?? null;
      const isTopic = topic !== null && topic.split(' ').length <= 12;
      kept.push({ words, source: { start: group.start, end: group.end }, topic: isTopic ? topic : null });
    }
    cut = false;
    blank = 0;
  }
  let text = '';
  const items: AnswerItem[] = [];
  for (const { words, source, topic } of kept) {
    if (text !== '') text += '\n\n';
    items.push({ start: text.length, end: text.length + words.length, topic, source });
    text += words;
  }
  return { text, items, leftOut, errors };
}
