import type { PositionsAnswer } from '../../shared/api/position.ts';
import { type Holder, holderKey } from '../../shared/model/holder.ts';
import type { DelegationId, VersionId } from '../../shared/model/ids.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import { writeHeld } from './held-answer.ts';
import { heldOnVersion } from './positions.ts';
import { tiesChanged, tiesOn, writeTies } from './ties.ts';

/**
 * What one delegation holds on a version, and the groups that speak for it, or what of that changed behind `after`: the
 * JSON of a `positionsAnswer`. Beside a text nobody should have to load what all the others hold.
 */
export async function delegationJson(
  context: QueryContext,
  visitor: Visitor,
  name: 'latest' | VersionId,
  after: number,
  delegation: DelegationId,
): Promise<Result<string, Problem>> {
  const found = await heldOnVersion(context, visitor, name);
  if (!found.ok) return found;
  const { id, on } = found.value;
  // Before whom groups speak for is read: what changes meanwhile is told twice rather than not at all.
  const { head } = on;
  const { id: documentId } = visitor.document;
  const register = await context.registers.of(documentId);
  const { ties, changesIn } = await tiesOn(context, documentId, id);
  const own = ties.get(delegation) ?? [];
  const holders: Holder[] = [
    { noun: 'delegation', id: delegation },
    ...own.map(({ group }): Holder => ({ noun: 'group', id: group })),
  ];
  const asked = new Set(holders.map(holderKey));
  // A group that did not speak for it before is told with everything it holds.
  const changes = after === 0 || tiesChanged(register, after) ? null : on.changedBehind(after);
  const held =
    changes === null
      ? [...asked].flatMap((key) => [...(on.held.get(key)?.values() ?? [])])
      : changes.held.filter(({ position }) => asked.has(holderKey(position.holder)));
  const gone = changes?.gone.filter(({ holder }) => asked.has(holderKey(holder))) ?? [];
  const answer: PositionsAnswer = {
    version: id,
    head,
    whole: changes === null,
    parts: [writeHeld({ held, gone }, [])],
    ties: changes === null ? writeTies({ ties: new Map([[delegation, own]]), changesIn }) : null,
  };
  return ok(JSON.stringify(answer));
}
