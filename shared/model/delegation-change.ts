import type { IsoTime } from './ids.ts';
import type { Delegation } from './participant.ts';
import type { Signature } from './signature.ts';

/** What a delegation was called and counted as, until it was changed. */
export interface EarlierDelegation extends Pick<Delegation, 'name' | 'constituency' | 'region'> {
  readonly until: IsoTime;
}

/** A delegation as facilitators changed it, with everything it was before, the oldest first. `id` is the delegation's. */
export interface ChangedDelegation extends Delegation {
  readonly earlier: readonly EarlierDelegation[];
  readonly by: Signature;
}
