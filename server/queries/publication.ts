import { indexLive } from '../../shared/anchor/live-text.ts';
import type { PublicationAnswer } from '../../shared/api/comparison.ts';
import { carryDocument } from '../../shared/domain/carriage.ts';
import { openItems } from '../../shared/domain/open-items.ts';
import { frozenBy, textContent } from '../../shared/domain/version.ts';
import type { Place } from '../../shared/model/anchor.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import { labelParagraphs, relabelling } from '../../shared/text/labels.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { readParagraphs } from '../../shared/text/read.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import { comparisonOf } from './comparison.ts';
import type { QueryContext } from './context.ts';
import { inSteps } from './in-steps.ts';
import { permit } from './permit.ts';
import { visibleRows } from './visible-rows.ts';

/** What publishing now would do, with the labels it would freeze, for the facilitator to look at first. */
export async function previewPublication(
  context: QueryContext,
  visitor: Visitor,
): Promise<Result<PublicationAnswer, Problem>> {
  const permitted = permit(visitor, 'version.publish');
  if (!permitted.ok) return permitted;
  const { store, secrets, clock } = context;
  const { id } = visitor.document;
  const latest = await store.rows.versions.latest(id);
  const { paragraphs, places } = await carriedText(context, id);
  const labelled = labelParagraphs(paragraphs, null);
  const participants = await store.rows.participants.ofDocument(id);
  const comparison =
    latest === null
      ? null
      : await comparisonOf(
          context,
          {
            id: latest.id,
            versionName: latest.name,
            date: latest.publishedAt,
            paragraphs: latest.paragraphs,
          },
          { id: 'working', versionName: null, date: clock.now(), paragraphs: labelled },
        );
  return ok({
    base: latest === null ? null : summaryOf(latest),
    comparison,
    relabelling: relabelling(paragraphs, frozenBy(latest)),
    paragraphs: paragraphs.length,
    brackets: labelled.reduce((sum, { text }) => sum + text.split('[').length - 1, 0),
    audience: participants.filter((participant) => participant.removedAt === null).length,
    open: openItems((await visibleRows(context, visitor)).rows, labelled, places),
    textHash: secrets.hash(textContent(paragraphs)),
  });
}

/** The text that would be published, and where every comment and proposal would stand in it. */
async function carriedText({ store, workingTexts }: QueryContext, documentId: DocumentId) {
  const copy = await workingTexts.clone(documentId);
  try {
    const text = copy.getText(TEXT_NAME);
    const live = indexLive(text);
    const { comments, proposals } = await carryDocument(
      store.rows,
      documentId,
      { name: 'working', text: live, live },
      async () => null,
      inSteps,
    );
    const places = new Map<string, Place>([...comments, ...proposals].map(({ id, place }) => [id, place]));
    return { paragraphs: readParagraphs(text), places };
  } finally {
    copy.destroy();
  }
}

function summaryOf<Row extends { paragraphs: unknown; relabelling: unknown }>(version: Row) {
  const { paragraphs: _, relabelling: __, ...summary } = version;
  return summary;
}
