import type { PublicationAnswer } from '../../shared/api/comparison.ts';
import { openItems } from '../../shared/domain/open-items.ts';
import { frozenBy, textContent } from '../../shared/domain/version.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import { labelParagraphs, relabelling } from '../../shared/text/labels.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import { comparisonOf } from './comparison.ts';
import type { QueryContext } from './context.ts';
import { permit } from './permit.ts';
import { workingParagraphs } from './texts.ts';
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
  const paragraphs = await workingParagraphs(context, id);
  const labelled = labelParagraphs(paragraphs, null);
  const participants = await store.rows.participants.ofDocument(id);
  const comparison =
    latest === null
      ? null
      : comparisonOf(
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
    open: openItems((await visibleRows(context, visitor)).rows, labelled, new Map()),
    textHash: secrets.hash(textContent(paragraphs)),
  });
}

function summaryOf<Row extends { paragraphs: unknown; relabelling: unknown }>(version: Row) {
  const { paragraphs: _, relabelling: __, ...summary } = version;
  return summary;
}
