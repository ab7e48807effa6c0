import type { OutcomeDocument } from '../model/document.ts';
import type { IsoTime, VersionId } from '../model/ids.ts';
import type { Milestone } from '../model/milestone.ts';
import type { Delegation } from '../model/participant.ts';
import type { Roadmap, RoadmapPeriod, Station } from '../model/roadmap.ts';
import { isWithin, type ReceivedRows, receivedFrom, receivedRows } from './received.ts';
import { roadmapOf, windowState, workingDays } from './roadmap.ts';
import { runningMilestone } from './running-window.ts';
import { type Happened, suggestedDates } from './suggested-date.ts';

export interface RoadmapSource extends Happened {
  readonly document: Pick<OutcomeDocument, 'phase' | 'closesAt'>;
  readonly milestones: readonly Milestone[];
  readonly rows: Partial<ReceivedRows>;
  readonly delegations: ReadonlyMap<string, Pick<Delegation, 'constituency'>>;
}

/**
 * The roadmap with what was published and received at each station that was reached: between it and the one that was
 * reached before it (rule V134).
 */
export function stationsOf(source: RoadmapSource, now: IsoTime): Roadmap {
  const { document, versions, delegations } = source;
  const milestones = roadmapOf(source.milestones);
  const received = receivedRows(source.rows);
  const running = runningMilestone(document, milestones);
  const named = new Set(milestones.flatMap(({ version }) => version ?? []));
  const publishedIn = (period: RoadmapPeriod): VersionId[] =>
    versions
      .filter(({ id, publishedAt }) => !named.has(id) && isWithin(period, publishedAt))
      .map(({ id }) => id);
  const suggested = suggestedDates(milestones, source, now);
  let reached: IsoTime | null = null;
  const stations = milestones.map((milestone): Station => {
    const { window, actual, version } = milestone;
    const period = actual === null ? null : { from: reached, to: actual };
    if (actual !== null) reached = actual;
    return {
      milestone,
      window:
        window === null
          ? null
          : {
              state: windowState(window, now),
              running: milestone.id === running?.id,
              workingDays: workingDays(window),
            },
      period,
      versions: [...(version === null ? [] : [version]), ...(period === null ? [] : publishedIn(period))],
      received: period === null ? [] : receivedFrom(received, period, delegations),
      suggested: suggested.get(milestone.id) ?? null,
    };
  });
  const since: RoadmapPeriod = { from: reached, to: null };
  return {
    at: now,
    stations,
    since: {
      period: since,
      versions: publishedIn(since),
      received: receivedFrom(received, since, delegations),
    },
  };
}
