import type { Answer, Comment } from '../model/comment.ts';
import type { Carriage, Disposition, InputSubject, Item } from '../model/disposition.ts';
import type { Phase } from '../model/document.ts';
import type {
  CommentId,
  DelegationId,
  GroupId,
  ItemId,
  ParticipantId,
  ProposalId,
  VersionId,
} from '../model/ids.ts';
import type { Notice, NoticeReason } from '../model/notice.ts';
import type { Acceptance, Proposal } from '../model/proposal.ts';
import type { RegisterEntry, RegisterNoun } from '../model/register.ts';
import type { Signature } from '../model/signature.ts';
import type { Statement } from '../model/statement.ts';
import { upsetBy } from './upset-proposals.ts';

/** Who should be told, before anybody asks who of them is still there and may see it. */
export type Audience =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'facilitators' }
  /** One person; where their access has ended, whoever else speaks for the delegation. */
  | { readonly kind: 'person'; readonly participantId: ParticipantId; readonly delegationId: DelegationId }
  | { readonly kind: 'delegation'; readonly delegationId: DelegationId }
  | { readonly kind: 'group'; readonly groupId: GroupId };

/** One thing to tell, and to whom. */
export interface Telling extends Pick<Notice, 'reason' | 'noun' | 'subject'> {
  readonly to: readonly Audience[];
}

const person = ({ participantId, delegationId }: Signature): Audience => ({
  kind: 'person',
  participantId,
  delegationId,
});
const FACILITATORS: readonly Audience[] = [{ kind: 'facilitators' }];

export const versionPublished = (id: VersionId): Telling => ({
  reason: 'version-published',
  noun: 'version',
  subject: id,
  to: [{ kind: 'everybody' }],
});

export const phaseChanged = (phase: Phase): Telling => ({
  reason: 'phase-changed',
  noun: 'document',
  subject: phase,
  to: [{ kind: 'everybody' }],
});

/** Nouns of the register whose revisions tell somebody something. */
export const TELLING_NOUNS: ReadonlySet<RegisterNoun> = new Set([
  'comment',
  'answer',
  'proposal',
  'disposition',
  'acceptance',
  'carriage',
]);

/** What else a telling depends on: the rows that the new one hangs on, and the answers of its thread. */
export interface Surroundings {
  comment(id: CommentId): Comment | undefined;
  proposal(id: ProposalId): Proposal | undefined;
  item(id: ItemId): Item | undefined;
  statement(id: string): Statement | undefined;
  readonly answers: readonly Answer[];
  /** All of them, where one was taken up. */
  readonly proposals: readonly Proposal[];
}

/**
 * What a revision of a row tells (`before`: the revision it replaces). Who did it is told nothing: `recipients`
 * leaves them out, and whoever may not see the row.
 */
export function tellingsOf(
  after: RegisterEntry,
  before: RegisterEntry | null,
  around: Surroundings,
): readonly Telling[] {
  switch (after.noun) {
    case 'comment':
      return commentTells(after.row, (before?.row as Comment | undefined) ?? null, around);
    case 'answer':
      return before === null ? answerTells(after.row, around) : [];
    case 'proposal':
      return proposalTells(after.row, (before?.row as Proposal | undefined) ?? null, around);
    case 'disposition':
      return dispositionTells(after.row, (before?.row as Disposition | undefined) ?? null, around);
    case 'acceptance':
      return acceptanceTells(after.row, (before?.row as Acceptance | undefined) ?? null, around);
    case 'carriage':
      return carriageTells(after.row, around);
    default:
      return [];
  }
}

/** New to those who see it: just written, or just submitted by the head of the delegation. */
const isNew = <Row extends { readonly visibility: string }>(row: Row, before: Row | null): boolean =>
  before === null || (before.visibility === 'delegation' && row.visibility === 'public');

function commentTells(row: Comment, before: Comment | null, around: Surroundings): Telling[] {
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
            to: [{ kind: 'delegation', delegationId: speaker }],
          } as const,
        ]),
  ];
}

function answerTells(row: Answer, around: Surroundings): Telling[] {
  const comment = around.comment(row.commentId);
  if (comment === undefined) return [];
  const thread = around.answers.filter(
    ({ commentId, withdrawnAt }) => commentId === comment.id && withdrawnAt === null,
  );
  const to = [...senders(comment), ...thread.map(({ by }) => person(by))];
  return [{ reason: 'answered', noun: 'answer', subject: row.id, to }];
}

/** The proposer, and the delegations that co-sponsor. */
const supporters = (proposal: Proposal): Audience[] => [person(proposal.by), ...sponsors(proposal)];
const sponsors = ({ sponsors: all }: Proposal): Audience[] =>
  all
    .filter(({ state }) => state === 'accepted')
    .map(({ askedBy, delegationId }) => ({ kind: 'person', participantId: askedBy, delegationId }));

function proposalTells(row: Proposal, before: Proposal | null, around: Surroundings): Telling[] {
  const tell = (reason: NoticeReason, to: readonly Audience[]): Telling => ({
    reason,
    noun: 'proposal',
    subject: row.id,
    to,
  });
  const tellings: Telling[] = [];
  const amended = row.amends === null ? undefined : around.proposal(row.amends);
  if (isNew(row, before) && amended !== undefined) tellings.push(tell('amended', supporters(amended)));
  if (before === null) return tellings;
  if (row.editedAt !== before.editedAt || row.withdrawnAt !== before.withdrawnAt)
    tellings.push(tell('proposal-edited', sponsors(row)));
  for (const sponsor of row.sponsors) {
    const old = before.sponsors.find(({ delegationId }) => delegationId === sponsor.delegationId);
    if (old?.state === sponsor.state) continue;
    const asker: Audience = {
      kind: 'person',
      participantId: sponsor.askedBy,
      delegationId: sponsor.delegationId,
    };
    // Whoever asks or leaves is heard by the proposer; what the proposer answers, by the one who asked.
    const byProposer = sponsor.state === 'accepted' || sponsor.state === 'declined';
    const reason = sponsor.state === 'asked' ? 'sponsorship-asked' : 'sponsorship-answered';
    tellings.push(tell(reason, [byProposer ? asker : person(row.by)]));
  }
  const offer = row.compromises.at(-1);
  if (offer !== undefined && row.compromises.length > before.compromises.length)
    tellings.push(tell('compromise-offered', supporters(row)));
  if (offer?.answer && before.compromises.at(-1)?.answer == null)
    tellings.push(tell('compromise-answered', FACILITATORS));
  return tellings;
}

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

/** Who wrote a comment, and the delegations whose words they entered. */
const senders = ({ by, from = [] }: Comment): Audience[] => [
  person(by),
  ...from.flatMap(({ delegationId }) =>
    delegationId === null ? [] : [{ kind: 'delegation', delegationId } as const],
  ),
];

const decided = ({ decision, reason, summary, ledTo }: Disposition): string =>
  JSON.stringify([decision, reason, summary, ledTo]);

function dispositionTells(row: Disposition, before: Disposition | null, around: Surroundings): Telling[] {
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

/** A proposal was taken up: who proposed something else for the same words may have to look. */
const acceptanceTells = (row: Acceptance, before: Acceptance | null, around: Surroundings): Telling[] =>
  row.state !== 'applied' || before?.state === 'applied'
    ? []
    : upsetBy(row, around.proposals).map(({ id, by }) => ({
        reason: 'needs-a-look',
        noun: 'proposal',
        subject: id,
        to: [person(by)],
      }));

/** What a published version did to the words that comments and proposals stand on: one notice a person. */
function carriageTells({ id, comments, proposals }: Carriage, around: Surroundings): Telling[] {
  const upset = ({ place }: Carriage['comments'][number] | Carriage['proposals'][number]) =>
    place.carry !== 'unchanged' && place.carry !== 'moved';
  const signatures = <Row extends { readonly by: Signature; readonly withdrawnAt: string | null }>(
    rows: readonly (Row | undefined)[],
  ): Audience[] =>
    rows.flatMap((row) => (row === undefined || row.withdrawnAt !== null ? [] : [person(row.by)]));
  const authors = signatures(comments.filter(upset).map((comment) => around.comment(comment.id)));
  const proposers = signatures(proposals.filter(upset).map((proposal) => around.proposal(proposal.id)));
  return [
    { reason: 'reconfirm' as const, to: authors },
    { reason: 'needs-a-look' as const, to: proposers },
  ]
    .filter(({ to }) => to.length > 0)
    .map((telling) => ({ ...telling, noun: 'carriage', subject: id }));
}
