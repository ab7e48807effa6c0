import type { Answer, Comment, Stance, StanceSubject } from '../model/comment.ts';
import { stanceId } from '../model/comment.ts';
import type { AnswerId, DelegationId } from '../model/ids.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Proposal } from '../model/proposal.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Signature } from '../model/signature.ts';
import type { Statement } from '../model/statement.ts';
import { sendersOf } from './sender.ts';
import { isAuthor, mayMend, type Reactions, type Writer, wasWithdrawn } from './written.ts';

/** A new answer. What is answered to a private note stays with its delegation, also when the note is submitted. */
export function newAnswer(
  id: AnswerId,
  comment: Comment,
  by: Signature,
  text: string,
): Result<Answer, Problem> {
  if (comment.withdrawnAt !== null)
    return fail(problem('withdrawn', 'this comment was withdrawn meanwhile: it takes no more answers'));
  return ok({
    id,
    documentId: comment.documentId,
    commentId: comment.id,
    by,
    text,
    visibility: comment.visibility,
    editedAt: null,
    withdrawnAt: null,
  });
}

/** Mends the words of an answer. */
export function mendAnswer(
  answer: Answer,
  text: string,
  writer: Writer,
  reactions: Reactions,
): Result<Answer, Problem> {
  const refusal = wasWithdrawn(answer) ?? mayMend(answer, writer, reactions);
  return refusal === null ? ok({ ...answer, text, editedAt: writer.now }) : fail(refusal);
}

/** Takes an answer back. It stays on record, with its words. */
export function withdrawAnswer(answer: Answer, writer: Writer): Result<Answer, Problem> {
  const refusal = wasWithdrawn(answer) ?? isAuthor(answer, writer);
  return refusal === null ? ok({ ...answer, withdrawnAt: writer.now }) : fail(refusal);
}

/** What a stance is taken on, as far as it matters. */
export type Judged = Pick<Comment, 'by' | 'from' | 'withdrawnAt'> & Partial<Pick<Proposal, 'sponsors'>>;

/**
 * What of a statement is judged: the words are its speaker's, the delegation that it is taken for, and not of whoever
 * put them into the library.
 */
export const judgedStatement = ({ by, speaker, delegationId, withdrawnAt }: Statement): Judged => ({
  by,
  from: [{ name: speaker, delegationId }],
  withdrawnAt,
});

const isOwn = (judged: Judged, delegation: DelegationId): boolean =>
  sendersOf(judged).includes(delegation) ||
  (judged.sponsors ?? []).some(
    ({ delegationId, state }) => delegationId === delegation && state === 'accepted',
  );

/** A delegation agrees, disagrees, or takes it back: one stance each, and none on its own words. */
export function decideStance(
  on: StanceSubject,
  judged: Judged,
  stance: Stance['stance'],
  by: Signature,
  documentId: Stance['documentId'],
): Result<Stance, Problem> {
  const gone = wasWithdrawn(judged);
  if (gone !== null) return fail(gone);
  if (isOwn(judged, by.delegationId)) {
    const said = 'is what your own delegation said, wrote or sponsors: that it agrees goes without saying';
    return fail(problem('invalid-fields', `on: ${said}`, [{ field: 'on', problem: said }]));
  }
  return ok({ id: stanceId(on, by.delegationId), documentId, on, by, stance });
}
