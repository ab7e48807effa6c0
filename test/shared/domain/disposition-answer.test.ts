import { describe, expect, it } from 'vitest';
import {
  decideContest,
  decideContestAnswer,
  decideReaction,
  openContest,
} from '../../../shared/domain/disposition-answer.ts';
import type { CommentId, DelegationId, IsoTime } from '../../../shared/model/ids.ts';
import { disposition, signed } from './register-sketch.ts';

const row = disposition({ noun: 'comment', id: 'c' as CommentId });
const answered = { row, revision: 3, authors: ['a' as DelegationId] };
const late = (days: number, ms = 0): IsoTime =>
  new Date(Date.parse(row.by.at) + days * 86_400_000 + ms).toISOString() as IsoTime;
const author = (at: IsoTime) => ({ ...signed('a'), at });

describe('what an author answers', () => {
  it('O12: the delegation of the author reacts, no other, and on the revision it looked at', () => {
    const wanted = { satisfied: false, reason: ' Not what we asked. ' };
    const done = decideReaction(answered, wanted, signed('a', 90), 3);
    expect(done.ok && done.value.reaction).toEqual({
      satisfied: false,
      reason: 'Not what we asked.',
      by: signed('a', 90),
    });
    const other = decideReaction(answered, wanted, signed('b', 90), 3);
    expect(!other.ok && other.error.code).toBe('not-permitted');
    const stale = decideReaction(answered, wanted, signed('a', 90), 2);
    expect(!stale.ok && stale.error.code).toBe('already-decided');
  });

  it('O13: a summary is contested for 30 days to the millisecond', () => {
    expect(decideContest(answered, 'We said otherwise.', author(late(30))).ok).toBe(true);
    const past = decideContest(answered, 'We said otherwise.', author(late(30, 1)));
    expect(!past.ok && past.error.code).toBe('too-late');
    expect(!past.ok && past.error.detail).toContain(late(30));
  });

  it('O13: one contest waits at a time, and facilitators answer it once', () => {
    const one = decideContest(answered, 'We said otherwise.', author(late(1)));
    if (!one.ok) throw new Error('not contested');
    expect(openContest(one.value)?.text).toBe('We said otherwise.');
    const twice = decideContest({ ...answered, row: one.value }, 'Again.', author(late(2)));
    expect(!twice.ok && twice.error.code).toBe('already-exists');
    const mended = decideContestAnswer(one.value, 'Mended.', signed('facilitators', 99), '');
    if (!mended.ok) throw new Error('not answered');
    expect(openContest(mended.value)).toBe(null);
    const second = decideContestAnswer(mended.value, 'Too.', signed('facilitators', 99), 'Sample person');
    expect(!second.ok && second.error.detail).toContain('answered by Sample person at');
    const none = decideContestAnswer(row, 'What?', signed('facilitators'), '');
    expect(!none.ok && none.error.code).toBe('not-found');
  });
});
