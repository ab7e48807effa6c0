/** Pixels from the top (header and toolbar stand there) and the bottom of the window within which dragging scrolls. */
const EDGE = { top: 160, bottom: 80 } as const;
/** Pixels a second at the very edge: a screen in less than one. */
const FASTEST = 1_200;
/** A page that stood still for longer goes on as if it had been this long, in milliseconds: nobody saw it pass. */
const LONGEST_FRAME = 50;

/**
 * How far the page scrolls, in pixels, where something is dragged to `y` of a window `height` high and `elapsed`
 * milliseconds went by since the last frame. Slow where the edge begins and faster towards it, so that a gap close to
 * it can be aimed at; by time and not by frames, so that no screen scrolls faster than another.
 */
export function edgeScroll(y: number, height: number, elapsed: number): number {
  const above = depth((EDGE.top - y) / EDGE.top);
  const below = depth((y - (height - EDGE.bottom)) / EDGE.bottom);
  return ((below ** 2 - above ** 2) * FASTEST * Math.min(elapsed, LONGEST_FRAME)) / 1_000;
}

const depth = (share: number): number => Math.max(0, Math.min(1, share));
