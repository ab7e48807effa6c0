import { inputsOfSteps } from '../../shared/domain/input.ts';
import { buildMatrixSteps } from '../../shared/domain/position-matrix.ts';
import {
  type RecordNames,
  recordDeclarations,
  recordMarks,
} from '../../shared/domain/record-declarations.ts';
import { openPoints } from '../../shared/domain/record-open.ts';
import { recordPositions } from '../../shared/domain/record-positions.ts';
import { recordSilences } from '../../shared/domain/record-silences.ts';
import { recordStatements } from '../../shared/domain/record-statements.ts';
import { tallyOf } from '../../shared/domain/synthesis.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { DocumentRecord, RecordStation, RecordText } from '../../shared/model/record.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Roadmap } from '../../shared/model/roadmap.ts';
import type { Version } from '../../shared/model/version.ts';
import { citations } from '../../shared/text/citation.ts';
import type { WrittenFile } from '../ports/files.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import { giveWay, inSteps } from '../steps/in-steps.ts';
import type { QueryContext } from './context.ts';
import { declarationRecord } from './declaration-facts.ts';
import { permit } from './permit.ts';
import { roadmap } from './roadmap.ts';
import { tiesOn } from './ties.ts';
import { type VisibleRows, visibleRows } from './visible-rows.ts';

/** The record of a document as it stands, with names and numbers instead of ids, as far as the visitor may see. */
export async function documentRecord(
  context: QueryContext,
  visitor: Visitor,
): Promise<Result<DocumentRecord, Problem>> {
  for (const action of ['version.view', 'register.view', 'audit.view'] as const) {
    const permitted = permit(visitor, action);
    if (!permitted.ok) return permitted;
  }
  const { document } = visitor;
  const { rows: stored } = context.store;
  const { id, title, phase } = document;
  const at = context.clock.now();
  const versions = await stored.versions.ofDocument(id);
  const adopted = document.adoption?.version ?? null;
  const version =
    adopted === null ? await stored.versions.latest(id) : await stored.versions.find(id, adopted);
  const visible = await visibleRows(context, visitor);
  const { rows } = visible;
  const people = new Map((await stored.participants.ofDocument(id)).map((one) => [one.id, one.name]));
  const named = new Map(versions.map((one) => [one.id as string, one.name]));
  const cited = citations(version?.paragraphs ?? []);
  const names: RecordNames = {
    group: (group) => rows.group.get(group)?.name ?? '',
    version: (one) => named.get(one) ?? '',
    cited: (paragraph) => cited.get(paragraph) ?? '',
  };
  const stations = await roadmap(context, visitor);
  if (!stations.ok) return stations;
  await giveWay();
  const text = version === null ? null : textOf(version, adopted !== null);
  const silences = recordSilences(
    [...rows.silence.values()],
    [...rows.objection.values()],
    { ...names, delegations: visible.delegations },
    at,
  );
  const inputs = tallyOf(await inSteps(inputsOfSteps(rows)));
  const { seq, hash } = await stored.audit.head(id);
  return ok({
    id,
    title,
    phase,
    at,
    open: openPoints(document, text, silences, inputs.undecided),
    adoption: adoptionOf(visible),
    text,
    stations: stations.value.stations.map((station) => stationOf(station, names)),
    versions: versions.map((one) => ({ ...one, publisher: people.get(one.publishedBy) ?? '' })),
    ...(version === null
      ? { marks: [], declarations: [], positions: [] }
      : await onVersion(context, visible, version, names)),
    silences,
    inputs,
    ...recordStatements([...rows.statement.values()], people, names),
    audit: { seq, hash },
  });
}

const textOf = ({ id, name, publishedAt, hash, paragraphs }: Version, adopted: boolean): RecordText => ({
  version: id,
  name,
  adopted,
  publishedAt,
  hash,
  paragraphs,
});

function adoptionOf({ rows }: VisibleRows): DocumentRecord['adoption'] {
  const [row] = rows.adoption.values();
  if (row === undefined) return null;
  const { manner, votes, date, symbol, recordClosedAt } = row;
  return { manner, votes, date, symbol, recordClosedAt };
}

function stationOf(
  { milestone, versions, received }: Roadmap['stations'][number],
  names: RecordNames,
): RecordStation {
  const { kind, name, planned, actual } = milestone;
  return {
    kind,
    name,
    planned,
    actual,
    versions: versions.map(names.version),
    received: received.reduce(
      (sum, { counts }) => sum + Object.values(counts).reduce((all, count) => all + count, 0),
      0,
    ),
    delegations: received.length,
  };
}

/** Declarations and positions on the text of the record. */
async function onVersion(
  context: QueryContext,
  { delegations }: VisibleRows,
  version: Version,
  names: RecordNames,
): Promise<Pick<DocumentRecord, 'marks' | 'declarations' | 'positions'>> {
  const all = await declarationRecord(context, version);
  const onText = { ...all, declarations: all.declarations.filter(all.speaksOfThis) };
  const held = await context.positions.heldOn(version.documentId, version.id);
  await giveWay();
  const { ties } = await tiesOn(context, version.documentId, version.id);
  const matrix = await inSteps(
    buildMatrixSteps({
      paragraphs: version.paragraphs.map(({ id }) => id),
      delegations: [...delegations.values()],
      held: held?.held ?? new Map(),
      ties,
    }),
  );
  await giveWay();
  return {
    marks: recordMarks(onText, names),
    declarations: recordDeclarations(all, names),
    positions: recordPositions(matrix, names),
  };
}

/** The record in Word. */
export async function exportRecord(
  context: QueryContext,
  visitor: Visitor,
  address: string,
): Promise<Result<WrittenFile, Problem>> {
  const record = await documentRecord(context, visitor);
  if (!record.ok) return record;
  const { title, at } = record.value;
  return ok(
    await context.files.writeReport({
      what: 'record',
      format: 'docx',
      title,
      date: at,
      record: record.value,
      address,
    }),
  );
}
