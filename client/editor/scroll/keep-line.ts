import type { EditorView } from '@tiptap/pm/view';

/** Something on the screen that shall stay where it is while others change the text. */
export interface HeldLine {
  /** Puts the line back to where it stood. */
  release(): void;
}

/**
 * Holds the line of one's own caret, or, where that is not on the screen, the paragraph at the top of it: other
 * people's typing never moves it. To be called just before a change of theirs is drawn; `release` just after.
 * The page scrolls as a whole (client/styles/frame.css).
 */
export function holdLine(view: EditorView): HeldLine {
  const caret = caretLine(view);
  if (caret !== null) return heldBy(() => caretTop(view), caret);
  const paragraph = topParagraph(view);
  if (paragraph === null) return { release: () => undefined };
  return heldBy(
    () => (paragraph.isConnected ? paragraph.getBoundingClientRect().top : null),
    paragraph.getBoundingClientRect().top,
  );
}

/** A shift below this many pixels is rounding, not movement. */
const ROUNDING = 0.5;

const heldBy = (top: () => number | null, before: number): HeldLine => ({
  release() {
    const after = top();
    if (after !== null && Math.abs(after - before) > ROUNDING)
      window.scrollBy({ top: after - before, behavior: 'instant' });
  },
});

/** Top of the caret's line where it stands on the screen and this person is writing; otherwise null. */
function caretLine(view: EditorView): number | null {
  if (!view.hasFocus()) return null;
  const top = caretTop(view);
  return top !== null && top >= 0 && top <= window.innerHeight ? top : null;
}

function caretTop(view: EditorView): number | null {
  try {
    return view.coordsAtPos(view.state.selection.head).top;
  } catch {
    // Nothing is drawn there at the moment, as in a text without paragraphs.
    return null;
  }
}

/** The first paragraph that reaches below the header, found by halving: paragraphs stand in order. */
function topParagraph(view: EditorView): Element | null {
  const paragraphs = view.dom.children;
  const edge = headerHeight();
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle] as Element).getBoundingClientRect().bottom <= edge) low = middle + 1;
    else high = middle;
  }
  return paragraphs[low] ?? null;
}

const headerHeight = (): number =>
  document.querySelector('.frame-header')?.getBoundingClientRect().bottom ?? 0;
