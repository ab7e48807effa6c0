import { comeBackAfter, LINE_BROKE } from '../../shared/api/come-back.ts';

/**
 * Fetches code that a page goes on without, and asks again until it comes: a line that breaks must not leave a part
 * missing for good: after a while of chance length (R55), sooner when the device has a network again. Hands it to `take` unless the answer, which calls it off, was called before.
 */
export function fetchUntilItComes<Code>(load: () => Promise<Code>, take: (code: Code) => void): () => void {
  let calledOff = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
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
        if (!calledOff) timer = setTimeout(ask, comeBackAfter(LINE_BROKE, failures++, Math.random()));
      },
    );
  };
  ask();
  window.addEventListener('online', ask);
  return done;
}
