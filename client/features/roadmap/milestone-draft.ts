import type { MilestoneBody } from '../../../shared/api/milestone.ts';
import { workingDays } from '../../../shared/domain/roadmap.ts';
import { deadlineAt, openingAt, wallTime } from '../../../shared/domain/time-zone.ts';
import type { IsoTime, VersionId } from '../../../shared/model/ids.ts';
import type { InputWindow, Milestone, MilestoneKind } from '../../../shared/model/milestone.ts';
import type { SuggestedDate } from '../../../shared/model/roadmap.ts';

/** A milestone as the form holds it: days and wall times as text, empty where nothing was entered. */
export interface MilestoneDraft {
  readonly kind: MilestoneKind;
  readonly name: string;
  readonly planned: string;
  readonly actual: string;
  readonly version: string;
  readonly windowed: boolean;
  readonly opens: string;
  readonly closes: string;
  readonly zone: string;
}

export const EMPTY_MILESTONE: MilestoneDraft = {
  kind: 'other',
  name: '',
  planned: '',
  actual: '',
  version: '',
  windowed: false,
  opens: '',
  closes: '',
  zone: 'America/New_York',
};

/** The day of a time by the calendar of UTC, as days are entered. */
const dayOf = (time: IsoTime | null): string => time?.slice(0, 10) ?? '';

export const draftOf = ({ kind, name, planned, actual, version, window }: Milestone): MilestoneDraft => ({
  kind,
  name,
  planned: dayOf(planned),
  actual: dayOf(actual),
  version: version ?? '',
  windowed: window !== null,
  opens: window === null ? '' : wallTime(window.opensAt, window.timeZone),
  closes: window === null ? '' : wallTime(window.closesAt, window.timeZone),
  zone: window?.timeZone ?? EMPTY_MILESTONE.zone,
});

/** The window of a draft once both of its times are entered; null before, or where it closes first. */
export function windowOf({ windowed, opens, closes, zone }: MilestoneDraft): InputWindow | null {
  if (!windowed) return null;
  const [opensAt, closesAt] = [openingAt(opens, zone), deadlineAt(closes, zone)];
  return opensAt === null || closesAt === null || closesAt <= opensAt
    ? null
    : { opensAt, closesAt, timeZone: zone };
}

export const workingDaysOf = (draft: MilestoneDraft): number | null => {
  const window = windowOf(draft);
  return window === null ? null : workingDays(window);
};

/**
 * What is sent. A time that was not touched goes as it was: the form shows days and minutes, and must not round what
 * was recorded to the millisecond.
 */
export function bodyOf(draft: MilestoneDraft, before: Milestone | null): MilestoneBody {
  const was = before === null ? null : draftOf(before);
  const day = (field: 'planned' | 'actual'): string | null =>
    draft[field] === '' ? null : was?.[field] === draft[field] ? (before?.[field] ?? null) : draft[field];
  const sameZone = was?.zone === draft.zone;
  const wall = (field: 'opens' | 'closes', recorded: IsoTime | undefined) =>
    sameZone && was?.[field] === draft[field] && recorded !== undefined
      ? recorded
      : { wall: draft[field], timeZone: draft.zone };
  return {
    kind: draft.kind,
    name: draft.name.trim(),
    planned: day('planned'),
    actual: day('actual'),
    version: draft.version === '' ? null : (draft.version as VersionId),
    window: draft.windowed
      ? {
          opensAt: wall('opens', before?.window?.opensAt),
          closesAt: wall('closes', before?.window?.closesAt),
          timeZone: draft.zone,
        }
      : null,
  };
}

/** A milestone as it is, with what was suggested for it. */
export const withSuggested = (milestone: Milestone, { at, version }: SuggestedDate): MilestoneBody => ({
  ...bodyOf(draftOf(milestone), milestone),
  actual: at,
  version: milestone.version ?? version,
});

/** A milestone as it is, reached today. */
export const reachedToday = (milestone: Milestone, now: Date): MilestoneBody => ({
  ...bodyOf(draftOf(milestone), milestone),
  actual: now.toISOString().slice(0, 10),
});
