import type { Pointed } from '../../shared/anchor/make-anchor.ts';
import type { ParagraphId } from '../../shared/model/ids.ts';

/** What somebody selected, ready for `makeAnchor`. */
export interface Selected {
  readonly pointed: Extract<Pointed, { scope: 'words' }>;
  /** Whether the selection goes on in further paragraphs, which the anchor leaves out: say so. */
  readonly cutAtParagraph: boolean;
}

/** How the element of a paragraph is named on reading pages and in the editor: `p-<id>`. */
const PREFIX = 'p-';

/**
 * The words selected on a reading page, inside `root` (the element of class `text`). Labels and other things beside
 * the words (`.paragraph-label`, `[data-not-text]`) do not count. Null where no words are selected.
 */
export function wordsSelected(root: Element, selection: Selection | null): Selected | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const touched = [...root.querySelectorAll(`[id^="${PREFIX}"]`)].filter((one) => range.intersectsNode(one));
  const stretches = touched
    .map((element) => ({ element, ...stretchIn(element, range) }))
    .filter(({ start, end }) => start < end);
  const [first] = stretches;
  if (first === undefined) return null;
  return {
    pointed: {
      scope: 'words',
      paragraph: first.element.id.slice(PREFIX.length) as ParagraphId,
      start: first.start,
      end: first.end,
    },
    cutAtParagraph: stretches.length > 1,
  };
}

/** Offsets of a range in a paragraph's words; `start` is not below `end` where it holds none of them. */
function stretchIn(element: Element, range: Range): { readonly start: number; readonly end: number } {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = 0;
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest('.paragraph-label, [data-not-text]') != null) continue;
    const { length } = node as Text;
    if (range.intersectsNode(node)) {
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : length;
      if (from < to) {
        start = Math.min(start, at + from);
        end = at + to;
      }
    }
    at += length;
  }
  return { start, end };
}
