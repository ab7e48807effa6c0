import { dispositionId } from '../../../../shared/model/disposition.ts';
import type { Proposal } from '../../../../shared/model/proposal.ts';
import type { RegisterCopy } from '../../../api/register/register-copy.ts';

/** Whether nothing was decided on a proposal, or it was deferred, and nobody has withdrawn it. */
export function isOpen(view: Pick<RegisterCopy, 'rows'>, proposal: Proposal): boolean {
  const disposition = view.rows.disposition.get(dispositionId({ noun: 'proposal', id: proposal.id }));
  return proposal.withdrawnAt === null && (disposition === undefined || disposition.decision === 'deferred');
}

/** Open proposals in the order in which they were made. */
export const openProposals = (view: Pick<RegisterCopy, 'rows'>): readonly Proposal[] =>
  [...view.rows.proposal.values()]
    .filter((proposal) => isOpen(view, proposal))
    .sort((a, b) => a.by.at.localeCompare(b.by.at));
