import type { Comment } from '../model/comment.ts';
import { CONTEST_DAYS } from '../model/disposition.ts';
import { isMember } from '../model/group.ts';
import type { DelegationId, IsoTime } from '../model/ids.ts';
import type { Role } from '../model/participant.ts';
import type { Proposal } from '../model/proposal.ts';
import type { Statement } from '../model/statement.ts';
import { DIALOGUE_WAITING, type DialogueWaiting, type Waiting } from '../model/waiting.ts';
import {
  awaitsAnswer,
  type Input,
  type InputRows,
  inputsOf,
  isUndecided,
  type RegisterRows,
} from './input.ts';

/** Whose waiting things are asked for. */
export interface Awaited {
  readonly delegationId: DelegationId;
  readonly role: Role;
}

type WaitingRows = InputRows & RegisterRows<'answer' | 'group' | 'statement'>;

/** What waits for a participant: questions to their delegation, offers, requests, decisions; for facilitators their duties. */
export function waitingFor(me: Awaited, rows: WaitingRows, now: IsoTime): Waiting<DialogueWaiting>[] {
  const inputs = inputsOf(rows);
  const found: Record<DialogueWaiting, readonly string[]> = {
    question: questionsTo(me.delegationId, rows, now),
    compromise: ofProposals(rows, (proposal) => isOfferedTo(proposal, me.delegationId)),
    sponsorship: ofProposals(rows, (proposal) => isAskedToShare(proposal, me.delegationId)),
    reaction: inputs.filter((input) => awaitsReaction(input, me.delegationId, now)).map(({ id }) => id),
    undecided: me.role === 'facilitator' ? inputs.filter(isUndecided).map(({ id }) => id) : [],
    contest: me.role === 'facilitator' ? inputs.filter(awaitsAnswer).map(({ id }) => id) : [],
  };
  return DIALOGUE_WAITING.map((what) => ({ what, ids: found[what] })).filter(({ ids }) => ids.length > 0);
}

/** Questions that name the delegation, or a group it is in, or that are on its statement, and that it has not answered. */
function questionsTo(delegation: DelegationId, rows: WaitingRows, now: IsoTime): string[] {
  const answered = new Set<string>();
  for (const { commentId, by, withdrawnAt } of rows.answer.values())
    if (by.delegationId === delegation && withdrawnAt === null) answered.add(commentId);
  return [...rows.comment.values()]
    .filter(
      (comment) =>
        comment.kind === 'question' &&
        comment.settledAt === null &&
        comment.withdrawnAt === null &&
        comment.by.delegationId !== delegation &&
        !answered.has(comment.id) &&
        isAsked(comment, delegation, rows, now),
    )
    .map(({ id }) => id);
}

function isAsked(
  { addressed, on }: Comment,
  delegation: DelegationId,
  rows: RegisterRows<'group' | 'statement'>,
  now: IsoTime,
): boolean {
  return (
    addressed.delegations.includes(delegation) ||
    addressed.groups.some((id) => {
      const group = rows.group.get(id);
      return group !== undefined && isMember(group, delegation, now);
    }) ||
    (on.noun === 'statement' && spoke(rows.statement.get(on.id), delegation))
  );
}

/** Nobody answers for what was taken out of the library. */
const spoke = (statement: Statement | undefined, delegation: DelegationId): boolean =>
  statement !== undefined && statement.withdrawnAt === null && statement.delegationId === delegation;

const ofProposals = ({ proposal }: WaitingRows, wanted: (proposal: Proposal) => boolean): string[] =>
  [...proposal.values()].filter((row) => row.withdrawnAt === null && wanted(row)).map(({ id }) => id);

/** Other wording lies before the proposer without an answer. */
const isOfferedTo = ({ by, compromises }: Proposal, delegation: DelegationId): boolean =>
  by.delegationId === delegation && compromises.at(-1)?.answer === null;

/** Somebody asked the proposer to co-sponsor. */
const isAskedToShare = ({ by, sponsors }: Proposal, delegation: DelegationId): boolean =>
  by.delegationId === delegation && sponsors.some(({ state }) => state === 'asked');

/** The author's delegation has not said whether it is satisfied, and still may. */
export const awaitsReaction = (
  { by, senders, from, disposition }: Input,
  delegation: DelegationId,
  now: IsoTime,
): boolean =>
  disposition !== null &&
  disposition.reaction === null &&
  senders.includes(delegation) &&
  // What facilitators decide on their own input, nobody has to answer.
  (from !== null || disposition.by.delegationId !== by.delegationId) &&
  now < contestEnd(disposition.by.at);

const DAY_MS = 24 * 60 * 60 * 1000;

/** Until when a decision made then may be contested (CONTEST_DAYS). */
export const contestEnd = (decidedAt: IsoTime): IsoTime =>
  new Date(Date.parse(decidedAt) + CONTEST_DAYS * DAY_MS).toISOString() as IsoTime;

/** Whole days until a moment, counted up: 1 on the last day; 0 once it is past. */
export const daysUntil = (end: IsoTime, now: IsoTime): number =>
  Math.max(0, Math.ceil((Date.parse(end) - Date.parse(now)) / DAY_MS));
