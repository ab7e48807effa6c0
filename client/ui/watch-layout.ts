import type { TextSurface } from './text-surface.ts';

/**
 * Calls `look` in the frame in which the paragraphs of a text may stand elsewhere than before, once a frame: for what
 * stands beside the text without being in it. `scrolling`: also while the page scrolls, which moves the text in the
 * window and nothing in the text. The answer ends it.
 */
export function watchLayout(
  { host, subscribe }: TextSurface,
  look: () => void,
  { scrolling = false } = {},
): () => void {
  let frame = 0;
  const soon = (): void => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      look();
    });
  };
  const watcher = new ResizeObserver(soon);
  watcher.observe(host);
  const stop = subscribe(soon);
  window.addEventListener('resize', soon);
  if (scrolling) window.addEventListener('scroll', soon, { passive: true });
  return () => {
    cancelAnimationFrame(frame);
    watcher.disconnect();
    stop();
    window.removeEventListener('resize', soon);
    window.removeEventListener('scroll', soon);
  };
}
