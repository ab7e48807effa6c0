import type { Disposition, InputSubject } from '../model/disposition.ts';
import type { NoticeReason } from '../model/notice.ts';
import {
  type Audience,
  FACILITATORS,
  person,
  type Surroundings,
  senders,
  supporters,
  type Telling,
} from './telling.ts';

/** Whose input it was. */
function originators(on: InputSubject, around: Surroundings): Audience[] {
  if (on.noun === 'proposal') {
    const proposal = around.proposal(on.id);
    return proposal === undefined ? [] : supporters(proposal);
  }
  const commentId = on.noun === 'item' ? around.item(on.id)?.commentId : on.id;
  const comment = commentId === undefined ? undefined : around.comment(commentId);
  return comment === undefined ? [] : senders(comment);
}

const decided = ({ decision, reason, summary, ledTo }: Disposition): string =>
  JSON.stringify([decision, reason, summary, ledTo]);

/** Originators of a decision, facilitators of what is said to it. */
export function dispositionTells(
  row: Disposition,
  before: Disposition | null,
  around: Surroundings,
): Telling[] {
  const tell = (reason: NoticeReason, to: readonly Audience[]): Telling => ({
    reason,
    noun: 'disposition',
    subject: row.id,
    to,
  });
  const tellings: Telling[] = [];
  if (before === null || decided(before) !== decided(row))
    tellings.push(tell('disposed', originators(row.on, around)));
  if (row.reaction !== null && row.reaction.by.at !== before?.reaction?.by.at)
    tellings.push(tell('reacted', FACILITATORS));
  for (const [place, contest] of row.contests.entries()) {
    const old = before?.contests[place];
    if (old === undefined) tellings.push(tell('contested', FACILITATORS));
    else if (contest.answer !== null && old.answer === null)
      tellings.push(tell('contest-answered', [person(contest.by)]));
  }
  return tellings;
}
