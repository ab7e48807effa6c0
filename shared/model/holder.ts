import type { DelegationId, GroupId } from './ids.ts';

/** Who stands somewhere: a delegation for itself, or a group through a delegation that may speak for it. */
export type Holder =
  | { readonly noun: 'delegation'; readonly id: DelegationId }
  | { readonly noun: 'group'; readonly id: GroupId };

export const holderKey = ({ noun, id }: Holder): string => `${noun}.${id}`;
