import { decideDelegation } from '../../shared/domain/delegation.ts';
import { decideInvitations, type WantedDelegate } from '../../shared/domain/invite-many.ts';
import type { DecidedMember, WantedDelegation } from '../../shared/domain/member.ts';
import type { AccountId, DelegationId, ParticipantId } from '../../shared/model/ids.ts';
import type { Delegation } from '../../shared/model/participant.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { notPermitted } from '../../shared/policy/refusal.ts';
import type { CommandContext } from './context.ts';
import { type Invited, insertMember } from './invite.ts';
import { perform, type Request } from './perform.ts';
import { recordRow } from './record-row.ts';
import { signed } from './signed.ts';

/** Whom many invitations invited, and who took part already. */
export interface InvitedMany {
  readonly invited: readonly (Invited & { readonly delegation: Delegation })[];
  readonly present: readonly { readonly asked: string; readonly delegation: Delegation }[];
}

/** Invites one person for each of many delegations: one act, an audit entry each, told to those who watch only once. */
export const inviteMany = (
  context: CommandContext,
  request: Request,
  wanted: readonly WantedDelegate[],
): Promise<Result<InvitedMany, Problem>> =>
  perform(context, request, 'members.change', 'member.invite', async ({ rows, document, now }) => {
    const { newId } = context.secrets;
    const decided = decideInvitations(
      document.id,
      await rows.delegations.ofDocument(document.id),
      await rows.participants.ofDocument(document.id),
      wanted,
      () => ({
        participant: newId() as ParticipantId,
        account: newId() as AccountId,
        delegation: newId() as DelegationId,
      }),
      now,
    );
    if (!decided.ok) return decided;
    const { members, present } = decided.value;
    const invited = [];
    for (const member of members)
      invited.push({
        ...(await insertMember(context, rows, member, now)),
        delegation: member.delegation,
      });
    const [first, ...more] = members.map(recordOf);
    if (first === undefined) throw new Error('somebody is invited, or it fails');
    return ok({
      answer: { invited, present },
      ...first,
      further: more.map((record) => ({ act: 'member.invite' as const, ...record })),
      // None of them has a connection yet: one event brings everybody's list of members up to date.
      events: invited
        .slice(-1)
        .map(({ participant }) => ({ kind: 'members-changed' as const, participantId: participant.id })),
    });
  });

const recordOf = ({ participant, delegation }: Pick<DecidedMember, 'participant' | 'delegation'>) => ({
  subject: `participant:${participant.id}`,
  row: { participant, delegation },
});

/**
 * Gives a delegation another name, constituency or regional group. What the audit log says of its people tells for
 * whom they speak, so each of them is recorded anew; what it was before stays in the register.
 */
export const changeDelegation = (
  context: CommandContext,
  request: Request,
  id: DelegationId,
  wanted: Partial<WantedDelegation>,
): Promise<Result<EntryOf<'delegation'>, Problem>> =>
  perform(context, request, 'members.change', 'delegation.change', async (loaded) => {
    const { rows, document } = loaded;
    const delegation = await rows.delegations.find(id);
    if (delegation === null || delegation.documentId !== document.id)
      return fail(problem('not-found', 'there is no such delegation in this document'));
    if (document.adoption !== undefined && document.adoption.recordClosedAt !== null)
      return fail(notPermitted('members.change', 'record-closed'));
    const by = await signed(loaded, null);
    if (!by.ok) return by;
    const participants = await rows.participants.ofDocument(document.id);
    const before = await rows.register.find(document.id, 'delegation', id);
    const decided = decideDelegation(wanted, {
      delegation,
      earlier: before?.row.earlier ?? [],
      all: await rows.delegations.ofDocument(document.id),
      participants,
      by: by.value,
    });
    if (!decided.ok) return decided;
    const { name, constituency, region } = decided.value;
    const changed: Delegation = { id, documentId: document.id, name, constituency, region };
    await rows.delegations.update(changed);
    const people = participants.filter(({ delegationId }) => delegationId === id);
    const { entry, events, ...recorded } = await recordRow(loaded, 'delegation', id, decided.value);
    return ok({
      answer: entry,
      ...recorded,
      further: people.map((participant) => ({
        act: 'delegation.change' as const,
        ...recordOf({ participant, delegation: changed }),
      })),
      // Those who have access are named anew beside what they write, and judged anew.
      events: [
        ...events,
        ...people
          .filter(({ removedAt }) => removedAt === null)
          .map((one) => ({ kind: 'members-changed' as const, participantId: one.id })),
      ],
    });
  });
