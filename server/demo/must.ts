import type { Problem } from '../../shared/model/problem.ts';
import type { Result } from '../../shared/model/result.ts';

/** The sample's own acts are right, or the sample is wrong. */
export function must<Value>(result: Result<Value, Problem>): Value {
  if (!result.ok) throw new Error(`the sample document could not be made: ${result.error.detail}`);
  return result.value;
}
