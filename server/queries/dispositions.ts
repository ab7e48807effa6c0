import type { DispositionListAnswer, DispositionsQuery } from '../../shared/api/disposition.ts';
import { inputsOfSteps, isUndecided } from '../../shared/domain/input.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import { inSteps } from '../steps/in-steps.ts';
import type { QueryContext } from './context.ts';
import { permit } from './permit.ts';
import { visibleRows } from './visible-rows.ts';

/** What became of the inputs that a visitor sees: of all, of one delegation's, of those on one paragraph. */
export async function listDispositions(
  context: QueryContext,
  visitor: Visitor,
  { delegation, paragraph }: DispositionsQuery,
): Promise<Result<DispositionListAnswer, Problem>> {
  const permitted = permit(visitor, 'register.view');
  if (!permitted.ok) return permitted;
  const { rows } = await visibleRows(context, visitor);
  const register = await context.registers.of(visitor.document.id);
  const entries = new Map(register.ofNoun('disposition').map((entry) => [entry.id, entry]));
  const all = await inSteps(inputsOfSteps(rows));
  const inputs = all.filter(
    (input) =>
      (delegation === undefined || input.by.delegationId === delegation) &&
      (paragraph === undefined ||
        input.paragraph === paragraph ||
        (input.disposition?.ledTo.includes(paragraph) ?? false)),
  );
  return ok({
    dispositions: inputs.flatMap(({ id, disposition }) => {
      const entry = disposition === null ? undefined : entries.get(id);
      return entry === undefined ? [] : [{ entry }];
    }),
    undecided: inputs.filter(isUndecided).map(({ on }) => on),
  });
}
