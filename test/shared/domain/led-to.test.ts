import { describe, expect, it } from 'vitest';
import { inputsOf } from '../../../shared/domain/input.ts';
import { tallyInputs } from '../../../shared/domain/input-tally.ts';
import { aroundDecision, wordingChange } from '../../../shared/domain/led-to.ts';
import type { CommentId, VersionId } from '../../../shared/model/ids.ts';
import { at, comment, disposition, NO_ROWS, rowsOf, signed } from './register-sketch.ts';

describe('what a decision led to', () => {
  it('U150: the change is shown between the version that stood and the one published next', () => {
    const versions = [
      { id: 'rev2' as VersionId, ordinal: 3 },
      { id: 'zero' as VersionId, ordinal: 1 },
      { id: 'rev1' as VersionId, ordinal: 2 },
    ];
    const around = (after: string | null) => aroundDecision(after as VersionId | null, versions);
    expect(around('zero')).toEqual({ before: 'zero', next: 'rev1' });
    expect(around('rev2')).toEqual({ before: 'rev2', next: null });
    expect(around(null)).toEqual({ before: null, next: 'zero' });
  });

  it('U150: before and after can be read letter for letter, and what is new, gone or the same says so', () => {
    const text = (words: string) => ({ text: words });
    const change = wordingChange(text('We commit to act.'), text('We firmly commit to act now.'));
    const joined = (...signs: string[]): string =>
      (change?.words ?? [])
        .filter(([sign]) => signs.includes(sign))
        .map(([, words]) => words)
        .join('');
    expect([change?.kind, joined('=', '-'), joined('=', '+')]).toEqual([
      'changed',
      'We commit to act.',
      'We firmly commit to act now.',
    ]);
    expect(wordingChange(undefined, text('new'))?.kind).toBe('new');
    expect(wordingChange(text('old'), undefined)?.kind).toBe('removed');
    expect(wordingChange(text('same'), text('same'))?.kind).toBe('unchanged');
    expect(wordingChange(undefined, undefined)).toBeNull();
  });

  it('U152: every input is counted once by what became of it; what was withdrawn unanswered is not', () => {
    const on = (id: string) => ({ noun: 'comment' as const, id: id as CommentId });
    const rows = {
      ...NO_ROWS,
      comment: rowsOf(
        comment('yes', null),
        comment('no', null),
        comment('open', null),
        comment('gone', null, { withdrawnAt: at(1) }),
        comment('other', null, { by: signed('b') }),
      ),
      disposition: rowsOf(
        disposition(on('yes'), { decision: 'accepted-in-part' }),
        disposition(on('no'), {
          decision: 'not-accepted',
          reaction: { satisfied: false, reason: 'no', by: signed('a', 70) },
        }),
      ),
    };
    expect([...tallyInputs(inputsOf(rows), ({ senders }) => senders)]).toEqual([
      ['a', { all: 3, takenUp: 1, notTakenUp: 1, undecided: 1, unsatisfied: 1 }],
      ['b', { all: 1, takenUp: 0, notTakenUp: 0, undecided: 1, unsatisfied: 0 }],
    ]);
  });
});
