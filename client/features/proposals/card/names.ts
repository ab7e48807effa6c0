import type { DelegationId, GroupId } from '../../../../shared/model/ids.ts';
import type { Proposal } from '../../../../shared/model/proposal.ts';
import type { Signature } from '../../../../shared/model/signature.ts';
import type { RegisterCopy } from '../../../api/register/register-copy.ts';

/** The part of a register that names people. */
export type Names = Pick<RegisterCopy, 'directory' | 'rows'>;

export const delegationName = ({ directory }: Pick<Names, 'directory'>, id: DelegationId): string =>
  directory.delegations.get(id)?.name ?? '';

const groupName = ({ rows }: Names, id: GroupId): string => rows.group.get(id)?.name ?? '';

/** Who speaks: the group where somebody spoke for one, else the delegation. */
export const speakerName = (names: Names, by: Signature): string =>
  by.onBehalfOf === null ? delegationName(names, by.delegationId) : groupName(names, by.onBehalfOf);

/** Delegations that co-sponsor now. */
export const sponsorsOf = (proposal: Proposal): readonly DelegationId[] =>
  proposal.sponsors.filter(({ state }) => state === 'accepted').map(({ delegationId }) => delegationId);
