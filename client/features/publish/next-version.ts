import type { Stage, VersionSummary } from '../../../shared/model/version.ts';

/** What the next version will most likely be called. `names` are the stages in the reader's language. */
export function nextVersion(
  versions: readonly Pick<VersionSummary, 'ordinal' | 'stage'>[],
  names: (stage: Stage) => string,
): { readonly stage: Stage; readonly name: string } {
  const latest = versions.toSorted((a, b) => b.ordinal - a.ordinal)[0];
  const stage: Stage = latest === undefined ? 'elements' : latest.stage === 'elements' ? 'zero' : 'revision';
  return { stage, name: nameFor(stage, versions, names) };
}

/** Revisions are counted, `Rev.2`; the other stages happen once and bear their own name. */
export function nameFor(
  stage: Stage,
  versions: readonly Pick<VersionSummary, 'stage'>[],
  names: (stage: Stage) => string,
): string {
  if (stage !== 'revision') return names(stage);
  return `Rev.${versions.filter((version) => version.stage === 'revision').length + 1}`;
}
