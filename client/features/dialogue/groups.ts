import type { Place } from '../../../shared/model/anchor.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { Proposal } from '../../../shared/model/proposal.ts';
import type { ParagraphCounts, SurfaceParagraph } from '../../ui/text-surface.ts';
import type { Thread } from './threads.ts';

/** What was said on one paragraph, on the whole text (`whole`), or on what is nowhere in this text (`gone`). */
export interface Group {
  readonly key: ParagraphId | 'whole' | 'gone';
  /** By where their words stand, then by time; withdrawn ones too. */
  readonly threads: readonly Thread[];
  readonly proposals: number;
}

/** Groups in reading order; paragraphs on which nothing was said have none. */
export function groupsOf(
  threads: readonly Thread[],
  places: ReadonlyMap<string, Place>,
  paragraphs: readonly SurfaceParagraph[],
  proposals: ReadonlyMap<string, Proposal>,
): Group[] {
  const known = new Set<string>(paragraphs.map(({ id }) => id));
  const byKey = new Map<string, Thread[]>();
  for (const thread of threads) {
    const { on } = thread.comment;
    const place = places.get(thread.comment.id);
    if (place === undefined || on.noun !== 'text') continue;
    const at = place.paragraph ?? place.near;
    const key = on.anchor.scope === 'text' ? 'whole' : at !== null && known.has(at) ? at : 'gone';
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [thread]);
    else list.push(thread);
  }
  const proposed = proposalsOn(proposals);
  const keys: Group['key'][] = ['whole', 'gone', ...paragraphs.map(({ id }) => id)];
  return keys.flatMap((key): Group[] => {
    const list = byKey.get(key) ?? [];
    const count = proposed.get(key) ?? 0;
    if (list.length === 0 && count === 0) return [];
    const startOf = ({ comment }: Thread): number => places.get(comment.id)?.start ?? 0;
    return [{ key, threads: list.sort((a, b) => startOf(a) - startOf(b)), proposals: count }];
  });
}

/** How many standing proposals want to change each paragraph. */
function proposalsOn(proposals: ReadonlyMap<string, Proposal>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { changes, withdrawnAt } of proposals.values()) {
    if (withdrawnAt !== null) continue;
    for (const paragraph of new Set(changes.map((change) => change.paragraph)))
      if (paragraph !== null) counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1);
  }
  return counts;
}

export const standing = (threads: readonly Thread[]): readonly Thread[] =>
  threads.filter(({ comment }) => comment.withdrawnAt === null);

/** Counts by heading: what was said on it and on everything below it, up to the next heading. */
export function countsByHeading(
  groups: readonly Group[],
  paragraphs: readonly SurfaceParagraph[],
): ReadonlyMap<ParagraphId, ParagraphCounts> {
  const byKey = new Map<string, Group>(groups.map((group) => [group.key, group]));
  const counts = new Map<ParagraphId, ParagraphCounts>();
  let heading: ParagraphId | null = null;
  for (const { id, kind } of paragraphs) {
    if (kind === 'heading') heading = id;
    const group = byKey.get(id);
    if (heading === null || group === undefined) continue;
    const before = counts.get(heading) ?? { comments: 0, proposals: 0 };
    counts.set(heading, {
      comments: before.comments + standing(group.threads).length,
      proposals: before.proposals + group.proposals,
    });
  }
  return counts;
}
