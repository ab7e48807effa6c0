/** How long to wait before code that did not arrive is asked for again, in milliseconds; sooner when the line is back. */
const ASK_AGAIN = 4_000;

/**
 * Fetches code that a page goes on without, and asks again until it comes: a line that breaks must not leave a part
 * missing for good. Hands it to `take` unless the answer, which calls it off, was called before.
 */
export function fetchUntilItComes<Code>(load: () => Promise<Code>, take: (code: Code) => void): () => void {
  let calledOff = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const done = (): void => {
    calledOff = true;
    clearTimeout(timer);
    window.removeEventListener('online', ask);
  };
  const ask = (): void => {
    clearTimeout(timer);
    load().then(
      (code) => {
        if (calledOff) return;
        done();
        take(code);
      },
      () => {
        if (!calledOff) timer = setTimeout(ask, ASK_AGAIN);
      },
    );
  };
  ask();
  window.addEventListener('online', ask);
  return done;
}
