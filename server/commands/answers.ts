import type { WantedAnswer, WantedStance } from '../../shared/api/comment.ts';
import * as decide from '../../shared/domain/answer.ts';
import type { Writer } from '../../shared/domain/written.ts';
import type { Act } from '../../shared/model/audit.ts';
import type { Answer } from '../../shared/model/comment.ts';
import type { AnswerId, CommentId } from '../../shared/model/ids.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { CommandContext } from './context.ts';
import { type Loaded, perform, type Request } from './perform.ts';
import { recordRow } from './record-row.ts';
import { seenSubject } from './seen-subject.ts';
import { signed } from './signed.ts';
import { reactionsToAnswer, writerOf } from './writer.ts';

const missing = (noun: string) => fail(problem('not-found', `there is no such ${noun}`));

/** Answers a comment. */
export const answerComment = (
  context: CommandContext,
  request: Request,
  commentId: CommentId,
  wanted: WantedAnswer,
): Promise<Result<EntryOf<'answer'>, Problem>> =>
  perform(context, request, 'comment.write', 'answer.write', async (loaded) => {
    const comment = await seenSubject(loaded, 'comment', commentId);
    if (comment === null) return missing('comment');
    const by = await signed(loaded, wanted.onBehalfOf);
    if (!by.ok) return by;
    const id = context.secrets.newId() as AnswerId;
    const decided = decide.newAnswer(id, comment, by.value, wanted.text);
    if (!decided.ok) return decided;
    const { entry, ...recorded } = await recordRow(loaded, 'answer', id, decided.value);
    return ok({ answer: entry, ...recorded });
  });

const change = (
  context: CommandContext,
  request: Request,
  act: Act,
  id: AnswerId,
  decideOn: (answer: Answer, writer: Writer, loaded: Loaded) => Promise<Result<Answer, Problem>>,
): Promise<Result<EntryOf<'answer'>, Problem>> =>
  perform(context, request, 'comment.write', act, async (loaded) => {
    const answer = await seenSubject(loaded, 'answer', id);
    if (answer === null) return missing('answer');
    const decided = await decideOn(answer, await writerOf(loaded), loaded);
    if (!decided.ok) return decided;
    const { entry, ...recorded } = await recordRow(loaded, 'answer', id, decided.value);
    return ok({ answer: entry, ...recorded });
  });

/** Mends the words of one's own answer. */
export const editAnswer = (context: CommandContext, request: Request, id: AnswerId, text: string) =>
  change(context, request, 'answer.edit', id, async (answer, writer, loaded) =>
    decide.mendAnswer(answer, text, writer, await reactionsToAnswer(loaded, answer)),
  );

/** Takes an answer back; it stays on record. */
export const withdrawAnswer = (context: CommandContext, request: Request, id: AnswerId) =>
  change(context, request, 'answer.withdraw', id, async (answer, writer) =>
    decide.withdrawAnswer(answer, writer),
  );

/** Takes the stance of one's delegation; a later one stands instead. */
export const takeStance = (
  context: CommandContext,
  request: Request,
  { on, stance, onBehalfOf }: WantedStance,
): Promise<Result<EntryOf<'stance'>, Problem>> =>
  perform(context, request, 'comment.write', 'stance.take', async (loaded) => {
    const subject = await seenSubject(loaded, on.noun, on.id);
    if (subject === null) return missing(on.noun);
    const judged = 'speaker' in subject ? decide.judgedStatement(subject) : subject;
    const by = await signed(loaded, onBehalfOf);
    if (!by.ok) return by;
    const decided = decide.decideStance(on, judged, stance, by.value, loaded.document.id);
    if (!decided.ok) return decided;
    const { entry, ...recorded } = await recordRow(loaded, 'stance', decided.value.id, decided.value);
    return ok({ answer: entry, ...recorded });
  });
