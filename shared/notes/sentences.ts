import type { Block } from './blocks.ts';
import { blocksOf } from './blocks.ts';
import type { CleanText } from './clean-text.ts';
import type { Meter } from './meter.ts';
import type { Span } from './span.ts';

/** A sentence ends at a full stop before a capital; not at one inside a bracket or behind a short abbreviation. */
const ENDS = /[.!?]["”»’)]?\s+(?=["“«(]?[\p{Lu}\p{Lo}])/gu;
const SHORT =
  /(?:^|[\s(])(?:(?:\p{L}\.)+\p{L}?|Mr|Ms|Mrs|Dr|Prof|St|No|para|paras|Art|vs|cf|e\.g|i\.e|Rev|Add|Corr)$/u;

function sentencesIn(text: string, { content, end }: Block): Span[] {
  const words = text.slice(content, end);
  const spans: Span[] = [];
  let start = 0;
  let bracket = 0;
  let seen = 0;
  for (const { index, 0: stop } of words.matchAll(ENDS)) {
    for (; seen < index; seen += 1) {
      if (words[seen] === '(') bracket += 1;
      else if (words[seen] === ')') bracket = Math.max(0, bracket - 1);
      // A bracket that is not closed within 400 characters is none.
    }
    if (
      bracket > 0 &&
      words.slice(index, index + 400).includes(')') &&
      !words.slice(index, index + 2).includes(')')
    )
      continue;
    bracket = 0;
    if (SHORT.test(words.slice(Math.max(0, index - 8), index))) continue;
    const behind = index + stop.trimEnd().length;
    spans.push({ start: content + start, end: content + behind });
    start = index + stop.length;
  }
  if (start < words.length) spans.push({ start: content + start, end });
  return spans;
}

/** Sentences of a text by paragraph. A short line of its own without a full stop is a heading. */
export function sentencesOf(
  clean: CleanText,
  meter: Meter,
): { readonly heading: boolean; readonly sentences: readonly Span[] }[] {
  return blocksOf(clean, meter).map((block) => {
    const words = clean.text.slice(block.content, block.end).trimEnd();
    const heading = words.length <= 120 && !/[.!?;:,)”"]$/.test(words) && block.lines === 1;
    return { heading, sentences: sentencesIn(clean.text, { ...block, end: block.content + words.length }) };
  });
}
