import type { DoubtCode } from './doubt.ts';
import type { Span } from './span.ts';
import type { Token } from './tokens.ts';

type Mark = Extract<Token, { kind: 'mark' }>;

/** A stretch of a paragraph: a quotation with its marks and what lies between them, or a token outside of quotations. */
export type Segment = Span &
  (
    | { readonly kind: 'quote'; readonly words: Span; readonly doubts: readonly DoubtCode[] }
    | { readonly kind: 'stray' }
    | { readonly kind: 'token'; readonly token: Exclude<Token, { kind: 'mark' }> }
  );

const LETTER = /[\p{L}\p{N}]/u;
const SENTENCE_ENDS = /[.!?…,]/;

/** Single marks are apostrophes unless one opens outside of quotations and another closes before the next cut. */
function singleCloser(text: string, tokens: readonly Token[], from: number): number | null {
  let last: number | null = null;
  for (let n = from + 1; n < tokens.length; n += 1) {
    const token = tokens[n] as Token;
    if (token.kind === 'time' || token.kind === 'ellipsis') break;
    if (token.kind !== 'mark') continue;
    if (!token.single || token.leans === 'open') break;
    if (token.leans !== 'close') continue;
    last = n;
    if (SENTENCE_ENDS.test(text[token.start - 1] ?? '')) break;
  }
  return last;
}

/** Quotations of a stretch whose marks do not pair: each ends at its first closing mark, or where the next one opens. */
function interlaced(open: Mark, inside: readonly Mark[], end: number): Segment[] {
  const quotes: Segment[] = [];
  let opened: Mark | null = open;
  let deeper = 0;
  const put = (words: Span, close: number, code: DoubtCode): void => {
    quotes.push({ kind: 'quote', start: (opened as Mark).start, end: close, words, doubts: [code] });
    opened = null;
    deeper = 0;
  };
  for (const mark of inside) {
    if (mark.leans === 'close') {
      // One mark closes both: it is the inner quotation's too.
      const end = deeper > 0 ? mark.end : mark.start;
      if (opened !== null) put({ start: opened.end, end }, mark.end, 'quotes-interlaced');
      else quotes.push({ kind: 'stray', start: mark.start, end: mark.end });
    } else if (opened === null) opened = mark;
    else deeper += 1;
  }
  if (opened !== null) put({ start: opened.end, end }, end, 'quote-not-closed');
  return quotes;
}

/**
 * Pairs the quotation marks of a paragraph. Marks inside marks are counted; a time code ends a quotation that is still
 * open. What does not pair is taken by a named rule and says so.
 */
export function segmentsOf(text: string, block: Span, tokens: readonly Token[]): Segment[] {
  const segments: Segment[] = [];
  let open: Mark | null = null;
  let inside: Mark[] = [];
  let depth = 0;
  /** Where words that only a closing mark ends would begin, or null: nowhere. */
  let cut: number | null = block.start;
  let cutAtStart = true;
  let singleEnd = -1;

  const endOpen = (end: number): void => {
    if (open === null) return;
    if (inside.length === 0) {
      const words = { start: open.end, end };
      segments.push({ kind: 'quote', start: open.start, end, words, doubts: ['quote-not-closed'] });
    } else segments.push(...interlaced(open, inside, end));
    open = null;
    inside = [];
    depth = 0;
  };
  const unopened = (mark: Mark): void => {
    const begin = cut === null ? -1 : firstWord(text, cut, mark.start);
    if (begin >= 0) {
      const words = { start: begin, end: mark.start };
      while ((segments.at(-1)?.start ?? -1) >= begin) segments.pop();
      segments.push({ kind: 'quote', start: begin, end: mark.end, words, doubts: ['quote-not-opened'] });
    } else {
      const before = segments.at(-2);
      const behindTime = isTime(segments.at(-1)) && before?.kind === 'quote';
      if (behindTime && before.doubts.includes('quote-not-closed'))
        segments[segments.length - 2] = { ...before, doubts: ['closing-mark-behind-time-code'] };
      segments.push({ kind: 'stray', start: mark.start, end: mark.end });
    }
    cut = null;
  };

  for (const [n, token] of tokens.entries()) {
    if (token.kind !== 'mark') {
      if (token.kind === 'time' || (token.kind === 'link' && token.written)) endOpen(token.start);
      if (open === null) {
        segments.push({ kind: 'token', token, start: token.start, end: token.end });
        // Cuts inside words that only a closing mark ends do not part them.
        const words = cut !== null && !cutAtStart && firstWord(text, cut, token.start) >= 0;
        if (token.kind === 'time' || !words) cut = token.end;
        cutAtStart = false;
      }
      continue;
    }
    if (n < singleEnd) continue;
    if (token.single) {
      if (open !== null || token.leans !== 'open') continue;
      const closer = singleCloser(text, tokens, n);
      if (closer === null) continue;
      const close = tokens[closer] as Token;
      const words = { start: token.end, end: close.start };
      segments.push({
        kind: 'quote',
        start: token.start,
        end: close.end,
        words,
        doubts: ['single-quotation-marks'],
      });
      singleEnd = closer + 1;
      cut = null;
      continue;
    }
    const opens = token.leans === 'open' || (token.leans === 'either' && depth === 0);
    if (open === null) {
      if (opens) {
        open = token;
        depth = 1;
      } else unopened(token);
      continue;
    }
    depth += opens ? 1 : -1;
    if (depth > 0) {
      inside.push({ ...token, leans: opens ? 'open' : 'close' });
      continue;
    }
    const { start, end } = open as Mark;
    const words = { start: end, end: token.start };
    segments.push({ kind: 'quote', start, end: token.end, words, doubts: [] });
    open = null;
    inside = [];
    cut = null;
  }
  endOpen(block.end);
  return segments;
}

const isTime = (segment: Segment | undefined): boolean =>
  segment?.kind === 'token' && segment.token.kind === 'time';

/** Where the first word of a stretch begins, or -1. */
function firstWord(text: string, start: number, end: number): number {
  for (let at = start; at < end; at += 1) if (LETTER.test(text[at] as string)) return at;
  return -1;
}
