import type { PassageManner } from '../model/statement.ts';
import type { CleanText } from './clean-text.ts';
import { confidenceOf, type DoubtCode } from './doubt.ts';
import type { Head } from './head.ts';
import { inSource } from './parts.ts';
import type { Span } from './span.ts';
import type { ReadPassage, ReadStatement } from './statement-reading.ts';
import type { TimeCode } from './time-code.ts';

interface DraftPassage extends Span {
  manner: PassageManner;
  readonly text: string;
  readonly references: readonly string[];
  at: number | null;
  url: string | null;
}

/** A statement while it is read. Spans are in the clean text. */
export interface Draft {
  readonly head: Head;
  readonly start: number;
  end: number;
  readonly meeting: string;
  readonly session: string;
  readonly date: string | null;
  readonly passages: DraftPassage[];
  readonly written: (Span & { url: string })[];
  readonly doubts: (Span & { code: DoubtCode })[];
  /** Passages before this one have their time code. */
  timed: number;
  /** Passage whose quotation was still open at the end of its paragraph, or -1. */
  openQuote: number;
}

export const newDraft = (
  head: Head,
  start: number,
  told: { readonly meeting: string; readonly session: string; readonly date: string | null },
): Draft => ({
  head,
  start,
  end: head.end,
  ...told,
  passages: [],
  written: [],
  doubts: head.doubts.map((code) => ({ code, start: head.speaker.start, end: head.end })),
  timed: 0,
  openQuote: -1,
});

/** Gives a time code to the passages before it that have none yet. */
export function giveTime(draft: Draft, time: TimeCode, span: Span): void {
  const doubt = (code: DoubtCode): void => void draft.doubts.push({ ...span, code });
  if (time.seconds === null) doubt('time-code-impossible');
  if (time.link?.cutShort) doubt('link-cut-short');
  if (time.link?.overLines) doubt('link-over-lines');
  const waiting = draft.passages.slice(draft.timed);
  for (const passage of waiting) {
    passage.at = time.seconds;
    passage.url = time.link?.url ?? null;
  }
  if (waiting.length > 1) doubt('time-code-for-several');
  draft.timed = draft.passages.length;
}

/**
 * The statement with offsets in the source. `only` is the recording that all links of the notes lead to, or null where
 * they lead to several or none: a time code without a link is taken to be of it.
 */
export function finished(clean: CleanText, draft: Draft, only: string | null): ReadStatement {
  const doubts = [...draft.doubts];
  const passages = draft.passages.map(({ start, end, manner, text, references, at, url }): ReadPassage => {
    if (at !== null && url === null)
      doubts.push({ start, end, code: only === null ? 'recording-unknown' : 'recording-of-neighbour' });
    return {
      ...inSource(clean, { start, end }),
      manner,
      text,
      at,
      recording: at === null ? null : (url ?? only),
      references,
    };
  });
  const { head } = draft;
  return {
    ...inSource(clean, draft),
    speaker: { ...inSource(clean, head.speaker), printed: head.name },
    rule: head.rule,
    spokenFor: head.spokenFor,
    passages,
    written: draft.written.map(({ url, ...span }) => ({ ...inSource(clean, span), url })),
    meeting: draft.meeting,
    session: draft.session,
    date: draft.date,
    doubts: doubts.map(({ code, ...span }) => ({ ...inSource(clean, span), code })),
    confidence: confidenceOf(doubts),
  };
}
