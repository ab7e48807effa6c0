import { useEffect, useState } from 'react';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import { paragraphElementId, type TextSurface } from '../../ui/text-surface.ts';

/** Words somebody has selected in one paragraph, and where the selection ends on the screen. */
export interface SelectedWords {
  readonly paragraph: ParagraphId;
  readonly start: number;
  readonly end: number;
  /** The selection goes on in later paragraphs, which do not count. */
  readonly isCut?: boolean;
}

export interface Reading {
  /** Null: a mere caret, or nothing. */
  readonly words: SelectedWords | null;
  /** The paragraph of caret or selection. */
  readonly caret: ParagraphId | null;
  /** Foot of the selection, in pixels from the top and the left of the window. */
  readonly foot: { readonly top: number; readonly left: number } | null;
}

const NOTHING: Reading = { words: null, caret: null, foot: null };
/** A selection counts once it rests, in milliseconds. */
const RESTS = 180;

/** What is selected in the text. A selection over several paragraphs counts as far as the first one's end. */
export function readSelection(surface: TextSurface): Reading {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0) return NOTHING;
  const range = selection.getRangeAt(0);
  const from = surface.pointAt(range.startContainer, range.startOffset);
  if (from === null) return NOTHING;
  const until = surface.pointAt(range.endContainer, range.endOffset);
  const paragraphs = surface.paragraphs();
  const index = paragraphs.findIndex(({ id }) => id === from.paragraph);
  const length = paragraphs[index]?.text.length ?? 0;
  const end = until?.paragraph === from.paragraph ? until.offset : length;
  const words =
    range.collapsed || end <= from.offset
      ? null
      : {
          paragraph: from.paragraph,
          start: from.offset,
          end: Math.min(end, length),
          ...(reachesInto(range, until, paragraphs[index + 1]?.id) ? { isCut: true } : {}),
        };
  const rects = words === null ? null : range.getClientRects();
  const last = rects === null ? undefined : rects[rects.length - 1];
  return {
    words,
    caret: from.paragraph,
    foot: last === undefined ? null : { top: last.bottom, left: last.left },
  };
}

/** Whether words of the next paragraph are selected too. Selecting a whole paragraph ends before its first word. */
function reachesInto(
  range: Range,
  until: ReturnType<TextSurface['pointAt']>,
  next: ParagraphId | undefined,
): boolean {
  if (next === undefined) return false;
  if (until?.paragraph === next) return until.offset > 0;
  const element = document.getElementById(paragraphElementId(next));
  return element !== null && range.intersectsNode(element);
}

const same = (a: Reading, b: Reading): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Follows the selection; what is selected elsewhere, in a field beside the text, leaves the last answer's caret. */
export function useSelectedWords(surface: TextSurface): Reading {
  const [reading, setReading] = useState<Reading>(NOTHING);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pressed = false;
    const look = (): void => {
      if (pressed) return;
      const now = readSelection(surface);
      setReading((before) => {
        const next = now.caret === null ? { ...NOTHING, caret: before.caret } : now;
        return same(before, next) ? before : next;
      });
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(look, RESTS);
    };
    const down = (): void => {
      pressed = true;
    };
    const up = (): void => {
      pressed = false;
      soon();
    };
    document.addEventListener('selectionchange', soon);
    surface.host.addEventListener('pointerdown', down);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', up);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', soon);
      surface.host.removeEventListener('pointerdown', down);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', up);
    };
  }, [surface]);
  return reading;
}
