import type { AskedAnchor } from '../../shared/api/asked-anchor.ts';
import * as decide from '../../shared/domain/comment.ts';
import type { Writer } from '../../shared/domain/written.ts';
import type { Act } from '../../shared/model/audit.ts';
import type { Comment } from '../../shared/model/comment.ts';
import type { CommentId } from '../../shared/model/ids.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { CommandContext } from './context.ts';
import { type Loaded, perform, type Request } from './perform.ts';
import { recordRow } from './record-row.ts';
import { seenSubject } from './seen-subject.ts';
import { stand } from './stand.ts';
import { onText } from './write-comment.ts';
import { reactionsTo, writerOf } from './writer.ts';

type Changed = Promise<Result<EntryOf<'comment'>, Problem>>;

/** A change of a comment that whoever acts can see: a further revision of it. */
const change = (
  context: CommandContext,
  request: Request,
  act: Act,
  id: CommentId,
  decideOn: (
    comment: Comment,
    writer: Writer,
    loaded: Loaded,
  ) => Result<Comment, Problem> | Promise<Result<Comment, Problem>>,
): Changed =>
  perform(context, request, 'comment.write', act, async (loaded) => {
    const comment = await seenSubject(loaded, 'comment', id);
    if (comment === null) return fail(problem('not-found', 'there is no such comment'));
    const decided = await decideOn(comment, await writerOf(loaded), loaded);
    if (!decided.ok) return decided;
    const { entry, ...recorded } = await recordRow(loaded, 'comment', id, decided.value);
    return ok({ answer: entry, ...recorded });
  });

/** Mends the words of one's own comment. */
export const editComment = (
  context: CommandContext,
  request: Request,
  id: CommentId,
  text: string,
): Changed =>
  change(context, request, 'comment.edit', id, async (comment, writer, loaded) =>
    decide.mendComment(comment, text, writer, await reactionsTo(loaded, comment)),
  );

/** Takes a comment back; it stays on record. */
export const withdrawComment = (context: CommandContext, request: Request, id: CommentId): Changed =>
  change(context, request, 'comment.withdraw', id, decide.withdrawComment);

/** Makes a note of one's own delegation public. */
export const submitComment = (context: CommandContext, request: Request, id: CommentId): Changed =>
  change(context, request, 'comment.submit', id, async (comment, writer, loaded) => {
    const { on } = comment;
    const proposal = on.noun === 'proposal' ? await seenSubject(loaded, 'proposal', on.id) : null;
    return decide.submitNote(comment, writer, proposal?.visibility === 'delegation');
  });

/** Calls one's own question answered, or open again. */
export const settleQuestion = (
  context: CommandContext,
  request: Request,
  id: CommentId,
  settled: boolean,
): Changed =>
  change(context, request, 'comment.settle', id, (comment, writer) =>
    decide.settleQuestion(comment, settled, writer),
  );

/** Puts one's own comment on the words that it belongs to now. */
export async function reconfirmComment(
  context: CommandContext,
  request: Request,
  id: CommentId,
  asked: AskedAnchor,
): Changed {
  const anchor = await stand(context, request.documentId, asked, '');
  return await change(context, request, 'comment.reconfirm', id, (comment, writer, loaded) => {
    const on = onText(loaded, asked, anchor);
    return on.ok ? decide.reconfirmComment(comment, on.value, writer) : on;
  });
}
