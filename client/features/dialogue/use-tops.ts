import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import type { Place } from '../../../shared/model/anchor.ts';
import { paragraphElementId, type TextSurface } from '../../ui/text-surface.ts';
import type { Group } from './groups.ts';

/** Where groups stand, in pixels from the top of the margin, and which part of it is in sight. */
export interface Tops {
  readonly groups: ReadonlyMap<string, { readonly tops: readonly number[]; readonly end: number }>;
  readonly sight: readonly [number, number];
}

/** Beyond the window cards are kept ready; the part in sight moves in steps, so that scrolling renders seldom. */
const STEP = 400;

const NOTHING: Tops = { groups: new Map(), sight: [0, 2000] };

/** Measures where the words of each group stand; measures again when the text, the window or the groups change. */
export function useTops(
  margin: RefObject<HTMLElement | null>,
  surface: TextSurface,
  groups: readonly Group[],
  places: ReadonlyMap<string, Place>,
): Tops {
  const [tops, setTops] = useState(NOTHING);
  const measure = useCallback((): void => {
    const base = margin.current?.getBoundingClientRect();
    // Beside narrow texts there is no margin.
    if (base === undefined || base.width === 0) return;
    const sight = sightOf(base.top);
    const found = new Map<string, { tops: number[]; end: number }>();
    for (const { key, threads } of groups) {
      const element = document.getElementById(paragraphElementId(key));
      if (element === null) {
        found.set(key, { tops: threads.map(() => 0), end: 0 });
        continue;
      }
      const { top, bottom } = element.getBoundingClientRect();
      const near = top - base.top > sight[0] - 1000 && top - base.top < sight[1] + 1000;
      const words = (start: number): number =>
        (near && start > 0 ? surface.topOf(key as never, start) : null) ?? top;
      const standing = threads.filter(({ comment }) => comment.withdrawnAt === null);
      const list = standing.map(({ comment }) => words(places.get(comment.id)?.start ?? 0) - base.top);
      found.set(key, { tops: list.length === 0 ? [top - base.top] : list, end: bottom - base.top });
    }
    setTops({ groups: found, sight });
  }, [margin, surface, groups, places]);
  useLayoutEffect(() => {
    let frame = 0;
    let step = Number.NaN;
    const soon = (): void => {
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        measure();
      });
    };
    const scrolled = (): void => {
      const now = Math.floor(window.scrollY / STEP);
      if (now !== step) soon();
      step = now;
    };
    measure();
    const watcher = new ResizeObserver(soon);
    watcher.observe(surface.host);
    window.addEventListener('scroll', scrolled, { passive: true });
    window.addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      watcher.disconnect();
      window.removeEventListener('scroll', scrolled);
      window.removeEventListener('resize', soon);
    };
  }, [measure, surface]);
  return tops;
}

const sightOf = (marginTop: number): readonly [number, number] => {
  const top = Math.floor(-marginTop / STEP) * STEP;
  return [top - STEP, top + Math.ceil(window.innerHeight / STEP) * STEP + 2 * STEP];
};
