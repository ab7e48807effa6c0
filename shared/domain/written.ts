import type { Comment } from '../model/comment.ts';
import type { IsoTime, ParticipantId } from '../model/ids.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { Signature, Visibility } from '../model/signature.ts';

/** How long words may be mended after they were written, in minutes: typing errors, not changes of mind. */
export const EDIT_MINUTES = 15;

/** What comments and answers have in common. */
interface Written {
  readonly by: Signature;
  readonly visibility: Visibility;
  readonly withdrawnAt: IsoTime | null;
}

/** Who wants to change something written. */
export interface Writer {
  readonly id: ParticipantId;
  readonly delegationId: Signature['delegationId'];
  /** They head their delegation, and may do what an author of it could who has left. */
  readonly head: boolean;
  readonly now: IsoTime;
}

/** What others have made of something written: it must go on meaning what they reacted to. */
export interface Reactions {
  /** Somebody else answered after it. */
  readonly answered: boolean;
  /** Another delegation agreed or disagreed. */
  readonly judged: boolean;
  /** Facilitators decided on it, or split it into items, which quote it. */
  readonly handled: boolean;
}

export const NO_REACTIONS: Reactions = { answered: false, judged: false, handled: false };

/** Withdrawn things stay as they are. */
export const wasWithdrawn = ({ withdrawnAt }: Pick<Written, 'withdrawnAt'>): Problem | null =>
  withdrawnAt === null
    ? null
    : problem('withdrawn', `this was withdrawn at ${withdrawnAt}: it stays as it is`);

/** Whether somebody acts as the author: who wrote it, or the head of that delegation. */
export const isAuthor = (
  { by, from = [] }: Written & Pick<Comment, 'from'>,
  { id, delegationId, head }: Writer,
): Problem | null =>
  by.participantId === id ||
  (head && (by.delegationId === delegationId || from.some((one) => one.delegationId === delegationId)))
    ? null
    : problem('not-permitted', 'only whoever wrote this, or the head of that delegation, may do so');

/** Whether somebody may mend these words: who wrote them, soon, and before others reacted to them. */
export function mayMend(written: Written, { id, now }: Writer, reactions: Reactions): Problem | null {
  const { by, visibility } = written;
  if (by.participantId !== id)
    return problem('not-permitted', 'only whoever wrote these words may mend them');
  if (visibility === 'delegation') return null;
  if (Date.parse(now) > Date.parse(by.at) + EDIT_MINUTES * 60_000)
    return tooLate(
      `words are mended within ${EDIT_MINUTES} minutes: answer them, or withdraw and write anew`,
    );
  if (reactions.answered) return tooLate('somebody has answered these words: answer in turn');
  if (reactions.judged) return tooLate('a delegation has agreed or disagreed with these words: answer them');
  if (reactions.handled) return tooLate('the facilitators have begun to deal with these words');
  return null;
}

const tooLate = (detail: string): Problem => problem('too-late', detail);
