import { describe, expect, it } from 'vitest';
import { comeBackAfter, LINE_BROKE } from '../../../shared/api/come-back.ts';
import { CLOSE } from '../../../shared/api/socket.ts';

describe('R55: when somebody comes back', () => {
  it.each([
    ['a line that broke: from at once', LINE_BROKE, 0, 0, 0],
    ['to the end of its window', LINE_BROKE, 0, 1, 4_000],
    ['which doubles', LINE_BROKE, 1, 1, 8_000],
    ['up to ten seconds', LINE_BROKE, 30, 1, 10_000],
    ['a server that stops', CLOSE.goingAway, 0, 0.5, 2_000],
    ['a change of phase, soon', CLOSE.reauthorise, 0, 1, 1_000],
    ['but not ever as soon', CLOSE.reauthorise, 3, 1, 8_000],
    ['a server that cannot store gets rest', CLOSE.tryAgain, 0, 1, 10_000],
    ['more each time, up to half a minute', CLOSE.tryAgain, 9, 1, 30_000],
    ['and one that is flooded', CLOSE.flooding, 1, 0.5, 10_000],
    ['who is refused asks seldom', CLOSE.notPermitted, 0, 0, 30_000],
  ])('%s: code %i', (_, code, attempts, random, delay) =>
    expect(comeBackAfter(code, attempts, random)).toBe(delay),
  );

  it('what the server asks to wait is waited, and the window comes behind it', () => {
    expect(comeBackAfter(CLOSE.tryAgain, 0, 0, 7_000)).toBe(7_000);
    expect(comeBackAfter(CLOSE.tryAgain, 0, 1, 7_000)).toBe(17_000);
  });
});
