import { type AnswerItem, answerText, type LeftOut } from './answer-paragraphs.ts';
import { cleanText } from './clean-text.ts';
import { type Confidence, confidenceOf, type Doubt } from './doubt.ts';
import { type Meter, newMeter } from './meter.ts';
import { type Found, inSource, type Part, tile } from './parts.ts';
import { lineWords, questionLines } from './question-lines.ts';
import { mendedWords, type ScanningError, scanningErrors } from './scanning.ts';
import type { Span } from './span.ts';
import { namesSubmitters, submittersIn } from './submitters.ts';

/** A question with its answer: an input that can be split at its items. Spans are in the source, items' in `text`. */
export interface ReadAnswer extends Span {
  readonly number: number;
  readonly question: string;
  /** Heading above the question, or ''. */
  readonly section: string;
  /** Paragraphs with an empty line between; '' where the question was not answered. */
  readonly text: string;
  readonly items: readonly AnswerItem[];
  readonly doubts: readonly Doubt[];
  readonly confidence: Confidence;
}

export type QuestionnairePart = 'heading' | 'submitter' | 'question' | 'answer' | 'left-out';

export interface Questionnaire {
  readonly answers: readonly ReadAnswer[];
  readonly submitters: readonly (Span & { readonly name: string })[];
  readonly leftOut: readonly LeftOut[];
  /** Scanning errors in what was kept: mended, or only pointed at. */
  readonly scanning: readonly ScanningError[];
  readonly parts: readonly Part<QuestionnairePart>[];
}

const SHORT = 100;
const ENDS = /[.!?:;,”"]\s*$/;
const isBlank = (words: string | undefined): boolean => words === undefined || words.trim() === '';

/** Lines that return at least three times: heads and feet of pages. */
function repeatedLines(words: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const line of words) {
    const plain = line.trim();
    if (plain.length > 2 && plain.length <= SHORT) counts.set(plain, (counts.get(plain) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([line]) => line));
}

/** Line of the heading right above a question, or -1: short, alone, without a full stop. */
function headingAbove(words: readonly string[], first: number, floor: number): number {
  let at = first - 1;
  while (at > floor && isBlank(words[at])) at -= 1;
  if (at <= floor || at === first - 1 || !(isBlank(words[at - 1]) || at - 1 === floor)) return -1;
  const line = (words[at] as string).trim();
  // Above the first question often stands who submits, in a line as short as a heading.
  if (floor < 0 && namesSubmitters(line)) return -1;
  return line.length <= SHORT && !ENDS.test(line) && /^\p{Lu}/u.test(line) && !/^https?:/.test(line)
    ? at
    : -1;
}

/** Reads a questionnaire with numbered questions. Takes any text and never throws; `meter` counts the work. */
export function readQuestionnaire(source: string, meter: Meter = newMeter()): Questionnaire {
  const clean = cleanText(source, meter);
  const words = lineWords(clean.text, clean.lines);
  const questions = questionLines(words);
  const repeated = repeatedLines(words);
  meter.steps += words.length;
  const found: Found<QuestionnairePart>[] = [];
  const leftOut: LeftOut[] = [];
  const scanning: ScanningError[] = [];
  const answers: ReadAnswer[] = [];
  const lineSpan = (first: number, last: number): Span => ({
    start: (clean.lines[first] as Span).start,
    end: (clean.lines[last] as Span).end,
  });
  const headings = questions.map(({ first }, n) => headingAbove(words, first, questions[n - 1]?.last ?? -1));
  let section = '';
  for (const [n, { number, first, last, label, doubts: codes }] of questions.entries()) {
    const heading = headings[n] as number;
    if (heading >= 0) {
      section = (words[heading] as string).trim();
      found.push({ ...lineSpan(heading, heading), kind: 'heading' });
    }
    const after = headings[n + 1] ?? -1;
    const to = after >= 0 ? after : (questions[n + 1]?.first ?? words.length);
    const answer = answerText(clean, last + 1, to, repeated);
    const span = lineSpan(first, last);
    found.push({ ...span, kind: 'question' });
    for (const item of answer.items) found.push(...around(item.source, answer.leftOut));
    for (const out of answer.leftOut) found.push({ start: out.start, end: out.end, kind: 'left-out' });
    leftOut.push(...answer.leftOut.map((out) => ({ ...out, ...inSource(clean, out) })));
    const asked = scanningErrors(clean, span);
    scanning.push(...[...asked, ...answer.errors].map((error) => ({ ...error, ...inSource(clean, error) })));
    const doubts = codes.map((code) => ({ ...inSource(clean, span), code }));
    answers.push({
      ...inSource(clean, { start: span.start, end: answer.items.at(-1)?.source.end ?? span.end }),
      number,
      question: mendedWords(clean, { start: span.start + label, end: span.end }, asked),
      section,
      text: answer.text,
      items: answer.items.map((item) => ({ ...item, source: inSource(clean, item.source) })),
      doubts,
      confidence: confidenceOf(doubts),
    });
  }
  const floor =
    questions.length === 0
      ? 0
      : (headings[0] as number) >= 0
        ? (headings[0] as number)
        : (questions[0]?.first ?? 0);
  const front = submittersIn(clean, words, floor);
  found.push(...front.found);
  const submitters = front.names.map((one) => ({ ...one, ...inSource(clean, one) }));
  return { answers, submitters, leftOut, scanning, parts: tile(clean, found) };
}

/** An answer's stretch without what was left out of its middle. */
function around(span: Span, outs: readonly LeftOut[]): Found<QuestionnairePart>[] {
  const pieces: Found<QuestionnairePart>[] = [];
  let at = span.start;
  for (const out of outs) {
    if (out.start < at || out.end > span.end) continue;
    pieces.push({ start: at, end: out.start, kind: 'answer' });
    at = out.end;
  }
  pieces.push({ start: at, end: span.end, kind: 'answer' });
  return pieces;
}
