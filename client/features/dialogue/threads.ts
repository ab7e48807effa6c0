import type { Answer, Comment, Stance, StanceSubject } from '../../../shared/model/comment.ts';
import { isMember } from '../../../shared/model/group.ts';
import type { DelegationId, IsoTime, ParagraphId } from '../../../shared/model/ids.ts';
import type { RegisterRows } from '../../api/register/register-copy.ts';

/** Who agrees and who does not, each delegation once. */
export interface Stances {
  readonly agree: readonly DelegationId[];
  readonly disagree: readonly DelegationId[];
}

/** Where a question stands. Everything else has none of it. */
export type QuestionState = 'unanswered' | 'answered-open' | 'settled';

/** A comment with what was said to it. */
export interface Thread {
  readonly comment: Comment;
  /** Oldest first; withdrawn ones too. */
  readonly answers: readonly Answer[];
  readonly question: QuestionState | null;
  /** When something was last said in it. */
  readonly lastAt: IsoTime;
}

const NO_STANCES: Stances = { agree: [], disagree: [] };

/** Threads in the order in which they were begun. A withdrawn question asks nothing any more. */
export function threadsOf(rows: Pick<RegisterRows, 'comment' | 'answer' | 'group'>): Thread[] {
  const answers = new Map<string, Answer[]>();
  for (const answer of rows.answer.values()) {
    const list = answers.get(answer.commentId);
    if (list === undefined) answers.set(answer.commentId, [answer]);
    else list.push(answer);
  }
  return [...rows.comment.values()]
    .map((comment): Thread => {
      const said = (answers.get(comment.id) ?? []).sort((a, b) => compare(a.by.at, b.by.at));
      const lastAt = said.reduce((last, { by }) => (by.at > last ? by.at : last), comment.by.at);
      return { comment, answers: said, question: questionState(comment, said, rows.group), lastAt };
    })
    .sort((a, b) => compare(a.comment.by.at, b.comment.by.at) || compare(a.comment.id, b.comment.id));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * A question stays unanswered until somebody who was asked answers (anybody else, where nobody was named), and is
 * not settled before the asker says so.
 */
export function questionState(
  comment: Comment,
  answers: readonly Answer[],
  groups: RegisterRows['group'],
): QuestionState | null {
  if (comment.kind !== 'question' || comment.withdrawnAt !== null) return null;
  if (comment.settledAt !== null) return 'settled';
  const { delegations, groups: asked } = comment.addressed;
  const isAsked = ({ by }: Answer): boolean =>
    delegations.length + asked.length === 0
      ? by.delegationId !== comment.by.delegationId
      : delegations.includes(by.delegationId) ||
        asked.some((id) => {
          const group = groups.get(id);
          return by.onBehalfOf === id || (group !== undefined && isMember(group, by.delegationId, by.at));
        });
  return answers.some((answer) => answer.withdrawnAt === null && isAsked(answer))
    ? 'answered-open'
    : 'unanswered';
}

const subjectKey = ({ noun, id }: StanceSubject): string => `${noun}.${id}`;

/** Stances by what they are taken on. */
export function stancesOf(rows: Pick<RegisterRows, 'stance'>): (on: StanceSubject) => Stances {
  const found = new Map<string, { agree: DelegationId[]; disagree: DelegationId[] }>();
  for (const { on, stance, by } of rows.stance.values()) {
    if (stance === 'none') continue;
    const key = subjectKey(on);
    const both = found.get(key) ?? { agree: [], disagree: [] };
    both[stance].push(by.delegationId);
    found.set(key, both);
  }
  return (on) => found.get(subjectKey(on)) ?? NO_STANCES;
}

export const stanceIn = (stances: Stances, delegation: DelegationId): Stance['stance'] =>
  stances.agree.includes(delegation) ? 'agree' : stances.disagree.includes(delegation) ? 'disagree' : 'none';

/** The paragraph a comment was put on; null: the whole text, a proposal, or before the first paragraph. */
export const paragraphOf = ({ on }: Comment): ParagraphId | null =>
  on.noun === 'text' && on.anchor.scope !== 'text' ? on.anchor.paragraph : null;
