import { decideGroup, decideHead, type WantedGroup } from '../../shared/domain/group.ts';
import type { DelegationId, GroupId, ParticipantId } from '../../shared/model/ids.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { CommandContext } from './context.ts';
import { type Loaded, type Performed, perform, type Request } from './perform.ts';
import { recordRow } from './record-row.ts';
import { signed } from './signed.ts';

type GroupEntry = EntryOf<'group'>;

/** Makes a group. */
export const makeGroup = (
  context: CommandContext,
  request: Request,
  wanted: WantedGroup,
): Promise<Result<GroupEntry, Problem>> =>
  perform(context, request, 'group.change', 'group.change', (loaded) =>
    writeGroup(loaded, context.secrets.newId() as GroupId, wanted),
  );

/** Changes name, members and spokesperson of a group; every earlier revision stays. */
export const changeGroup = (
  context: CommandContext,
  request: Request,
  id: GroupId,
  wanted: WantedGroup,
): Promise<Result<GroupEntry, Problem>> =>
  perform(context, request, 'group.change', 'group.change', async (loaded) => {
    const found = await loaded.rows.register.find(loaded.document.id, 'group', id);
    if (found === null) return fail(problem('not-found', 'there is no such group'));
    return await writeGroup(loaded, id, wanted);
  });

async function writeGroup(
  loaded: Loaded,
  id: GroupId,
  wanted: WantedGroup,
): Promise<Result<Performed<GroupEntry>, Problem>> {
  const { rows, document } = loaded;
  const groups = (await rows.register.ofNoun(document.id, 'group')).map(({ row }) => row);
  const by = await signed(loaded, null);
  if (!by.ok) return by;
  const decided = decideGroup(wanted, {
    id,
    before: groups.find((group) => group.id === id) ?? null,
    others: groups,
    delegations: await rows.delegations.ofDocument(document.id),
    by: by.value,
  });
  if (!decided.ok) return decided;
  const { entry, ...recorded } = await recordRow(loaded, 'group', id, decided.value);
  return ok({ answer: entry, ...recorded });
}

/** Names the head of a delegation. */
export const nameHead = (
  context: CommandContext,
  request: Request,
  delegationId: DelegationId,
  participantId: ParticipantId,
): Promise<Result<EntryOf<'head'>, Problem>> =>
  perform(context, request, 'group.change', 'head.name', async (loaded) => {
    const { rows, document } = loaded;
    const delegation = await rows.delegations.find(delegationId);
    if (delegation === null || delegation.documentId !== document.id)
      return fail(problem('not-found', 'there is no such delegation in this document'));
    const by = await signed(loaded, null);
    if (!by.ok) return by;
    const decided = decideHead(delegation, await rows.participants.find(participantId), by.value);
    if (!decided.ok) return decided;
    const { entry, ...recorded } = await recordRow(loaded, 'head', delegationId, decided.value);
    return ok({ answer: entry, ...recorded });
  });
