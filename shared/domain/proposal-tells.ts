import type { Carriage } from '../model/disposition.ts';
import type { NoticeReason } from '../model/notice.ts';
import type { Acceptance, Proposal } from '../model/proposal.ts';
import type { Signature } from '../model/signature.ts';
import {
  type Audience,
  FACILITATORS,
  isNew,
  person,
  type Surroundings,
  sponsors,
  supporters,
  type Telling,
} from './telling.ts';
import { upsetBy } from './upset-proposals.ts';

/** Proposer and co-sponsors of what happens to a proposal. */
export function proposalTells(row: Proposal, before: Proposal | null, around: Surroundings): Telling[] {
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

/** A proposal was taken up: who proposed something else for the same words may have to look. */
export const acceptanceTells = (
  row: Acceptance,
  before: Acceptance | null,
  around: Surroundings,
): Telling[] =>
  row.state !== 'applied' || before?.state === 'applied'
    ? []
    : upsetBy(row, around.proposals).map(({ id, by }) => ({
        reason: 'needs-a-look',
        noun: 'proposal',
        subject: id,
        to: [person(by)],
      }));

/** What a published version did to the words that comments and proposals stand on: one notice a person. */
export function carriageTells({ id, comments, proposals }: Carriage, around: Surroundings): Telling[] {
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
