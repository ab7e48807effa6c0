import { decideMilestone } from '../../shared/domain/roadmap.ts';
import { runningMilestone } from '../../shared/domain/running-window.ts';
import type { VersionId } from '../../shared/model/ids.ts';
import type { Milestone } from '../../shared/model/milestone.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { signatureOf } from './input-facts.ts';
import type { Loaded } from './perform.ts';

/**
 * The milestone that a version reaches as it is published (rule V133): it names the version, and has its date now,
 * unless it had one or is still taking inputs. Writes nothing.
 */
export async function reachMilestone(
  loaded: Loaded,
  milestoneId: string,
  version: VersionId,
): Promise<Result<Milestone, Problem>> {
  const { rows, document, now } = loaded;
  const before = (await rows.register.find(document.id, 'milestone', milestoneId))?.row;
  if (before === undefined) return fail(problem('not-found', 'there is no such milestone'));
  if (before.version !== null)
    return fail(
      problem('already-exists', `another version was published at ${before.name}`, [
        { field: 'milestone', problem: 'has a version already' },
      ]),
    );
  const open = runningMilestone(document, [before]) !== null;
  const decided = decideMilestone(
    { ...before, version, actual: before.actual ?? (open ? null : now) },
    {
      id: before.id,
      documentId: document.id,
      before,
      versions: new Set([version]),
      by: signatureOf(loaded),
    },
  );
  return decided.ok ? ok(decided.value.row) : decided;
}
