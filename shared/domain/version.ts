import type { DocumentId, IsoTime, ParticipantId, VersionId } from '../model/ids.ts';
import type { LabelledParagraph, Paragraph } from '../model/paragraph.ts';
import { type Problem, problem } from '../model/problem.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Stage, Version, VersionSummary } from '../model/version.ts';
import { type BaseLabels, labelParagraphs, relabelling } from '../text/labels.ts';
import { canonicalJson } from './canonical-json.ts';

export interface WantedVersion {
  readonly stage: Stage;
  readonly name: string;
  readonly letter: string;
}

/** Who publishes what, when, under which id. */
export interface Publication {
  readonly id: VersionId;
  readonly documentId: DocumentId;
  readonly by: ParticipantId;
  readonly at: IsoTime;
  readonly paragraphs: readonly Paragraph[];
}

/** Labels that a version froze, in its reading order; null before the first version. */
export const frozenBy = (version: Pick<Version, 'paragraphs'> | null): BaseLabels | null =>
  version === null ? null : new Map(version.paragraphs.map(({ id, label }) => [id, label]));

/** What a version's hash is taken over (docs/protocol.md). */
export const versionContent = (
  version: Pick<Version, 'stage' | 'name' | 'publishedAt' | 'paragraphs'>,
): string => {
  const { stage, name, publishedAt, paragraphs } = version;
  return canonicalJson({ stage, name, publishedAt, paragraphs });
};

/** What a text's hash in a preview is taken over. */
export const textContent = (paragraphs: readonly Paragraph[]): string => canonicalJson(paragraphs);

/**
 * A new version out of a text: numbered from scratch, with the table of what that renumbered upon the version before.
 * Its hash is the caller's to add.
 */
export function decideVersion(
  wanted: WantedVersion,
  publication: Publication,
  earlier: readonly VersionSummary[],
  latest: Version | null,
): Result<Omit<Version, 'hash'>, Problem> {
  const { id, documentId, by, at, paragraphs } = publication;
  const name = wanted.name.trim();
  if (earlier.some((version) => version.name === name))
    return fail(
      problem('already-exists', `a version named ${name} was published before`, [
        { field: 'name', problem: 'is taken by an earlier version' },
      ]),
    );
  if (!paragraphs.some((paragraph) => paragraph.runs.length > 0))
    return fail(problem('nothing-to-publish', 'the text is empty'));
  const labelled = labelParagraphs(paragraphs, null);
  if (latest !== null && latest.stage === wanted.stage && sameParagraphs(labelled, latest.paragraphs))
    return fail(problem('nothing-to-publish', `nothing has changed since ${latest.name}`));
  return ok({
    id,
    documentId,
    ordinal: (latest?.ordinal ?? 0) + 1,
    stage: wanted.stage,
    name,
    letter: wanted.letter,
    publishedAt: at,
    publishedBy: by,
    paragraphs: labelled,
    relabelling: relabelling(paragraphs, frozenBy(latest)),
  });
}

const sameParagraphs = (a: readonly LabelledParagraph[], b: readonly LabelledParagraph[]): boolean =>
  canonicalJson(a) === canonicalJson(b);
