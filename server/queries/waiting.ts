import type { WaitingAnswer } from '../../shared/api/waiting.ts';
import { waitingFor } from '../../shared/domain/waiting.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import { permit } from './permit.ts';
import { visibleRows } from './visible-rows.ts';

/** What waits for a visitor, counted: a page that only says so need not read the register. */
export async function waitingOf(
  context: QueryContext,
  visitor: Visitor,
): Promise<Result<WaitingAnswer, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const { participant } = visitor;
  if (participant === null) return ok({ waiting: [] });
  const { rows } = await visibleRows(context, visitor);
  return ok({
    waiting: waitingFor(participant, rows, context.clock.now()).map(({ what, ids }) => ({
      what,
      count: ids.length,
      only: ids.length === 1 ? (ids[0] ?? null) : null,
    })),
  });
}
