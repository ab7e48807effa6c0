import { type DecidedMember, decideMember, type WantedMember } from '../../shared/domain/member.ts';
import type {
  AccountId,
  DelegationId,
  InvitationId,
  IsoTime,
  ParticipantId,
} from '../../shared/model/ids.ts';
import type { Participant } from '../../shared/model/participant.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { Rows } from '../ports/rows.ts';
import type { CommandContext } from './context.ts';
import { perform, type Request } from './perform.ts';

/** A new participant, or one with a new link, and the token that the link carries: shown this once. */
export interface Invited {
  readonly participant: Participant;
  readonly token: string;
}

/** Invites a person: an account, a participant, a delegation where it is new, and a token of which only the hash stays. */
export const invite = (
  context: CommandContext,
  request: Request,
  wanted: WantedMember,
): Promise<Result<Invited, Problem>> =>
  perform(context, request, 'members.change', 'member.invite', async ({ rows, document, now }) => {
    const { newId } = context.secrets;
    const existing = await rows.delegations.ofDocument(document.id);
    const ids = {
      participant: newId() as ParticipantId,
      account: newId() as AccountId,
      delegation: newId() as DelegationId,
    };
    const decided = decideMember(document.id, existing, wanted, ids, now);
    if (!decided.ok) return decided;
    const { participant, delegation } = decided.value;
    return ok({
      answer: await insertMember(context, rows, decided.value, now),
      subject: `participant:${participant.id}`,
      row: { participant, delegation },
      events: [{ kind: 'members-changed', participantId: participant.id }],
    });
  });

/** Gives a participant a new link. The old one stops working, and whoever entered with it is signed out. */
export const reissueInvitation = (
  context: CommandContext,
  request: Request,
  participantId: ParticipantId,
): Promise<Result<Invited, Problem>> =>
  perform(context, request, 'members.change', 'member.reissue', async ({ rows, document, now }) => {
    const participant = await rows.participants.find(participantId);
    if (participant === null || participant.documentId !== document.id || participant.removedAt !== null)
      return fail(problem('not-found', 'there is no such participant in this document'));
    const delegation = await rows.delegations.find(participant.delegationId);
    const account = await rows.accounts.find(participant.accountId);
    if (account === null || account.owner)
      return fail(problem('not-permitted', 'the owner of the server enters without an invitation'));
    await revokeInvitations(rows, participant, now);
    await rows.sessions.forgetAccount(participant.accountId);
    const token = await insertInvitation(context, rows, participant, now);
    return ok({
      answer: { participant, token },
      subject: `participant:${participant.id}`,
      row: { participant, delegation },
      events: [{ kind: 'members-changed', participantId: participant.id }],
    });
  });

/** Writes what an invitation makes, and a token for it. */
export async function insertMember(
  context: CommandContext,
  rows: Rows,
  { participant, newDelegation }: DecidedMember,
  now: IsoTime,
): Promise<Invited> {
  const { accountId, name } = participant;
  await rows.accounts.insert({ id: accountId, name, owner: false, createdAt: now });
  if (newDelegation !== null) await rows.delegations.insert(newDelegation);
  await rows.participants.insert(participant);
  return { participant, token: await insertInvitation(context, rows, participant, now) };
}

async function insertInvitation(
  { secrets }: CommandContext,
  rows: Rows,
  participant: Participant,
  now: IsoTime,
): Promise<string> {
  const token = secrets.newToken();
  await rows.invitations.insert({
    id: secrets.newId() as InvitationId,
    documentId: participant.documentId,
    participantId: participant.id,
    tokenHash: secrets.hash(token),
    createdAt: now,
    revokedAt: null,
    usedAt: null,
  });
  return token;
}

/** Makes every link of a participant useless. */
export async function revokeInvitations(rows: Rows, participant: Participant, now: IsoTime): Promise<void> {
  for (const invitation of await rows.invitations.ofDocument(participant.documentId))
    if (invitation.participantId === participant.id) await rows.invitations.revoke(invitation.id, now);
}
