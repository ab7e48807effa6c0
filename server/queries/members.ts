import type { MembersAnswer } from '../../shared/api/member.ts';
import { publicParticipant } from '../../shared/model/participant.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import { permit } from './permit.ts';

/** Everybody who is or was a participant, and whether their link is still unused. */
export async function listMembers(
  { store }: QueryContext,
  visitor: Visitor,
): Promise<Result<MembersAnswer, Problem>> {
  const permitted = permit(visitor, 'members.view');
  if (!permitted.ok) return permitted;
  const { id } = visitor.document;
  const delegations = new Map((await store.rows.delegations.ofDocument(id)).map((d) => [d.id, d]));
  const invitations = await store.rows.invitations.ofDocument(id);
  const members = (await store.rows.participants.ofDocument(id)).flatMap((participant) => {
    const delegation = delegations.get(participant.delegationId);
    if (delegation === undefined) throw new Error(`participant ${participant.id} has no delegation`);
    const links = invitations.filter((invitation) => invitation.participantId === participant.id);
    const invited =
      links.some((link) => link.revokedAt === null && link.usedAt === null) &&
      !links.some((link) => link.usedAt !== null);
    return [{ participant: publicParticipant(participant), delegation, invited }];
  });
  return ok({ members });
}
