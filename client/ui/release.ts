/*
 * A new release has other code, under other names; what the old one fetches late is gone from the server. A page that
 * misses code asks whether that is why, once for all its parts, and then offers to be loaded anew.
 */

let superseded = false;
let offered = false;
let asking = false;
const listeners = new Set<() => void>();

/** Whether the server is known to have another release than the one this page runs. */
export const releaseStore = {
  get: (): boolean => superseded,
  /** And something was missing that has no place of its own to say so. */
  isOffered: (): boolean => superseded && offered,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function tell(): void {
  for (const listener of listeners) listener();
}

/** The address of this page's own code, as `index.html` names it. */
const ownCode = (): string | null =>
  document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null;

async function ask(): Promise<void> {
  const own = ownCode();
  if (own === null) return;
  try {
    const answer = await fetch('/', { cache: 'no-store' });
    if (!answer.ok || (await answer.text()).includes(own)) return;
    superseded = true;
    tell();
  } catch {
    // No connection: that is why it is missing.
  }
}

/** Call it when code could not be fetched. `offer`: nothing else on the page says so. */
export function codeIsMissing({ offer = false } = {}): void {
  if (offer) offered = true;
  if (superseded && offer) tell();
  if (superseded || asking) return;
  asking = true;
  void ask().finally(() => {
    asking = false;
  });
}
