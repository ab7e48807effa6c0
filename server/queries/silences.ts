import type { AdoptionAnswer } from '../../shared/api/adoption.ts';
import type { SilencesAnswer } from '../../shared/api/silence.ts';
import { brokenPlaces } from '../../shared/domain/silence-outcome.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import { permit } from './permit.ts';
import { visibleRows } from './visible-rows.ts';

/** Every silence procedure of a document, with its objections and where it was broken. */
export async function listSilences(
  context: QueryContext,
  visitor: Visitor,
): Promise<Result<SilencesAnswer, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const { rows } = await visibleRows(context, visitor);
  const objections = [...rows.objection.values()];
  const silences = [];
  for (const silence of [...rows.silence.values()].sort((a, b) => (a.opensAt < b.opensAt ? -1 : 1))) {
    const version = await context.store.rows.versions.find(visitor.document.id, silence.version);
    silences.push({
      silence,
      objections: objections.filter((one) => one.silence === silence.id),
      places: brokenPlaces(silence, objections, version?.paragraphs ?? []),
    });
  }
  return ok({ silences });
}

/** What is recorded of the adoption, or null. */
export async function viewAdoption(
  context: QueryContext,
  visitor: Visitor,
): Promise<Result<AdoptionAnswer, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const { rows } = await visibleRows(context, visitor);
  return ok({ adoption: rows.adoption.get(visitor.document.id) ?? null });
}
