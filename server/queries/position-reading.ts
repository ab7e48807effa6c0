import type { AskedFrame, PositionsReadingAnswer } from '../../shared/api/position-reading.ts';
import { mostContested, objectingIn, objectionPairsSteps } from '../../shared/domain/contested.ts';
import type { HeldPositions } from '../../shared/domain/held-position.ts';
import { buildMatrixSteps, type MatrixFacts } from '../../shared/domain/position-matrix.ts';
import {
  type ConsensusReading,
  type RemainingObjection,
  readConsensusSteps,
} from '../../shared/domain/rough-consensus.ts';
import { paragraphsBelow, silentOn } from '../../shared/domain/silent-on.ts';
import type { VersionId } from '../../shared/model/ids.ts';
import type { Delegation } from '../../shared/model/participant.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import { mapInSteps, type Steps } from '../../shared/model/steps.ts';
import type { Version } from '../../shared/model/version.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import { inSteps } from '../steps/in-steps.ts';
import type { QueryContext } from './context.ts';
import { notFound, permit } from './permit.ts';
import { findVersion } from './texts.ts';
import { tiesOn, writeTies } from './ties.ts';

/** The last reading of what is held on a version, as JSON: made again only when something it depends on changed. */
const made = new WeakMap<HeldPositions, { readonly from: string; readonly json: Promise<string> }>();

/**
 * Where rough consensus could be on a version, what stands against it, and who has not been heard: the JSON of a
 * `positionsReadingAnswer`. 193 delegations on 300 paragraphs take two tenths of a second.
 */
export async function readingJson(
  context: QueryContext,
  visitor: Visitor,
  name: 'latest' | VersionId,
  asked: AskedFrame,
): Promise<Result<string, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const version = await findVersion(context, visitor, name);
  if (!version.ok) return version;
  const { id, documentId } = version.value;
  const delegations = await context.store.rows.delegations.ofDocument(documentId);
  const ties = await tiesOn(context, documentId, id);
  // Last, so that nothing can change between this and the reading.
  const on = await context.positions.heldOn(documentId, id);
  if (on === null) return notFound('version');
  const from = JSON.stringify([on.changes, asked, writeTies(ties).list, delegations]);
  const kept = made.get(on.held);
  if (kept?.from === from) return ok(await kept.json);
  // What is held is copied in the first step, which comes at once.
  const json = inSteps(
    readingJsonSteps(
      readingSteps(version.value, delegations, { held: on.held, ties: ties.ties }, asked),
      on.head,
    ),
  );
  made.set(on.held, { from, json });
  json.catch(() => made.delete(on.held));
  return ok(await json);
}

/** The JSON of an answer, written paragraph by paragraph: it has megabytes. */
function* readingJsonSteps(steps: ReturnType<typeof readingSteps>, head: number): Steps<string> {
  const { paragraphs, ...reading } = yield* steps;
  const written = yield* mapInSteps(paragraphs, (paragraph) => JSON.stringify(paragraph));
  return `${JSON.stringify({ ...reading, head }).slice(0, -1)},"paragraphs":[${written.join()}]}`;
}

function* readingSteps(
  { id, paragraphs }: Version,
  delegations: readonly Delegation[],
  { held, ties }: Pick<MatrixFacts, 'held' | 'ties'>,
  asked: AskedFrame,
): Steps<Omit<PositionsReadingAnswer, 'head'>> {
  const matrix = yield* buildMatrixSteps({
    paragraphs: paragraphs.map((one) => one.id),
    delegations,
    held,
    ties,
  });
  const readings = yield* readConsensusSteps(matrix, asked === 'everybody' ? null : [asked]);
  const labels = new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph.label]));
  const objecting = objectingIn(matrix);
  yield;
  const { pairs, total } = yield* objectionPairsSteps(objecting, matrix.paragraphs);
  const sections = yield* mapInSteps(paragraphs, ({ id: heading, kind, label, text }) =>
    kind === 'heading'
      ? [{ heading, label, text, silent: silentOn(matrix, paragraphsBelow(paragraphs, heading)) }]
      : [],
  );
  return {
    version: id,
    frame: asked,
    paragraphs: readings.map((reading) => written(reading, labels.get(reading.paragraph) ?? '')),
    contested: mostContested(readings).map(({ paragraph }) => paragraph),
    pairs: { list: pairs, total },
    sections: sections.flat(),
    silent: silentOn(matrix, matrix.paragraphs),
  };
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
