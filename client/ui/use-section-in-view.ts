import { useEffect, useState } from 'react';

/** How far below the top edge a heading may stand and still name what is being read, as a share of the window. */
const READING_LINE = 0.3;

/**
 * The last of these elements whose top has passed the reading line: the section being read. Before the first, null.
 * `elementOf` finds the element of an id; elements that are not there are passed over.
 */
export function useSectionInView(
  ids: readonly string[],
  elementOf: (id: string) => HTMLElement | null,
): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const line = window.innerHeight * READING_LINE;
      const passed = ids.findLast((id) => {
        const top = elementOf(id)?.getBoundingClientRect().top;
        return top !== undefined && top <= line;
      });
      setCurrent(passed ?? null);
    };
    const later = (): void => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    later();
    window.addEventListener('scroll', later, { passive: true });
    window.addEventListener('resize', later, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', later);
      window.removeEventListener('resize', later);
    };
  }, [ids, elementOf]);
  return current;
}
