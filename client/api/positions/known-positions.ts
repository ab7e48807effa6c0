import type { Ties } from '../../../shared/domain/alignment.ts';
import type { HeldPosition } from '../../../shared/domain/held-position.ts';
import { type Holder, holderKey } from '../../../shared/model/holder.ts';
import type { ParagraphId, VersionId } from '../../../shared/model/ids.ts';

/** What somebody holds on a paragraph now; null: nothing any more. */
export interface HeldChange {
  readonly holder: Holder;
  readonly paragraph: ParagraphId;
  readonly held: HeldPosition | null;
}

/** What is known of one version. Another object when everything was read again or groups speak for others than before. */
export interface PositionsReading {
  readonly version: VersionId;
  /** What everybody holds, kept up to date in place. */
  readonly held: ReadonlyMap<string, ReadonlyMap<ParagraphId, HeldPosition>>;
  readonly ties: Ties;
  /** Everything that changed since this object was made, in order. It only grows. */
  readonly log: readonly HeldChange[];
}

/** The same, while it is being kept up to date. */
export interface KnownPositions extends PositionsReading {
  readonly held: Map<string, Map<ParagraphId, HeldPosition>>;
  readonly log: HeldChange[];
}

export const indexRow = (held: readonly HeldPosition[]): Map<ParagraphId, HeldPosition> =>
  new Map(held.map((one) => [one.paragraph, one]));

/** Puts one change in, and logs it for whoever follows. */
export function apply({ held, log }: KnownPositions, change: HeldChange): void {
  const key = holderKey(change.holder);
  const row = held.get(key) ?? new Map<ParagraphId, HeldPosition>();
  held.set(key, row);
  if (change.held === null) row.delete(change.paragraph);
  else row.set(change.paragraph, change.held);
  log.push(change);
}
