import { describe, expect, it } from 'vitest';
import { contestEnd, daysUntil, waitingFor } from '../../../shared/domain/waiting.ts';
import type { CommentId, DelegationId, GroupId, ParticipantId } from '../../../shared/model/ids.ts';
import type { Statement } from '../../../shared/model/statement.ts';
import {
  at,
  comment,
  disposition,
  group,
  NO_ROWS,
  proposal,
  rowsOf,
  signed,
  statement,
} from './register-sketch.ts';

const NOW = at(100);
const delegate = { delegationId: 'a' as DelegationId, role: 'delegate' as const };
const facilitator = { delegationId: 'facilitators' as DelegationId, role: 'facilitator' as const };
const ask = (more: Parameters<typeof comment>[2] = {}) =>
  comment('q', null, {
    kind: 'question',
    by: signed('b'),
    addressed: { delegations: [], groups: ['g' as GroupId] },
    ...more,
  });
const answer = (delegation: string) => ({
  id: 'answer' as never,
  documentId: 'd' as never,
  commentId: 'q' as CommentId,
  by: signed(delegation, 5),
  text: 'so',
  visibility: 'public' as const,
  editedAt: null,
  withdrawnAt: null,
});

describe('what waits for me', () => {
  const rows = { ...NO_ROWS, comment: rowsOf(ask()), group: rowsOf(group('g', 'a')) };

  it('U170: a question to a group waits for its members until the delegation answers or the asker is content', () => {
    expect(waitingFor(delegate, rows, NOW)).toEqual([{ what: 'question', ids: ['q'] }]);
    expect(waitingFor(delegate, { ...rows, answer: rowsOf(answer('a')) }, NOW)).toEqual([]);
    expect(waitingFor(delegate, { ...rows, answer: rowsOf(answer('c')) }, NOW)).toHaveLength(1);
    expect(waitingFor(delegate, { ...rows, comment: rowsOf(ask({ settledAt: at(9) })) }, NOW)).toEqual([]);
  });

  const toNobody = { delegations: [], groups: [] };
  const onIt = { on: { noun: 'statement', id: 's' }, addressed: toNobody } as const;
  it.each<[string, Partial<Statement>, Parameters<typeof comment>[2], object, readonly string[]]>([
    ['waits for the delegation it is taken for', {}, {}, {}, ['q']],
    ['waits once, though it names the delegation too', {}, { addressed: ask().addressed }, {}, ['q']],
    ['does not wait for another delegation', { delegationId: 'c' as DelegationId }, {}, {}, []],
    ['waits for nobody where the speaker is nobody here', { delegationId: null }, {}, {}, []],
    ['does not wait where the statement was taken out', { withdrawnAt: at(9) }, {}, {}, []],
    ['does not wait where it is on another statement', { id: 'other' }, {}, {}, []],
    ['does not wait as a mere comment', {}, { kind: 'comment' }, {}, []],
    ['does not wait for whoever asked it', {}, { by: signed('a') }, {}, []],
    ['does not wait once it is settled', {}, { settledAt: at(9) }, {}, []],
    ['does not wait once it is withdrawn', {}, { withdrawnAt: at(9) }, {}, []],
    ['does not wait once the delegation answered', {}, {}, { answer: rowsOf(answer('a')) }, []],
    ['waits on while others answer', {}, {}, { answer: rowsOf(answer('c')) }, ['q']],
  ])('U170: a question on a statement %s', (_, said, question, more, ids) => {
    const asked = {
      ...NO_ROWS,
      group: rows.group,
      comment: rowsOf(ask({ ...onIt, ...question })),
      statement: rowsOf(statement('s', { delegationId: 'a' as DelegationId, ...said })),
      ...more,
    };
    expect(waitingFor(delegate, asked, NOW)).toEqual(ids.length === 0 ? [] : [{ what: 'question', ids }]);
  });

  it('U170: offers and requests wait for the proposer', () => {
    const offered = proposal('offered', '1', {
      compromises: [{ changes: [], reason: 'so', by: signed('facilitators'), answer: null }],
    });
    const shared = proposal('shared', '1', {
      sponsors: [
        {
          delegationId: 'b' as DelegationId,
          askedBy: 'x' as ParticipantId,
          askedAt: at(1),
          state: 'asked',
          answeredAt: null,
        },
      ],
    });
    const proposals = { ...NO_ROWS, proposal: rowsOf(offered, shared) };
    expect(waitingFor(delegate, proposals, NOW)).toEqual([
      { what: 'compromise', ids: ['offered'] },
      { what: 'sponsorship', ids: ['shared'] },
    ]);
    expect(waitingFor({ ...delegate, delegationId: 'b' as DelegationId }, proposals, NOW)).toEqual([]);
  });

  it('U170: a decision waits for its author for thirty days; inputs and contests wait for facilitators', () => {
    const decided = disposition({ noun: 'comment', id: 'mine' as CommentId });
    const comments = { ...NO_ROWS, comment: rowsOf(comment('mine', null), comment('other', null)) };
    const after = { ...comments, disposition: rowsOf(decided) };
    expect(waitingFor(delegate, after, NOW)).toEqual([{ what: 'reaction', ids: ['comment.mine'] }]);
    expect(waitingFor(delegate, after, contestEnd(decided.by.at))).toEqual([]);
    const contested = disposition(decided.on, {
      reaction: { satisfied: false, reason: 'no', by: signed('a', 70) },
      contests: [{ text: 'not so', by: signed('a', 70), answer: null }],
    });
    expect(waitingFor(facilitator, { ...after, disposition: rowsOf(contested) }, NOW)).toEqual([
      { what: 'undecided', ids: ['comment.other'] },
      { what: 'contest', ids: ['comment.mine'] },
    ]);
  });

  it('U151: days left are counted up, and none are left once the time is over', () => {
    expect(daysUntil(contestEnd(at(0)), at(0))).toBe(30);
    expect(daysUntil(contestEnd(at(0)), at(1))).toBe(30);
    expect(daysUntil(at(5), at(4))).toBe(1);
    expect(daysUntil(at(5), at(5))).toBe(0);
  });
});
