import type { Comment, CommentTarget } from '../model/comment.ts';
import type { CommentId, DocumentId, IsoTime } from '../model/ids.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Signature } from '../model/signature.ts';
import { isAuthor, mayMend, type Reactions, type Writer, wasWithdrawn } from './written.ts';

/** What an author says of a new comment. */
export type WrittenComment = Pick<Comment, 'kind' | 'nature' | 'text' | 'addressed' | 'visibility'>;

/** A new comment. */
export const newComment = (
  id: CommentId,
  documentId: DocumentId,
  by: Signature,
  on: CommentTarget,
  { kind, nature, text, addressed, visibility }: WrittenComment,
): Comment => ({
  id,
  documentId,
  by,
  on,
  kind,
  nature,
  text,
  addressed: {
    delegations: [...new Set(addressed.delegations)],
    groups: [...new Set(addressed.groups)],
  },
  visibility,
  settledAt: null,
  editedAt: null,
  withdrawnAt: null,
});

const refuse = (code: Problem['code'], detail: string): { readonly ok: false; readonly error: Problem } =>
  fail(problem(code, detail));

/** Mends the words of a comment. A private note may be mended as long as it is one. */
export function mendComment(
  comment: Comment,
  text: string,
  writer: Writer,
  reactions: Reactions,
): Result<Comment, Problem> {
  const refusal = wasWithdrawn(comment) ?? mayMend(comment, writer, reactions);
  return refusal === null ? ok({ ...comment, text, editedAt: writer.now }) : fail(refusal);
}

/** Takes a comment back. It stays on record, with its words. */
export function withdrawComment(comment: Comment, writer: Writer): Result<Comment, Problem> {
  const refusal = wasWithdrawn(comment) ?? isAuthor(comment, writer);
  return refusal === null ? ok({ ...comment, withdrawnAt: writer.now }) : fail(refusal);
}

/** Makes a delegation's note public. `onHidden`: it is about a proposal that the delegation keeps to itself. */
export function submitNote(comment: Comment, { head }: Writer, onHidden: boolean): Result<Comment, Problem> {
  const gone = wasWithdrawn(comment);
  if (gone !== null) return fail(gone);
  if (comment.visibility === 'public') return refuse('already-exists', 'this comment is public already');
  if (!head) return refuse('not-permitted', 'only the head of your delegation makes its notes public');
  if (onHidden)
    return refuse(
      'not-permitted',
      'this note is about a proposal of your delegation alone: submit that first',
    );
  return ok({ ...comment, visibility: 'public' });
}

/** Calls a question answered, or open again: only whoever asked does. */
export function settleQuestion(comment: Comment, settled: boolean, writer: Writer): Result<Comment, Problem> {
  const gone = wasWithdrawn(comment);
  if (gone !== null) return fail(gone);
  if (comment.kind !== 'question') {
    const said = 'is for questions';
    return fail(problem('invalid-fields', `settled: ${said}`, [{ field: 'settled', problem: said }]));
  }
  const stranger = isAuthor(comment, writer);
  if (stranger !== null) return fail(stranger);
  const settledAt: IsoTime | null = settled ? (comment.settledAt ?? writer.now) : null;
  return ok({ ...comment, settledAt });
}

/** Puts a comment where its author says that it belongs, such as on the words that its own have become. */
export function reconfirmComment(
  comment: Comment,
  on: CommentTarget,
  writer: Writer,
): Result<Comment, Problem> {
  const refusal = wasWithdrawn(comment) ?? isAuthor(comment, writer);
  if (refusal !== null) return fail(refusal);
  if (comment.on.noun !== 'text')
    return refuse('not-permitted', 'this comment is on a proposal, which it follows by itself');
  return ok({ ...comment, on });
}
