import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pageBeat } from '../../../../client/editor/connection/beat.ts';

/** A page whose frames are drawn by hand, and which may be hidden. */
let frames: (() => void)[] = [];
let visibility = 'visible';
let changed: () => void = () => undefined;
const draw = (): void => {
  const due = frames;
  frames = [];
  for (const act of due) act();
};
const see = (now: 'visible' | 'hidden'): void => {
  visibility = now;
  changed();
};

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  visibility = 'visible';
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => frames.push(act));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
  vi.stubGlobal('document', {
    get visibilityState() {
      return visibility;
    },
    addEventListener: (_: string, listener: () => void) => {
      changed = listener;
    },
    removeEventListener: () => undefined,
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('R59: when what came in is shown', () => {
  it('R59: with the next frame where nothing was shown lately, once however often it was asked for', () => {
    const show = vi.fn();
    const beat = pageBeat();
    beat.soon(show);
    beat.soon(show);
    expect(show).not.toHaveBeenCalled();
    draw();
    expect(show).toHaveBeenCalledOnce();
  });

  it('R59: a dozen times a second where it never ends', () => {
    const show = vi.fn();
    const beat = pageBeat();
    for (let ms = 0; ms < 1_000; ms += 8) {
      beat.soon(show);
      vi.advanceTimersByTime(8);
      draw();
    }
    expect(show.mock.calls.length).toBeGreaterThanOrEqual(10);
    expect(show.mock.calls.length).toBeLessThanOrEqual(13);
  });

  it('R59: seldom while nobody looks, and at once when somebody does', () => {
    const show = vi.fn();
    const beat = pageBeat();
    see('hidden');
    beat.soon(show);
    vi.advanceTimersByTime(4_999);
    expect(show).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(show).toHaveBeenCalledOnce();
    beat.soon(show);
    see('visible');
    expect(show).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(10_000);
    draw();
    expect(show).toHaveBeenCalledTimes(2);
  });

  it('R59: all the same where frames are not drawn, and not after the end', () => {
    const show = vi.fn();
    const beat = pageBeat();
    beat.soon(show);
    vi.advanceTimersByTime(250);
    expect(show).toHaveBeenCalledOnce();
    beat.soon(show);
    beat.stop();
    vi.advanceTimersByTime(10_000);
    draw();
    expect(show).toHaveBeenCalledOnce();
  });
});
