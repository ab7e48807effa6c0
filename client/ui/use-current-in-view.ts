import { type RefObject, useEffect, useRef } from 'react';

/** Pixels of its neighbour that show beside the tab one is at, so that one sees that the row goes on. */
const PEEK = 24;

/**
 * A row of `count` links that may be wider than its window: the one that leads to `path` is moved into view, sideways
 * only.
 */
export function useCurrentInView(path: string, count: number): RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: which is current follows from the path, and where it stands from their number.
  useEffect(() => {
    const link = row.current?.querySelector('[aria-current]');
    if (row.current == null || link == null) return;
    const box = row.current.getBoundingClientRect();
    const { left, right } = link.getBoundingClientRect();
    if (left < box.left) row.current.scrollBy({ left: left - box.left - PEEK });
    else if (right > box.right) row.current.scrollBy({ left: right - box.right + PEEK });
  }, [path, count]);
  return row;
}
