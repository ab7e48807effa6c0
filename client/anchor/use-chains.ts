import { useMemo } from 'react';
import { type Chains, chainsOf } from '../../shared/domain/carriage.ts';
import type { Comment } from '../../shared/model/comment.ts';
import type { Carriage } from '../../shared/model/disposition.ts';
import type { VersionId } from '../../shared/model/ids.ts';
import type { Proposal } from '../../shared/model/proposal.ts';
import type { VersionSummary } from '../../shared/model/version.ts';

/** The rows of a register that say what stands where; `RegisterView['rows']` fits. */
export interface AnchoredRows {
  readonly comment: ReadonlyMap<string, Comment>;
  readonly proposal: ReadonlyMap<string, Proposal>;
  readonly carriage: ReadonlyMap<string, Carriage>;
}

/** Ids of all versions, oldest first. */
export const useVersionOrder = (
  versions: readonly Pick<VersionSummary, 'id' | 'ordinal'>[] | undefined,
): readonly VersionId[] =>
  useMemo(() => (versions ?? []).toSorted((a, b) => a.ordinal - b.ordinal).map(({ id }) => id), [versions]);

/** What stands on a text, for `usePlaces`. The same while comments, proposals and carriages are. */
export function useChains(
  { comment, proposal, carriage }: AnchoredRows,
  order: readonly VersionId[],
): Chains {
  return useMemo(
    () =>
      chainsOf({
        comments: [...comment.values()],
        proposals: [...proposal.values()],
        carriages: order.flatMap((id) => carriage.get(id) ?? []),
      }),
    [comment, proposal, carriage, order],
  );
}
