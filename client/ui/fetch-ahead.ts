/** How long after the text what may be used next is fetched, in ms: what is said about the text goes first. */
const AFTER_TEXT = 3000;

/**
 * Fetches code that nobody waits for yet, so that it is there at its first use, connection or not. Call it when the
 * text stands there; the answer calls it off. What cannot be fetched is asked for again when it is used.
 */
export function fetchAhead(loads: readonly (() => Promise<unknown>)[]): () => void {
  const timer = setTimeout(() => {
    for (const load of loads) load().catch(() => undefined);
  }, AFTER_TEXT);
  return () => clearTimeout(timer);
}
