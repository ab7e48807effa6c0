import type { RollingAnswer } from '../../shared/api/rolling.ts';
import { compileRollingSteps } from '../../shared/format/rolling/compile-rolling.ts';
import { isOpen, openChangesSteps } from '../../shared/format/rolling/open-changes.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import { inSteps } from '../steps/in-steps.ts';
import type { QueryContext } from './context.ts';
import { permit } from './permit.ts';
import { workingText } from './texts.ts';
import { visibleRows } from './visible-rows.ts';

/** The working text with all open proposals in it, for whoever may see that text and the register. */
export async function rollingText(
  context: QueryContext,
  visitor: Visitor,
): Promise<Result<RollingAnswer, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const text = await workingText(context, visitor);
  if (!text.ok) return text;
  const date = context.clock.now();
  const { rows, head, delegations } = await visibleRows(context, visitor);
  const open = [...rows.proposal.values()].filter((proposal) =>
    isOpen(proposal, rows.disposition.get(`proposal.${proposal.id}`)),
  );
  const { paragraphs } = text.value;
  const names = { delegations, groups: rows.group };
  const changes = await inSteps(openChangesSteps(open, paragraphs, names, date));
  const compiled = await inSteps(compileRollingSteps({ paragraphs, changes, statuses: rows.status }));
  return ok({ date, head, ...compiled });
}
