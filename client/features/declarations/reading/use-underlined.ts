import { useEffect } from 'react';
import type { PlacedParagraph } from '../../../../shared/api/declaration.ts';
import { placeOfOffset } from '../../../ui/plain-offsets.ts';
import { paragraphElementId, type TextSurface } from '../../../ui/text-surface.ts';

/** The name of the highlight; its look stands in declarations.css. */
const NAME = 'declared-terms';

/** Whether this browser can underline words without changing the page (CSS Custom Highlight API). */
export const canUnderline = (): boolean => typeof CSS !== 'undefined' && 'highlights' in CSS;

/** Underlines terms and references where they stand, without touching the text: nothing is inserted, nothing moves. */
export function useUnderlined(
  { host }: Pick<TextSurface, 'host'>,
  paragraphs: readonly PlacedParagraph[],
): void {
  useEffect(() => {
    if (!canUnderline() || paragraphs.length === 0) return;
    const draw = (): void => {
      CSS.highlights.set(NAME, new Highlight(...paragraphs.flatMap(rangesOf)));
    };
    draw();
    // A paragraph that is drawn anew has other nodes.
    const watcher = new MutationObserver(draw);
    watcher.observe(host, { childList: true, subtree: true });
    return () => {
      watcher.disconnect();
      CSS.highlights.delete(NAME);
    };
  }, [host, paragraphs]);
}

function rangesOf({ paragraph, places }: PlacedParagraph): Range[] {
  const element = document.getElementById(paragraphElementId(paragraph));
  if (element === null) return [];
  return places.flatMap(({ occurrences }) =>
    occurrences.flatMap(({ start, end }) => {
      const [from, until] = [placeOfOffset(element, start), placeOfOffset(element, end - 1)];
      if (from === null || until === null) return [];
      const range = document.createRange();
      range.setStart(from.node, from.at);
      range.setEnd(until.node, until.at + 1);
      return [range];
    }),
  );
}
