import { describe, expect, it } from 'vitest';
import { afterClose, NO_REFUSALS, type Refusals } from '../../../../client/editor/connection/after-close.ts';
import { CLOSE, type RefusedReason } from '../../../../shared/api/socket.ts';

/** What the same close code leads to, time after time, as `halt/mend/retry`. */
function times(code: number, count: number, why: RefusedReason | null = null): string[] {
  let refusals: Refusals = NO_REFUSALS;
  return Array.from({ length: count }, () => {
    const after = afterClose(code, refusals, why);
    refusals = after.refusals;
    return [after.halt ?? after.refused ?? '-', after.mend, after.retry ? 'again' : 'stay'].join(' ');
  });
}

describe('R47: close codes', () => {
  it.each([
    [1006, ['- nothing again', '- nothing again']],
    [CLOSE.goingAway, ['- nothing again']],
    [CLOSE.reauthorise, ['- nothing again']],
    [CLOSE.tryAgain, ['cannot-store nothing again', 'cannot-store nothing again']],
    [CLOSE.notSignedIn, ['signed-out nothing stay']],
    [CLOSE.noDocument, ['not-found nothing stay']],
    [CLOSE.otherSchema, ['reload-needed nothing stay']],
    [CLOSE.notPermitted, ['- nothing again', 'no-access nothing stay']],
    [
      CLOSE.forged,
      [
        'forged rebuild again',
        'forged keep-forged again',
        'forged keep-forged again',
        'forged keep-forged stay',
      ],
    ],
    [CLOSE.oversized, ['too-large nothing again', 'too-large keep-too-large again']],
    [
      CLOSE.flooding,
      ['rate nothing again', 'rate rebuild-unsent again', 'rate nothing again', 'rate nothing again'],
    ],
    [CLOSE.garbage, ['garbage nothing again', 'garbage nothing again', 'garbage nothing stay']],
  ])('R47: %i', (code, expected) => expect(times(code, expected.length)).toEqual(expected));

  it('R47: what is misplaced is written anew, then kept beside the text', () => {
    expect(times(CLOSE.flooding, 4, 'misplaced')).toEqual([
      'misplaced rebuild-unsent again',
      'misplaced keep-misplaced again',
      'misplaced keep-misplaced again',
      'misplaced keep-misplaced stay',
    ]);
  });

  it('R57: whoever was too slow to hear is not told that the server cannot store', () => {
    expect(afterClose(CLOSE.tryAgain, NO_REFUSALS, 'store-unavailable').refused).toBe('cannot-store');
    expect(afterClose(CLOSE.tryAgain, NO_REFUSALS, 'slow')).toMatchObject({
      refused: null,
      slow: true,
      retry: true,
    });
    expect(afterClose(CLOSE.tryAgain, NO_REFUSALS, 'crowded')).toMatchObject({
      refused: null,
      slow: false,
      retry: true,
    });
    expect(afterClose(CLOSE.tryAgain, NO_REFUSALS, 'rate').refused).toBe('rate');
  });
});
