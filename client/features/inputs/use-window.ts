import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { followBox } from '../../ui/follow-box.ts';
import type { RowHeights } from './table-rows.ts';

/** What of a scrolling box is seen, in pixels. */
export interface Seen {
  readonly scrolled: number;
  readonly height: number;
}

/** Follows a box as it scrolls and changes size. One rendering a frame at most. */
export function useWindow(box: RefObject<HTMLElement | null>): Seen {
  const [seen, setSeen] = useState<Seen>({ scrolled: 0, height: 900 });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    return followBox(element, () => {
      const next = { scrolled: element.scrollTop, height: element.clientHeight };
      setSeen((last) => (last.scrolled === next.scrolled && last.height === next.height ? last : next));
    });
  }, [box]);
  return seen;
}

/** Below this width an input is a card of several lines. Same as in the sheet. */
const NARROW = '(max-width: 47.99rem)';
const WIDE_HEIGHTS: RowHeights = { head: 36, input: 76 };
const NARROW_HEIGHTS: RowHeights = { head: 36, input: 148 };

/** Heights of the lines, which the sheet repeats (`inputs.css`). */
export function useRowHeights(): RowHeights {
  const [narrow, setNarrow] = useState(() => window.matchMedia(NARROW).matches);
  useEffect(() => {
    const media = window.matchMedia(NARROW);
    const change = (): void => setNarrow(media.matches);
    media.addEventListener('change', change);
    return () => media.removeEventListener('change', change);
  }, []);
  return narrow ? NARROW_HEIGHTS : WIDE_HEIGHTS;
}
