import type { WaitingAnswer } from '../../shared/api/waiting.ts';
import { waitingFor } from '../../shared/domain/waiting.ts';
import { waitingOnRecord } from '../../shared/domain/waiting-on-record.ts';
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
  const { document } = visitor;
  const { rows } = await visibleRows(context, visitor);
  const now = context.clock.now();
  const latest = (await context.store.rows.versions.ofDocument(document.id)).at(-1)?.id ?? null;
  const held = latest === null ? null : await context.positions.heldOn(document.id, latest);
  const onRecord = waitingOnRecord(
    participant,
    {
      latest,
      held: held?.held ?? new Map(),
      groups: rows.group.values(),
      silences: [...rows.silence.values()],
      objections: [...rows.objection.values()],
      adoption: rows.adoption.get(document.id) ?? null,
    },
    now,
  );
  return ok({
    waiting: [...onRecord, ...waitingFor(participant, rows, now)].map(({ what, ids, until = null }) => ({
      what,
      count: ids.length,
      only: ids.length === 1 ? (ids[0] ?? null) : null,
      until,
    })),
  });
}
