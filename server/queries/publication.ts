import { indexText } from '../../shared/anchor/indexed-text.ts';
import { indexLive } from '../../shared/anchor/live-text.ts';
import type { PublicationAnswer } from '../../shared/api/comparison.ts';
import { carryRegister } from '../../shared/domain/carriage.ts';
import type { RegisterRows } from '../../shared/domain/input.ts';
import { openItemsSteps } from '../../shared/domain/open-items.ts';
import { frozenBy, textContent } from '../../shared/domain/version.ts';
import type { Place } from '../../shared/model/anchor.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import { labelParagraphs, relabelling } from '../../shared/text/labels.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { readParagraphs } from '../../shared/text/read.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import { giveWay, inSteps } from '../steps/in-steps.ts';
import { comparisonOf } from './comparison.ts';
import type { QueryContext } from './context.ts';
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
  const { rows } = await visibleRows(context, visitor);
  const { paragraphs, places } = await carriedText(context, id, rows);
  await giveWay();
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
  const open = await inSteps(openItemsSteps(rows, labelled, places));
  await giveWay();
  return ok({
    base: latest === null ? null : summaryOf(latest),
    comparison,
    relabelling: relabelling(paragraphs, frozenBy(latest)),
    paragraphs: paragraphs.length,
    brackets: labelled.reduce((sum, { text }) => sum + text.split('[').length - 1, 0),
    audience: participants.filter((participant) => participant.removedAt === null).length,
    open,
    textHash: secrets.hash(textContent(paragraphs)),
  });
}

/** The text that would be published, and where every comment and proposal of these rows would stand in it. */
async function carriedText(
  { store, workingTexts, comparisons }: QueryContext,
  documentId: DocumentId,
  rows: CarriedRows,
) {
  const versions = await store.rows.versions.ofDocument(documentId);
  const order = [...versions].sort((a, b) => a.ordinal - b.ordinal).map(({ id }) => id);
  const copy = await workingTexts.clone(documentId);
  try {
    await giveWay();
    const text = copy.getText(TEXT_NAME);
    const live = indexLive(text);
    const { comments, proposals } = await carryRegister(
      {
        comments: [...rows.comment.values()],
        proposals: [...rows.proposal.values()],
        carriages: order.flatMap((version) => rows.carriage.get(version) ?? []),
      },
      { name: 'working', text: live, live },
      order,
      async (name) => {
        const version = name === 'working' ? null : await store.rows.versions.find(documentId, name);
        if (version === null) return null;
        const compared = await comparisons.compare(version.paragraphs, live.paragraphs);
        return { text: indexText(version.paragraphs), live: null, compared };
      },
      inSteps,
    );
    const places = new Map<string, Place>([...comments, ...proposals].map(({ id, place }) => [id, place]));
    return { paragraphs: readParagraphs(text), places };
  } finally {
    copy.destroy();
  }
}

type CarriedRows = RegisterRows<'comment' | 'proposal' | 'carriage'>;

function summaryOf<Row extends { paragraphs: unknown; relabelling: unknown }>(version: Row) {
  const { paragraphs: _, relabelling: __, ...summary } = version;
  return summary;
}
