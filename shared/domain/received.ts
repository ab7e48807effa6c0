import type { DelegationId, IsoTime } from '../model/ids.ts';
import type { Delegation } from '../model/participant.ts';
import {
  RECEIVED_NOUNS,
  type ReceivedFrom,
  type ReceivedNoun,
  type RoadmapPeriod,
} from '../model/roadmap.ts';
import type { Signature } from '../model/signature.ts';
import type { RegisterRows } from './input.ts';

/** One thing that was received. */
export interface ReceivedRow {
  readonly noun: ReceivedNoun;
  readonly id: string;
  readonly by: Signature;
  /** Whose it is: of a submission that somebody else entered, the first delegation here that sent it. */
  readonly delegationId: DelegationId;
}

export type ReceivedRows = RegisterRows<ReceivedNoun>;

/**
 * Everything that counts as received, by time: public comments and proposals, declarations and statements, whether or
 * not they were withdrawn since, and positions as they stand. What a delegation keeps to itself was sent to nobody.
 */
export function receivedRows(rows: Partial<ReceivedRows>): ReceivedRow[] {
  const found: ReceivedRow[] = [];
  const take = (noun: ReceivedNoun, id: string, by: Signature, sender: DelegationId | null = null): void => {
    found.push({ noun, id, by, delegationId: sender ?? by.delegationId });
  };
  for (const { id, by, from, visibility } of rows.comment?.values() ?? [])
    if (visibility === 'public')
      take('comment', id, by, from?.find((one) => one.delegationId !== null)?.delegationId);
  for (const { id, by, visibility } of rows.proposal?.values() ?? [])
    if (visibility === 'public') take('proposal', id, by);
  for (const { id, by, standing } of rows.position?.values() ?? [])
    if (standing !== null) take('position', id, by);
  for (const { id, by } of rows.declaration?.values() ?? []) take('declaration', id, by);
  for (const { id, by } of rows.statement?.values() ?? []) take('statement', id, by);
  return found.sort((a, b) => (a.by.at < b.by.at ? -1 : a.by.at > b.by.at ? 1 : 0));
}

export const isWithin = ({ from, to }: RoadmapPeriod, at: IsoTime): boolean =>
  (from === null || at > from) && (to === null || at <= to);

/** Counts of a period by delegation, in the order in which they were first heard. */
export function receivedFrom(
  received: readonly ReceivedRow[],
  period: RoadmapPeriod,
  delegations: ReadonlyMap<string, Pick<Delegation, 'constituency'>>,
): ReceivedFrom[] {
  const counts = new Map<DelegationId, Record<ReceivedNoun, number>>();
  for (const { noun, by, delegationId } of received) {
    if (!isWithin(period, by.at)) continue;
    const own = counts.get(delegationId) ?? none();
    own[noun] += 1;
    counts.set(delegationId, own);
  }
  return [...counts].map(([delegation, own]) => ({
    delegation,
    constituency: delegations.get(delegation)?.constituency ?? null,
    counts: own,
  }));
}

const none = (): Record<ReceivedNoun, number> =>
  Object.fromEntries(RECEIVED_NOUNS.map((noun) => [noun, 0])) as Record<ReceivedNoun, number>;
