import { decideRemoval, decideRole } from '../../shared/domain/member.ts';
import type { ParticipantId } from '../../shared/model/ids.ts';
import type { Participant, Role } from '../../shared/model/participant.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { Rows } from '../ports/rows.ts';
import type { CommandContext } from './context.ts';
import { revokeInvitations } from './invite.ts';
import { type Loaded, type Performed, perform, type Request } from './perform.ts';

const noMember = fail(problem('not-found', 'there is no such participant in this document'));

/** Gives a participant another role. */
export const changeRole = (
  context: CommandContext,
  request: Request,
  participantId: ParticipantId,
  role: Role,
): Promise<Result<Participant, Problem>> =>
  perform(context, request, 'members.change', 'member.change-role', async (loaded) => {
    const member = await findMember(loaded, participantId);
    if (member === null) return noMember;
    const { participant, delegation, all } = member;
    const decided = decideRole(participant, delegation, role, all);
    return decided.ok ? await write(loaded.rows, decided.value, delegation) : decided;
  });

/** Ends a participant's access: row and words stay, links stop working. */
export const removeMember = (
  context: CommandContext,
  request: Request,
  participantId: ParticipantId,
): Promise<Result<Participant, Problem>> =>
  perform(context, request, 'members.change', 'member.remove', async (loaded) => {
    const member = await findMember(loaded, participantId);
    if (member === null) return noMember;
    const { participant, delegation, all } = member;
    const decided = decideRemoval(participant, all, loaded.now);
    if (!decided.ok) return decided;
    await revokeInvitations(loaded.rows, participant, loaded.now);
    return await write(loaded.rows, decided.value, delegation);
  });

async function findMember({ rows, document }: Loaded, participantId: ParticipantId) {
  const participant = await rows.participants.find(participantId);
  if (participant === null || participant.documentId !== document.id) return null;
  const delegation = await rows.delegations.find(participant.delegationId);
  if (delegation === null) throw new Error(`participant ${participant.id} has no delegation`);
  return { participant, delegation, all: await rows.participants.ofDocument(document.id) };
}

async function write(
  rows: Rows,
  participant: Participant,
  delegation: unknown,
): Promise<Result<Performed<Participant>, never>> {
  await rows.participants.update(participant);
  return ok({
    answer: participant,
    subject: `participant:${participant.id}`,
    row: { participant, delegation },
    events: [{ kind: 'members-changed', participantId: participant.id }],
  });
}
