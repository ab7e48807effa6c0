import type { ProposalId } from '../../../shared/model/ids.ts';
import type { RegisterView } from '../../api/register/use-register.ts';
import type { Translate } from '../../ui/messages.ts';

/** Proposals that stand, by whom and on what: `Delegation A (14)`. */
export function proposalNames(
  { rows, directory }: Pick<RegisterView, 'rows' | 'directory'>,
  t: Translate,
): ReadonlyMap<ProposalId, string> {
  const names = new Map<ProposalId, string>();
  for (const { id, by, changes, withdrawnAt } of rows.proposal.values()) {
    if (withdrawnAt !== null) continue;
    const who = directory.delegations.get(by.delegationId)?.name ?? '';
    const label = changes[0]?.base?.label ?? '';
    names.set(id, `${t('statements.card.proposalBy', { who })}${label === '' ? '' : ` (${label})`}`);
  }
  return names;
}
