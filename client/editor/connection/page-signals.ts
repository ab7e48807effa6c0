/** What the browser says about the page and the network. Answers a function that stops listening; nothing outside a browser. */
export function watchPage(act: {
  /** The network may be back, or the laptop was opened. */
  wake(): void;
  /** The network may be gone. */
  doubt(): void;
  /** Whether closing the page would lose words. */
  wouldLose(): boolean;
}): () => void {
  if (typeof window === 'undefined') return () => undefined;
  const visible = (): void => {
    if (document.visibilityState === 'visible') act.wake();
  };
  const leaving = (event: BeforeUnloadEvent): void => {
    if (act.wouldLose()) event.preventDefault();
  };
  window.addEventListener('online', act.wake);
  window.addEventListener('offline', act.doubt);
  document.addEventListener('visibilitychange', visible);
  window.addEventListener('beforeunload', leaving);
  return () => {
    window.removeEventListener('online', act.wake);
    window.removeEventListener('offline', act.doubt);
    document.removeEventListener('visibilitychange', visible);
    window.removeEventListener('beforeunload', leaving);
  };
}
