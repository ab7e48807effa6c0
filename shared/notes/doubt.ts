import type { Span } from './span.ts';

/** What made a reading doubtful. Stable codes; each names one rule by which something was taken for what it is. */
export const DOUBTS = {
  'speaker-not-emphasised':
    'The speaker is not set off from the text; taken by the colon or verb behind the name.',
  'speaker-on-own-line': 'The speaker stands on a line alone above the words.',
  'names-parted-at-and': 'Two names were parted at "and"; it may be one.',
  'quote-not-opened': 'A quotation has a closing mark only; taken from the last cut.',
  'quote-not-closed':
    'A quotation has no closing mark; taken up to the time code or the end of the paragraph.',
  'closing-mark-behind-time-code': 'The closing mark of a quotation stands behind the time code.',
  'quotes-interlaced': 'Quotation marks inside a quotation do not pair; parted at every closing mark.',
  'quote-over-paragraphs': 'A quotation runs over several paragraphs.',
  'single-quotation-marks': 'Single quotation marks: one of them may be an apostrophe.',
  'stray-quotation-mark': 'A quotation mark belongs to no quotation.',
  'time-code-for-several': 'One time code stands behind several passages; where each begins is not known.',
  'time-code-impossible': 'A time code has more than 59 minutes or seconds.',
  'recording-of-neighbour': 'The time code has no link; taken from another time code of the same notes.',
  'recording-unknown': 'The time code has no link to a recording.',
  'link-cut-short': 'The address ends in dots: it was cut short and leads nowhere.',
  'link-over-lines': 'The address was broken over lines and put together.',
  'date-ambiguous': 'Day and month may be the other way round; the day was taken first.',
  'sentences-before': 'Sentences before it name nobody; they may be of the same delegations.',
  'attributed-inside-sentence': 'The bracket stands inside a sentence; taken for what comes before it.',
  'question-without-mark': 'The question does not end in a question mark.',
  'numbers-skipped': 'Numbers of questions are missing before it.',
} as const;
export type DoubtCode = keyof typeof DOUBTS;

/** Where in the source. */
export interface Doubt extends Span {
  readonly code: DoubtCode;
}

/** Doubts that leave who said it and in which words untouched. */
const SLIGHT: ReadonlySet<DoubtCode> = new Set([
  'time-code-for-several',
  'recording-of-neighbour',
  'recording-unknown',
  'link-cut-short',
  'link-over-lines',
  'closing-mark-behind-time-code',
  'stray-quotation-mark',
  'speaker-on-own-line',
  'sentences-before',
  'question-without-mark',
]);

export type Confidence = 'sure' | 'likely' | 'doubtful';

/** Without doubts sure; with none but slight ones likely. */
export function confidenceOf(doubts: readonly { readonly code: DoubtCode }[]): Confidence {
  if (doubts.length === 0) return 'sure';
  return doubts.every(({ code }) => SLIGHT.has(code)) ? 'likely' : 'doubtful';
}
