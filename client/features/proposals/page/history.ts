import type { DelegationId, IsoTime } from '../../../../shared/model/ids.ts';
import type { Proposal } from '../../../../shared/model/proposal.ts';
import type { RegisterEntry } from '../../../../shared/model/register.ts';

/** What happened to a proposal between two revisions. */
export type HistoryStep = { readonly revision: number; readonly at: IsoTime } & (
  | { readonly kind: 'proposed' | 'withdrawn' | 'submitted' | 'offered' | 'answeredYes' | 'answeredNo' }
  | { readonly kind: 'edited'; readonly before: Proposal; readonly after: Proposal }
  | {
      readonly kind: 'asked' | 'accepted' | 'declined' | 'left';
      readonly delegation: DelegationId;
    }
);

/** Reads the story of a proposal out of its revisions, oldest first. */
export function historyOf(entries: readonly RegisterEntry[]): readonly HistoryStep[] {
  const inOrder = entries
    .flatMap((entry) => (entry.noun === 'proposal' ? entry : []))
    .sort((a, b) => a.revision - b.revision);
  return inOrder.flatMap((entry, k): HistoryStep[] => {
    const { revision, at, row } = entry;
    const before = inOrder[k - 1]?.row;
    // Earlier revisions of what was private at first may be withheld: the first one seen tells when it was proposed.
    if (before === undefined) return [{ kind: 'proposed', revision, at: row.by.at }];
    const steps: HistoryStep[] = [];
    if (row.editedAt !== before.editedAt) steps.push({ kind: 'edited', revision, at, before, after: row });
    if (row.visibility !== before.visibility) steps.push({ kind: 'submitted', revision, at });
    for (const { delegationId, state } of row.sponsors) {
      const was = before.sponsors.find((one) => one.delegationId === delegationId)?.state;
      if (was !== state) steps.push({ kind: state, delegation: delegationId, revision, at });
    }
    if (row.compromises.length > before.compromises.length) steps.push({ kind: 'offered', revision, at });
    for (const [nth, { answer }] of row.compromises.entries())
      if (answer !== null && (before.compromises[nth]?.answer ?? null) === null)
        steps.push({ kind: answer.accepted ? 'answeredYes' : 'answeredNo', revision, at });
    if (row.withdrawnAt !== null && before.withdrawnAt === null)
      steps.push({ kind: 'withdrawn', revision, at });
    return steps;
  });
}
