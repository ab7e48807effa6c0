/**
 * Calls `look` now, and again whenever an element was scrolled or changed its size: at most once a frame. The answer
 * ends it.
 */
export function followBox(element: HTMLElement, look: () => void): () => void {
  let frame = 0;
  const later = (): void => {
    if (frame === 0)
      frame = requestAnimationFrame(() => {
        frame = 0;
        look();
      });
  };
  look();
  const watch = new ResizeObserver(later);
  watch.observe(element);
  element.addEventListener('scroll', later, { passive: true });
  return () => {
    cancelAnimationFrame(frame);
    watch.disconnect();
    element.removeEventListener('scroll', later);
  };
}
