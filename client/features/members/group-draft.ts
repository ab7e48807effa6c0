import type { GroupRequest } from '../../../shared/api/group.ts';
import type { Group } from '../../../shared/model/group.ts';
import type { DelegationId, IsoTime } from '../../../shared/model/ids.ts';

/** A membership as the fields hold it: days as `2026-10-03`, by the calendar of UTC; empty: no day named. */
export interface DraftMember {
  readonly delegationId: DelegationId;
  readonly from: string;
  readonly until: string;
}

export interface GroupDraft {
  readonly name: string;
  readonly members: readonly DraftMember[];
  readonly spokesperson: DelegationId | null;
}

export const EMPTY_GROUP: GroupDraft = { name: '', members: [], spokesperson: null };

const dayOf = (time: IsoTime): string => time.slice(0, 10);
/** The moment a day begins. */
const beginOf = (day: string): IsoTime => `${day}T00:00:00.000Z` as IsoTime;

export const draftOf = ({ name, members, spokesperson }: Group): GroupDraft => ({
  name,
  spokesperson,
  members: members.map(({ delegationId, from, until }) => ({
    delegationId,
    from: dayOf(from),
    until: until === null ? '' : dayOf(until),
  })),
});

/**
 * What the server is asked for. A day that was left as it was keeps its very moment: looking at a group and saving it
 * changes nothing.
 */
export function groupRequestOf(
  { name, members, spokesperson }: GroupDraft,
  before: Group | null,
): GroupRequest {
  const known = (delegation: DelegationId) =>
    before?.members.find(({ delegationId }) => delegationId === delegation);
  const time = (day: string, old: IsoTime | null | undefined): IsoTime | null =>
    day === '' ? null : old != null && dayOf(old) === day ? old : beginOf(day);
  return {
    name: name.trim(),
    members: members.map(({ delegationId, from, until }) => ({
      delegationId,
      from: time(from, known(delegationId)?.from),
      until: time(until, known(delegationId)?.until),
    })),
    spokesperson: members.some(({ delegationId }) => delegationId === spokesperson) ? spokesperson : null,
  };
}
