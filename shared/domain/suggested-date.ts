import type { IsoTime } from '../model/ids.ts';
import type { Milestone, MilestoneKind } from '../model/milestone.ts';
import type { SuggestedDate } from '../model/roadmap.ts';
import type { Adoption, SilenceProcedure } from '../model/silence.ts';
import type { Stage, VersionSummary } from '../model/version.ts';

/** What happened that a roadmap may not say yet. */
export interface Happened {
  readonly versions: readonly Pick<VersionSummary, 'id' | 'name' | 'publishedAt' | 'stage'>[];
  readonly silences: readonly SilenceProcedure[];
  readonly adoption: Adoption | null;
}

const STAGE_OF: Partial<Record<MilestoneKind, Stage>> = {
  'elements-paper': 'elements',
  'zero-draft': 'zero',
  revision: 'revision',
};

/** `Rev.2` does not stand for `Rev.1`: where both have numbers, they must be the same. */
function mayMean(milestone: string, version: string): boolean {
  const [a, b] = [milestone.match(/\d+/)?.[0], version.match(/\d+/)?.[0]];
  return a === undefined || b === undefined || a === b;
}

/**
 * For milestones without a date, in their order: what has happened that they may stand for. A version, a silence and
 * the adoption are suggested once, to the first that fits; one that another milestone names or has the time of, never
 * (rule V135).
 */
export function suggestedDates(
  milestones: readonly Milestone[],
  { versions, silences, adoption }: Happened,
  now: IsoTime,
): ReadonlyMap<string, SuggestedDate> {
  const taken = new Set<string>(milestones.flatMap(({ version, actual }) => [version ?? '', actual ?? '']));
  const suggested = new Map<string, SuggestedDate>();
  for (const milestone of milestones) {
    const { id, actual } = milestone;
    if (actual !== null) continue;
    const found = suggestionFor(milestone);
    if (found === null || found.at > now) continue;
    suggested.set(id, found);
    taken.add(found.version ?? '');
    taken.add(found.at);
  }
  return suggested;

  function suggestionFor({ kind, name, version }: Milestone): SuggestedDate | null {
    const published = versions.find((one) =>
      version === null
        ? one.stage === STAGE_OF[kind] && !taken.has(one.id) && mayMean(name, one.name)
        : one.id === version,
    );
    if (published !== undefined)
      return { why: 'published', at: published.publishedAt, version: published.id };
    if (kind === 'silence') {
      const silence = silences.find(({ opensAt }) => !taken.has(opensAt));
      return silence === undefined ? null : { why: 'silence', at: silence.opensAt, version: null };
    }
    if (kind === 'adoption' && adoption !== null && !taken.has(adoption.date))
      return { why: 'adopted', at: adoption.date, version: adoption.version };
    return null;
  }
}
