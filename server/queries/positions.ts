import type { PositionsAnswer } from '../../shared/api/position.ts';
import type { VersionId } from '../../shared/model/ids.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import { writeHeld } from './held-answer.ts';
import { notFound, permit } from './permit.ts';
import { findVersion } from './texts.ts';
import { tiesOn, writeTies } from './ties.ts';

/** What everybody holds on a version, or what of it changed behind `after`. */
export async function positionsOn(
  context: QueryContext,
  visitor: Visitor,
  name: 'latest' | VersionId,
  after: number,
): Promise<Result<PositionsAnswer, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const version = await findVersion(context, visitor, name);
  if (!version.ok) return version;
  const { id, documentId, paragraphs } = version.value;
  const on = await context.positions.heldOn(documentId, id);
  if (on === null) return notFound('version');
  const changes = on.changedBehind(after);
  const { head, held } = on;
  const answer = writeHeld(
    changes ?? { held: [...held.values()].flatMap((row) => [...row.values()]), gone: [] },
    changes === null ? paragraphs.map((paragraph) => paragraph.id) : [],
  );
  const ties = await tiesOn(context, documentId, id);
  const whole = changes === null;
  return ok({
    version: id,
    head,
    whole,
    ...answer,
    ties: whole || ties.seq > after ? writeTies(ties) : null,
  });
}
