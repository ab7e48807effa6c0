import { describe, expect, it } from 'vitest';
import { createGuesses, notePaid, settle, unpaid } from '../../../server/room/guesses.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';

const anna = 'anna' as ParticipantId;
const ben = 'ben' as ParticipantId;

describe('guesses about how heavy a text became', () => {
  it.each([
    ['nothing of it was so', { grown: 0, sure: 0, taken: 0 }, [30, 10]],
    ['all that grew was sure', { grown: 10, sure: 10, taken: 0 }, [30, 10]],
    ['a half was guessed right', { grown: 20, sure: 0, taken: 0 }, [15, 5]],
    ['all was guessed right', { grown: 40, sure: 0, taken: 0 }, [0, 0]],
    ['it grew more than was guessed', { grown: 900, sure: 0, taken: 0 }, [0, 0]],
    ['it became lighter', { grown: -20, sure: 0, taken: 0 }, [30, 10]],
    ['measuring took a half', { grown: 0, sure: 0, taken: 20 }, [15, 5]],
    ['measuring took more than there was', { grown: 0, sure: 0, taken: 100 }, [0, 0]],
  ])('R78: %s', (_what, { grown, sure, taken }, back) => {
    const guesses = { ...createGuesses(), strain: 100, sure };
    guesses.unsure += 30;
    notePaid(guesses, anna, 0);
    guesses.unsure += 10;
    notePaid(guesses, ben, 30);
    expect(settle(guesses, 200, grown, taken)).toEqual([
      [anna, back[0]],
      [ben, back[1]],
    ]);
    expect(guesses).toEqual({ ...createGuesses(), strain: 200 });
  });

  it('R78: what nobody is charged for is not counted', () => {
    const guesses = createGuesses();
    unpaid(guesses, () => Object.assign(guesses, { sure: 5, unsure: 7 }));
    expect(guesses).toEqual(createGuesses());
  });
});
