import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { notPermitted } from '../../shared/policy/refusal.ts';
import type { Action } from '../../shared/policy/table.ts';
import type { Visitor } from '../ports/gatekeeper.ts';

export const notFound = (what: string): { readonly ok: false; readonly error: Problem } =>
  fail(problem('not-found', `there is no such ${what}`));

/** Whether a visitor may do what a query is for. */
export function permit(visitor: Visitor, action: Action): Result<null, Problem> {
  const permission = visitor.abilities[action];
  return permission.allowed ? ok(null) : fail(notPermitted(action, permission.reason));
}
