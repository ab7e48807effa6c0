import { stationsOf } from '../../shared/domain/stations.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Roadmap } from '../../shared/model/roadmap.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { QueryContext } from './context.ts';
import { permit } from './permit.ts';
import { visibleRows } from './visible-rows.ts';

/** Where the negotiation is on its way, with what was published and received at each station. */
export async function roadmap(context: QueryContext, visitor: Visitor): Promise<Result<Roadmap, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const { document } = visitor;
  const versions = await context.store.rows.versions.ofDocument(document.id);
  const { rows, delegations } = await visibleRows(context, visitor);
  const position = await context.positions.rowsOf(document.id);
  const milestones = [...rows.milestone.values()];
  const silences = [...rows.silence.values()].sort((a, b) => (a.opensAt < b.opensAt ? -1 : 1));
  const adoption = rows.adoption.get(document.id) ?? null;
  const source = {
    document,
    milestones,
    versions,
    silences,
    adoption,
    rows: { ...rows, position },
    delegations,
  };
  return ok(stationsOf(source, context.clock.now()));
}
