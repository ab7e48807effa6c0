import type { StateCode } from './state.ts';

/** A day or only a year, as much as the source says: `2020-02-01`, `1973`. A year alone counts from its first day. */
export type GroupDate = string;

/** One time of membership. `from` null: the source does not say since when. `until` is the first day it is over. */
export interface UsualMembership {
  readonly code: StateCode;
  readonly from: GroupDate | null;
  readonly until: GroupDate | null;
}

/** A group of States that usually makes joint statements. */
export interface UsualGroup {
  /** Stable, for pages and imports. */
  readonly id: string;
  /** In English, as it is called at the United Nations. */
  readonly name: string;
  readonly abbreviation: string | null;
  readonly members: readonly UsualMembership[];
  /** Members that are no Member States, observers or participants, by their English names. */
  readonly otherMembers: readonly string[];
  /** Where the membership was read. */
  readonly source: string;
  /** When the list last changed, or of when its source speaks; null where that is not said. */
  readonly asOf: GroupDate | null;
  readonly note: string | null;
}

/**
 * Memberships written as `CODE`, `CODE@from`, `CODE/until` or `CODE@from/until`, parted by white space. The lists are
 * ours, so what does not read is a bug and throws.
 */
export const readMembers = (written: string): readonly UsualMembership[] =>
  written
    .trim()
    .split(/\s+/)
    .map((word) => {
      const parts = /^([A-Z]{3})(?:@(\d{4}(?:-\d\d-\d\d)?))?(?:\/(\d{4}(?:-\d\d-\d\d)?))?$/.exec(word);
      if (parts?.[1] === undefined) throw new Error(`no membership: ${word}`);
      return { code: parts[1], from: parts[2] ?? null, until: parts[3] ?? null };
    });

/** The codes of a group's members on a day (`YYYY-MM-DD`); without a day, whose membership has not ended. */
export const membersOn = (group: UsualGroup, day: string | null): readonly StateCode[] =>
  group.members
    .filter(({ from, until }) =>
      day === null ? until === null : (from === null || from <= day) && (until === null || day < until),
    )
    .map(({ code }) => code);
