import type { CleanText } from './clean-text.ts';
import type { Span } from './span.ts';

/** A stretch of the source that was recognised as something, or was not. Offsets in the source. */
export interface Part<Kind extends string> extends Span {
  readonly kind: Kind | 'layout' | 'not-understood';
}

/** A stretch of the clean text that was recognised. */
export interface Found<Kind extends string> extends Span {
  readonly kind: Kind;
}

const WORDS = /[\p{L}\p{N}]/u;

/** The stretch in the source. */
export const inSource = ({ from }: CleanText, { start, end }: Span): Span => ({
  start: from[start] as number,
  end: from[end] as number,
});

/**
 * Lays what was found end to end over the whole source: every character belongs to exactly one part. What lies between
 * is layout if it holds neither letter nor digit, and else was not understood. Of two that overlap the first is kept
 * whole.
 */
export function tile<Kind extends string>(clean: CleanText, found: readonly Found<Kind>[]): Part<Kind>[] {
  const parts: Part<Kind>[] = [];
  let reached = 0;
  const put = (end: number, kind: Part<Kind>['kind']): void => {
    if (end <= reached) return;
    // A character reference may be cut in two only in the clean text: both halves come from one place.
    const { start: from, end: to } = inSource(clean, { start: reached, end });
    const begin = parts.length === 0 ? 0 : from;
    if (to > begin) parts.push({ start: begin, end: to, kind });
    reached = end;
  };
  const between = (end: number): void => {
    const words = WORDS.test(clean.text.slice(reached, end));
    put(end, words ? 'not-understood' : 'layout');
  };
  for (const { start, end, kind } of [...found].sort((a, b) => a.start - b.start)) {
    if (start > reached) between(start);
    put(end, kind);
  }
  between(clean.text.length);
  // What is unseen (a byte order mark, the marks of mail) may be all there is.
  const last = parts.at(-1);
  const length = clean.source.length;
  if (last === undefined) return length === 0 ? [] : [{ start: 0, end: length, kind: 'layout' }];
  parts[parts.length - 1] = { ...last, end: length };
  return parts;
}

/** What was not understood, for the person who checks. */
export const notUnderstood = (source: string, parts: readonly Part<string>[]): (Span & { text: string })[] =>
  parts
    .filter(({ kind }) => kind === 'not-understood')
    .map(({ start, end }) => ({ start, end, text: source.slice(start, end) }));
