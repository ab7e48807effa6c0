import type { PositionsReadingAnswer } from '../../shared/api/position-reading.ts';
import { EVERYBODY } from '../../shared/api/position-reading.ts';
import { mostContested, objectingIn, objectionPairs } from '../../shared/domain/contested.ts';
import { buildMatrix } from '../../shared/domain/position-matrix.ts';
import {
  type ConsensusReading,
  type Frame,
  type RemainingObjection,
  readConsensus,
} from '../../shared/domain/rough-consensus.ts';
import { paragraphsBelow, silentOn } from '../../shared/domain/silent-on.ts';
import type { VersionId } from '../../shared/model/ids.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import { notFound, permit } from './permit.ts';
import { findVersion } from './texts.ts';
import { tiesOn } from './ties.ts';

/** Where rough consensus could be on a version, what stands against it, and who has not been heard. */
export async function readPositions(
  context: QueryContext,
  visitor: Visitor,
  name: 'latest' | VersionId,
  asked: typeof EVERYBODY | Exclude<Frame, null>[number],
): Promise<Result<PositionsReadingAnswer, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const version = await findVersion(context, visitor, name);
  if (!version.ok) return version;
  const { id, documentId, paragraphs } = version.value;
  const on = await context.positions.heldOn(documentId, id);
  if (on === null) return notFound('version');
  const { ties } = await tiesOn(context, documentId, id);
  const matrix = buildMatrix({
    paragraphs: paragraphs.map((paragraph) => paragraph.id),
    delegations: await context.store.rows.delegations.ofDocument(documentId),
    held: on.held,
    ties,
  });
  const frame: Frame = asked === EVERYBODY ? null : [asked];
  const readings = readConsensus(matrix, frame);
  const labels = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph.label]));
  const { pairs, total } = objectionPairs(objectingIn(matrix), matrix.paragraphs);
  return ok({
    version: id,
    head: on.head,
    frame: asked,
    paragraphs: readings.map((reading) => written(reading, labels.get(reading.paragraph) ?? '')),
    contested: mostContested(readings).map(({ paragraph }) => paragraph),
    pairs: { list: pairs, total },
    sections: paragraphs.flatMap(({ id, kind, label, text }) =>
      kind === 'heading'
        ? [{ heading: id, label, text, silent: silentOn(matrix, paragraphsBelow(paragraphs, id)) }]
        : [],
    ),
    silent: silentOn(matrix, matrix.paragraphs),
  });
}

const written = (
  { paragraph, answer, sentence, numbers, objections, outside, silent }: ConsensusReading,
  label: string,
) => ({
  paragraph,
  label,
  answer,
  sentence,
  numbers,
  objections: objections.map(objection),
  outside: outside.map(objection),
  silent,
});

const objection = ({
  holder,
  standing,
  held: { state, because, position },
  delegations,
}: RemainingObjection) => ({
  holder,
  standing,
  state,
  because,
  takenOn: position.version,
  words: position.words,
  by: position.by,
  delegations,
});
