import { frozenBy } from '../../shared/domain/version.ts';
import type { DocumentId, IsoTime, VersionId } from '../../shared/model/ids.ts';
import type { LabelledParagraph, Paragraph } from '../../shared/model/paragraph.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Version, VersionSummary } from '../../shared/model/version.ts';
import { labelParagraphs } from '../../shared/text/labels.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { readParagraphs } from '../../shared/text/read.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import { giveWay } from '../steps/in-steps.ts';
import type { QueryContext } from './context.ts';
import { notFound, permit } from './permit.ts';

/** How a request names a text: the working text, the latest version, or a version by its id. */
export type TextName = 'working' | 'latest' | VersionId;

/** A text of a document, labelled as people see it. */
export interface NamedText {
  readonly id: VersionId | 'working';
  /** Name of the version, or null for the working text. */
  readonly versionName: string | null;
  readonly date: IsoTime;
  readonly paragraphs: readonly LabelledParagraph[];
}

/** The paragraphs of the working text, read from a clone. */
export async function workingParagraphs(
  { workingTexts }: Pick<QueryContext, 'workingTexts'>,
  documentId: DocumentId,
): Promise<Paragraph[]> {
  const copy = await workingTexts.clone(documentId);
  try {
    await giveWay();
    return readParagraphs(copy.getText(TEXT_NAME));
  } finally {
    copy.destroy();
  }
}

/** A version by id or `latest`. */
export async function findVersion(
  { store }: QueryContext,
  visitor: Visitor,
  name: 'latest' | VersionId,
): Promise<Result<Version, Problem>> {
  const permitted = permit(visitor, 'version.view');
  if (!permitted.ok) return permitted;
  const { versions } = store.rows;
  const { id } = visitor.document;
  const version = name === 'latest' ? await versions.latest(id) : await versions.find(id, name);
  return version === null ? notFound('version') : ok(version);
}

/** Summaries in order of publication. */
export async function listVersions(
  { store }: QueryContext,
  visitor: Visitor,
): Promise<Result<readonly VersionSummary[], Problem>> {
  const permitted = permit(visitor, 'version.view');
  return permitted.ok ? ok(await store.rows.versions.ofDocument(visitor.document.id)) : permitted;
}

/** The working text with labels counted upon the latest version's, and that base. */
export async function workingText(context: QueryContext, visitor: Visitor) {
  const permitted = permit(visitor, 'text.view');
  if (!permitted.ok) return permitted;
  const { id } = visitor.document;
  const latest = await context.store.rows.versions.latest(id);
  const labels = frozenBy(latest);
  const paragraphs = await workingParagraphs(context, id);
  await giveWay();
  return ok({
    paragraphs: labelParagraphs(paragraphs, labels),
    base: { version: latest?.id ?? null, labels: Object.fromEntries(labels ?? []) },
  });
}

/** Any text of a document by its name, judged by the right that its kind needs. */
export async function namedText(
  context: QueryContext,
  visitor: Visitor,
  name: TextName,
): Promise<Result<NamedText, Problem>> {
  if (name === 'working') {
    const text = await workingText(context, visitor);
    if (!text.ok) return text;
    return ok({
      id: 'working',
      versionName: null,
      date: context.clock.now(),
      paragraphs: text.value.paragraphs,
    });
  }
  const version = await findVersion(context, visitor, name);
  if (!version.ok) return version;
  const { id, name: versionName, publishedAt, paragraphs } = version.value;
  return ok({ id, versionName, date: publishedAt, paragraphs });
}
