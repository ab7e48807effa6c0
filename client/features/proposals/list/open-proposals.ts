import { dispositionId } from '../../../../shared/model/disposition.ts';
import type { Proposal } from '../../../../shared/model/proposal.ts';
import type { RegisterCopy } from '../../../api/register/register-copy.ts';

/** Whether nothing was decided on a proposal and nobody has withdrawn it. */
export const isOpen = (view: Pick<RegisterCopy, 'rows'>, proposal: Proposal): boolean =>
  proposal.withdrawnAt === null &&
  !view.rows.disposition.has(dispositionId({ noun: 'proposal', id: proposal.id }));

/** Open proposals in the order in which they were made. */
export const openProposals = (view: Pick<RegisterCopy, 'rows'>): readonly Proposal[] =>
  [...view.rows.proposal.values()]
    .filter((proposal) => isOpen(view, proposal))
    .sort((a, b) => a.by.at.localeCompare(b.by.at));
