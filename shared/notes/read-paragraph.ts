import type { CleanText } from './clean-text.ts';
import { type Draft, giveTime } from './draft.ts';
import type { Meter } from './meter.ts';
import { VERBS } from './names.ts';
import type { Found } from './parts.ts';
import { type Segment, segmentsOf } from './quotes.ts';
import type { Span } from './span.ts';
import type { NotePart } from './statement-reading.ts';
import { type Token, tokensOf } from './tokens.ts';

const LETTER = /[\p{L}\p{N}]/u;
/** `said:`, `He also added:`, a few words that only lead to a quotation. */
const INTRODUCES = new RegExp(
  `^\\s*(?:(?:he|she|they|it|the delegation)\\s+)?(?:(?:also|further|then|again|has|had)\\s+){0,2}(?:${VERBS})(?:\\s+that)?\\s*[:,]?\\s*$`,
  'i',
);
/** Words that only join one quotation to the next. */
const JOINS =
  /^[\s.,;:]*(?:(?:and|or|but|also|that|to|of|on|the|for|with|as|in|a|an|is|are)\b[\s.,;:]*){1,3}$/i;
const LOOSE_ENDS = /^[\s.,;:–—-]+|[\s,;:–—-]+$/g;

interface Reading {
  readonly clean: CleanText;
  readonly found: Found<NotePart>[];
  readonly links: Set<string>;
  readonly meter: Meter;
}

/** Words of a span without the links in it, on one line. */
function wordsOf(
  { text }: CleanText,
  span: Span,
  tokens: readonly Token[],
): { readonly text: string; readonly references: string[] } {
  let words = '';
  let at = span.start;
  const references: string[] = [];
  for (const token of tokens) {
    if (token.kind !== 'link' || token.start < span.start || token.end > span.end) continue;
    words += text.slice(at, token.start).trimEnd();
    at = token.end;
    references.push(token.link.url);
  }
  words += text.slice(at, span.end);
  return { text: words.replace(/\s+/g, ' ').trim(), references };
}

function putReported(reading: Reading, draft: Draft, span: Span, introduces: boolean): void {
  const { clean, found } = reading;
  const raw = clean.text.slice(span.start, span.end);
  if (!LETTER.test(raw)) return;
  if (introduces && raw.length < 120 && (INTRODUCES.test(raw) || JOINS.test(raw))) {
    found.push({ ...span, kind: 'introduction' });
    return;
  }
  const text = raw.replace(/\s+/g, ' ').replace(LOOSE_ENDS, '');
  draft.passages.push({ ...span, manner: 'reported', text, references: [], at: null, url: null });
  found.push({ ...span, kind: 'reported' });
}

function putSegment(reading: Reading, draft: Draft, segment: Segment, inside: readonly Token[]): void {
  const { clean, found, links } = reading;
  const span = { start: segment.start, end: segment.end };
  if (segment.kind === 'stray') {
    draft.doubts.push({ ...span, code: 'stray-quotation-mark' });
    return;
  }
  if (segment.kind === 'quote') {
    const words = wordsOf(clean, segment.words, inside);
    draft.doubts.push(...segment.doubts.map((code) => ({ ...span, code })));
    if (words.text === '') return;
    draft.passages.push({ ...span, manner: 'verbatim', ...words, at: null, url: null });
    found.push({ ...span, kind: 'quote' });
    return;
  }
  const { token } = segment;
  if (token.kind === 'time') {
    giveTime(draft, token.time, span);
    if (token.time.link !== null) links.add(token.time.link.url);
    found.push({ ...span, kind: 'time-code' });
  } else if (token.kind === 'link' && token.written) {
    draft.written.push({ ...span, url: token.link.url });
    if (token.link.cutShort) draft.doubts.push({ ...span, code: 'link-cut-short' });
    if (token.link.overLines) draft.doubts.push({ ...span, code: 'link-over-lines' });
    found.push({ ...span, kind: 'written-link' });
  } else if (token.kind === 'link') found.push({ ...span, kind: 'link' });
  else found.push({ ...span, kind: 'cut' });
}

/** Paragraphs between one whose quotation stays open and one that begins with its end are quoted too. */
function joinOpenQuote(draft: Draft, first: number, endsOpen: boolean, closes: boolean): void {
  if (closes && draft.openQuote >= 0) {
    for (const passage of draft.passages.slice(draft.openQuote, first)) {
      if (passage.manner === 'verbatim') continue;
      passage.manner = 'verbatim';
      draft.doubts.push({ start: passage.start, end: passage.end, code: 'quote-over-paragraphs' });
    }
  }
  const quiet = draft.passages.slice(first).every(({ manner }) => manner === 'reported');
  if (endsOpen) draft.openQuote = draft.passages.length - 1;
  else if (!quiet) draft.openQuote = -1;
}

/** Reads a paragraph of a statement into its draft: quotations, the note-taker's words between, time codes, links. */
export function readParagraph(reading: Reading, draft: Draft, block: Span): void {
  const { text } = reading.clean;
  const tokens = tokensOf(text, block, reading.meter);
  const segments = segmentsOf(text, block, tokens);
  reading.meter.steps += tokens.length + segments.length;
  const first = draft.passages.length;
  let at = block.start;
  let next = 0;
  for (const segment of segments) {
    if (segment.start > at)
      putReported(reading, draft, { start: at, end: segment.start }, segment.kind === 'quote');
    while (next < tokens.length && (tokens[next] as Token).start < segment.start) next += 1;
    const from = next;
    while (next < tokens.length && (tokens[next] as Token).start < segment.end) next += 1;
    putSegment(reading, draft, segment, tokens.slice(from, next));
    at = Math.max(at, segment.end);
  }
  putReported(reading, draft, { start: at, end: block.end }, false);
  draft.end = block.end;
  const last = segments.at(-1);
  const endsOpen =
    last?.kind === 'quote' && last.end === block.end && last.doubts.includes('quote-not-closed');
  const begin = segments[0];
  const closes = begin?.kind === 'quote' && begin.doubts.includes('quote-not-opened');
  joinOpenQuote(draft, first, endsOpen, closes);
}
