import type { IsoTime } from '../../../shared/model/ids.ts';
import type { Station } from '../../../shared/model/roadmap.ts';

/** Where a station stands: it happened; it takes inputs; it lies ahead; its day passed and nobody said it happened. */
export type StationState = 'reached' | 'open' | 'planned' | 'overdue';

/** A day by the calendar of UTC. */
const dayOf = (time: IsoTime): string => time.slice(0, 10);

export function stateOf(
  { milestone, window }: Pick<Station, 'milestone' | 'window'>,
  now: IsoTime,
): StationState {
  if (milestone.actual !== null) return 'reached';
  if (window?.running) return 'open';
  const due = window === null ? milestone.planned : (milestone.window?.closesAt ?? milestone.planned);
  return dayOf(due) < dayOf(now) ? 'overdue' : 'planned';
}

/** Whether it happened on the day for which it was planned. */
export const isAsPlanned = ({ actual, planned }: Station['milestone']): boolean =>
  actual !== null && dayOf(actual) === dayOf(planned);

/** Where "now" stands among the stations: before the first that lies ahead. */
export function nowPlace(stations: readonly Station[], now: IsoTime): number {
  const ahead = stations.findIndex(
    ({ milestone }) => milestone.actual === null && dayOf(milestone.planned) >= dayOf(now),
  );
  return ahead === -1 ? stations.length : ahead;
}
