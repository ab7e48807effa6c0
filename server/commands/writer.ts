import { headOf } from '../../shared/domain/group.ts';
import type { Reactions, Writer } from '../../shared/domain/written.ts';
import type { Answer, Comment, Stance } from '../../shared/model/comment.ts';
import { dispositionId } from '../../shared/model/disposition.ts';
import type { Loaded } from './perform.ts';

/** Whoever acts, as far as a change of something written is concerned. */
export async function writerOf({ rows, document, participant, delegation, now }: Loaded): Promise<Writer> {
  const named = await rows.register.find(document.id, 'head', delegation.id);
  const participants = await rows.participants.ofDocument(document.id);
  const head = headOf(delegation.id, named?.row.participantId ?? null, participants);
  return { id: participant.id, delegationId: delegation.id, head: head === participant.id, now };
}

const stands = ({ withdrawnAt }: Pick<Answer, 'withdrawnAt'>): boolean => withdrawnAt === null;

async function answersOf({ rows, document }: Loaded, commentId: Comment['id']): Promise<readonly Answer[]> {
  const answers = await rows.register.ofNoun(document.id, 'answer');
  return answers.map(({ row }) => row).filter((answer) => answer.commentId === commentId);
}

async function judgedBy({ rows, document }: Loaded, on: Stance['on']): Promise<boolean> {
  const stances = await rows.register.ofNoun(document.id, 'stance');
  return stances.some(({ row }) => row.on.noun === on.noun && row.on.id === on.id && row.stance !== 'none');
}

/** What others have made of a comment. */
export async function reactionsTo(loaded: Loaded, comment: Comment): Promise<Reactions> {
  const { rows, document, participant } = loaded;
  const { id } = comment;
  const disposition = dispositionId({ noun: 'comment', id });
  const decided = await rows.register.find(document.id, 'disposition', disposition);
  const items = await rows.register.ofNoun(document.id, 'item');
  return {
    answered: (await answersOf(loaded, id)).some(
      (answer) => stands(answer) && answer.by.participantId !== participant.id,
    ),
    judged: await judgedBy(loaded, { noun: 'comment', id }),
    handled: decided !== null || items.some(({ row }) => row.commentId === id && row.start < row.end),
  };
}

/** What others have made of an answer: only who wrote later can have answered it. */
export async function reactionsToAnswer(loaded: Loaded, answer: Answer): Promise<Reactions> {
  const thread = await answersOf(loaded, answer.commentId);
  return {
    answered: thread.some(
      (other) =>
        stands(other) && other.by.participantId !== answer.by.participantId && other.by.at > answer.by.at,
    ),
    judged: await judgedBy(loaded, { noun: 'answer', id: answer.id }),
    handled: false,
  };
}
