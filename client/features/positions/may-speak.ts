import { decideHolder } from '../../../shared/domain/holder.ts';
import type { Group } from '../../../shared/model/group.ts';
import { type Holder, holderKey } from '../../../shared/model/holder.ts';
import type { DelegationId, IsoTime } from '../../../shared/model/ids.ts';

/** Whom a delegation may take positions for: itself, then the groups it may speak for (rule V9). */
export const holdersFor = (
  delegation: DelegationId,
  groups: Iterable<Group>,
  now: IsoTime,
): readonly Holder[] => [
  { noun: 'delegation', id: delegation },
  ...[...groups].flatMap((group): Holder[] => {
    const holder = decideHolder(delegation, group, now);
    return holder.ok ? [holder.value] : [];
  }),
];

/** The one that was asked for, else one's own delegation. */
export const holderAsked = (holders: readonly Holder[], key: string | null): Holder | null =>
  holders.find((holder) => holderKey(holder) === key) ?? holders[0] ?? null;
