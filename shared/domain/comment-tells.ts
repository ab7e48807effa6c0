import type { Answer, Comment } from '../model/comment.ts';
import {
  type Audience,
  isNew,
  ofDelegation,
  person,
  type Surroundings,
  senders,
  supporters,
  type Telling,
} from './telling.ts';

/** Who is asked, who supports the proposal it is about, whose statement it is on. */
export function commentTells(row: Comment, before: Comment | null, around: Surroundings): Telling[] {
  if (!isNew(row, before) || row.withdrawnAt !== null) return [];
  const about = { noun: 'comment', subject: row.id } as const;
  const asked: readonly Audience[] = [
    ...row.addressed.delegations.map((delegationId) => ({ kind: 'delegation', delegationId }) as const),
    ...row.addressed.groups.map((groupId) => ({ kind: 'group', groupId }) as const),
  ];
  const proposal = row.on.noun === 'proposal' ? around.proposal(row.on.id) : undefined;
  const speaker = row.on.noun === 'statement' ? around.statement(row.on.id)?.delegationId : null;
  return [
    ...(asked.length === 0 ? [] : [{ ...about, reason: 'asked', to: asked } as const]),
    ...(proposal === undefined
      ? []
      : [{ ...about, reason: 'comment-on-proposal', to: supporters(proposal) } as const]),
    ...(speaker == null
      ? []
      : [
          {
            ...about,
            reason: 'comment-on-statement',
            to: [ofDelegation(speaker)],
          } as const,
        ]),
  ];
}

/** The asker, and whoever answered before. */
export function answerTells(row: Answer, around: Surroundings): Telling[] {
  const comment = around.comment(row.commentId);
  if (comment === undefined) return [];
  const thread = around.answers.filter(
    ({ commentId, withdrawnAt }) => commentId === comment.id && withdrawnAt === null,
  );
  const to = [...senders(comment), ...thread.map(({ by }) => person(by))];
  return [{ reason: 'answered', noun: 'answer', subject: row.id, to }];
}
