/** When what came in is shown: with the page's frames, so that it draws once however much came meanwhile. */
export interface Beat {
  /** Calls `act` at the next beat, once, however often it was asked for. */
  soon(act: () => void): void;
  stop(): void;
}

/**
 * Two beats are at least this far apart, in ms: a text that many write in is drawn a dozen times a second, which the
 * eye takes for at once, and the rest of the time is for one's own keys. In a quiet room nothing waits for it.
 */
const APART = 80;
/** A page that nobody looks at takes in what came at this interval, in ms: nobody sees it, but it must not pile up. */
const HIDDEN = 5_000;
/** A page whose frames are not drawn although it counts as visible takes in what came after this time, in ms. */
const NOT_DRAWN = 250;

/** The beat of this page: its animation frames while it is looked at. Outside a browser everything is done at once. */
export function pageBeat(): Beat {
  if (typeof requestAnimationFrame === 'undefined') return { soon: (act) => act(), stop: () => undefined };
  const waiting = new Set<() => void>();
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  const call = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    frame = 0;
    timer = undefined;
    last = performance.now();
    const due = [...waiting];
    waiting.clear();
    for (const act of due) act();
  };
  const draw = (): void => {
    frame = requestAnimationFrame(call);
    timer = setTimeout(call, NOT_DRAWN);
  };
  const ask = (): void => {
    const wait = last + APART - performance.now();
    if (document.visibilityState === 'hidden') timer = setTimeout(call, HIDDEN);
    else if (wait > 0) timer = setTimeout(draw, wait);
    else draw();
  };
  const seen = (): void => {
    if (document.visibilityState === 'visible' && waiting.size > 0) call();
  };
  document.addEventListener('visibilitychange', seen);
  return {
    soon: (act) => {
      waiting.add(act);
      if (timer === undefined) ask();
    },
    stop: () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      waiting.clear();
      document.removeEventListener('visibilitychange', seen);
    },
  };
}
