import type { CleanText } from './clean-text.ts';
import type { Span } from './span.ts';

/** What a scanner got wrong. `mended` null: only pointed at, the words stand as they are. Offsets in the clean text. */
export interface ScanningError extends Span {
  readonly printed: string;
  readonly mended: string | null;
}

/** The underline of a link between two words, read as a character. */
const UNDERLINE = /(?<=[\p{L}\p{N}]|[\p{L}\p{N}]\s)_(?=\p{L})/gu;
const SUSPECTS: readonly RegExp[] = [
  // CONSENsUs: small letters among capitals.
  /(?<!\p{L})\p{Lu}{3,30}\p{Ll}{1,2}\p{Lu}\p{L}{0,30}/gu,
  // A year of five digits: the question mark behind it became a 7.
  /(?<![\d.,])(?:19|20)\d{3}(?=[?.\s])(?!\s*[\d%])/g,
  // Al for AI, unless a name follows.
  /(?<![\p{L}-])Al(?![\p{L}-]|\s\p{Lu})/gu,
  // A character that could not be read.
  /\ufffd/g,
];
const TOKEN = /[^\s]{0,80}$/;

/** Scanning errors of a stretch, in order. Addresses and names with several underscores are left alone. */
export function scanningErrors({ text }: CleanText, span: Span): ScanningError[] {
  const words = text.slice(span.start, span.end);
  const errors: ScanningError[] = [];
  for (const { index } of words.matchAll(UNDERLINE)) {
    const before = TOKEN.exec(words.slice(Math.max(0, index - 80), index))?.[0] ?? '';
    const after = /^\S{0,80}/.exec(words.slice(index + 1, index + 81))?.[0] ?? '';
    if (/[/@_\\=]/.test(before + after)) continue;
    const start = span.start + index;
    errors.push({ start, end: start + 1, printed: `${before}_${after}`, mended: `${before} ${after}` });
  }
  for (const form of SUSPECTS) {
    for (const { index, 0: printed } of words.matchAll(form)) {
      const start = span.start + index;
      errors.push({ start, end: start + printed.length, printed, mended: null });
    }
  }
  return errors.sort((a, b) => a.start - b.start);
}

/** The words with what can be mended mended, on one line. */
export function mendedWords({ text }: CleanText, span: Span, errors: readonly ScanningError[]): string {
  let words = '';
  let at = span.start;
  for (const { start, end, mended } of errors) {
    if (mended === null || start < at || end > span.end) continue;
    words += `${text.slice(at, start)} `;
    at = end;
  }
  return (words + text.slice(at, span.end)).replace(/\s+/g, ' ').trim();
}
