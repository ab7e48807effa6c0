import { afterPhaseChange } from '../../shared/domain/running-window.ts';
import type { OutcomeDocument } from '../../shared/model/document.ts';
import type { Milestone } from '../../shared/model/milestone.ts';
import type { Loaded } from './perform.ts';
import { type RecordedRow, recordRow } from './record-row.ts';

export const milestonesOf = async ({ rows, document }: Loaded): Promise<readonly Milestone[]> =>
  (await rows.register.ofNoun(document.id, 'milestone')).map(({ row }) => row);

/**
 * A change of the phase, or of the end of a consultation, by a facilitator: the milestone whose window was open
 * follows it (rule V132).
 */
export async function followPhase(
  loaded: Loaded,
  after: Pick<OutcomeDocument, 'phase' | 'closesAt'>,
  milestones: readonly Milestone[],
): Promise<readonly RecordedRow<'milestone'>[]> {
  const changed = afterPhaseChange(loaded.document, after, milestones, loaded.now);
  return changed === null ? [] : [await recordRow(loaded, 'milestone', changed.id, changed)];
}
