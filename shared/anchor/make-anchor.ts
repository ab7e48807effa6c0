import { type Anchor, type AnchoredText, QUOTE_CONTEXT, type Quote } from '../model/anchor.ts';
import type { ParagraphId } from '../model/ids.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { snapBack, snapOn } from './code-points.ts';
import type { AnchorParagraph, IndexedText } from './indexed-text.ts';

/** What somebody points at. Offsets are UTF-16 units of the paragraph's plain text, half-open. */
export type Pointed =
  | { readonly scope: 'text' }
  | {
      readonly scope: 'words';
      readonly paragraph: ParagraphId;
      readonly start: number;
      readonly end: number;
    }
  | { readonly scope: 'paragraph'; readonly paragraph: ParagraphId }
  /** What is missing after this paragraph; null: before the first. */
  | { readonly scope: 'absent'; readonly after: ParagraphId | null };

/**
 * An anchor on what somebody points at. Offsets that cut a character are moved outwards to whole ones.
 * `not-found`: no such paragraph; `invalid-fields`: offsets outside the paragraph, or nothing between them.
 */
export function makeAnchor(name: AnchoredText, text: IndexedText, pointed: Pointed): Result<Anchor, Problem> {
  switch (pointed.scope) {
    case 'text':
      return ok({ scope: 'text', text: name });
    case 'absent':
      return makeAbsent(name, text, pointed.after);
    default: {
      const paragraph = paragraphOf(text, pointed.paragraph);
      if (paragraph === null) return fail(unknownParagraph(pointed.paragraph));
      const { id, label, text: words } = paragraph;
      if (pointed.scope === 'paragraph')
        return ok({
          scope: 'paragraph',
          text: name,
          paragraph: id,
          label,
          quote: { exact: words, prefix: '', suffix: '' },
        });
      const wrong = wrongOffsets(words, pointed.start, pointed.end);
      if (wrong !== null) return fail(wrong);
      const [start, end] = [snapBack(words, pointed.start), snapOn(words, pointed.end)];
      const quote = quoteAt(words, start, end);
      return ok({ scope: 'words', text: name, paragraph: id, label, start, end, quote, relative: null });
    }
  }
}

function makeAbsent(
  name: AnchoredText,
  text: IndexedText,
  after: ParagraphId | null,
): Result<Anchor, Problem> {
  const paragraph = after === null ? null : paragraphOf(text, after);
  if (after !== null && paragraph === null) return fail(unknownParagraph(after));
  const words = paragraph?.text ?? '';
  const quote = quoteAt(words, words.length, words.length);
  return ok({ scope: 'absent', text: name, paragraph: after, label: paragraph?.label ?? '', quote });
}

export const paragraphOf = (text: IndexedText, id: ParagraphId): AnchorParagraph | null =>
  text.paragraphs[text.numbers.get(id) ?? -1] ?? null;

/** Words with up to `QUOTE_CONTEXT` units before and after; contexts hold whole characters. */
export function quoteAt(words: string, start: number, end: number): Quote {
  const first = snapOn(words, Math.max(0, start - QUOTE_CONTEXT));
  const last = snapBack(words, Math.min(words.length, end + QUOTE_CONTEXT));
  return {
    exact: words.slice(start, end),
    prefix: words.slice(first, start),
    suffix: words.slice(end, last),
  };
}

export const unknownParagraph = (id: ParagraphId): Problem =>
  problem('not-found', `The text has no paragraph ${id}: it may have been removed. Select the words again.`, [
    { field: 'anchor.paragraph', problem: 'unknown paragraph' },
  ]);

export function wrongOffsets(words: string, start: number, end: number): Problem | null {
  const whole = Number.isInteger(start) && Number.isInteger(end);
  if (whole && start >= 0 && start < end && end <= words.length) return null;
  return problem(
    'invalid-fields',
    `The paragraph has ${words.length} characters: choose at least one between 0 and ${words.length}.`,
    [
      {
        field: whole && start >= 0 && start < words.length ? 'anchor.end' : 'anchor.start',
        problem: 'outside the paragraph',
      },
    ],
  );
}
