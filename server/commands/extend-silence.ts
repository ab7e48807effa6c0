import { readDeadline } from '../../shared/domain/asked-deadline.ts';
import { underSilence } from '../../shared/domain/phase-procedures.ts';
import {
  extendSilence,
  milestonesExtended,
  type WantedExtension,
} from '../../shared/domain/silence-extension.ts';
import type { AskedMoment } from '../../shared/model/asked-moment.ts';
import type { IsoTime } from '../../shared/model/ids.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { CommandContext } from './context.ts';
import { milestonesOf } from './follow-phase.ts';
import { signatureOf } from './input-facts.ts';
import { type Loaded, perform, type Request } from './perform.ts';
import { type RecordedRow, recordRow } from './record-row.ts';
import { noSilence, type OpenedSilence, withPhase } from './silences.ts';

/**
 * Moves the deadline of a silence that runs (rule V129): its row, the end of the phase and the audit entries are one
 * transaction, and whoever keeps a timer or a clock hears the new end as with every change of phase.
 */
export const giveMoreTime = (
  context: CommandContext,
  request: Request,
  id: string,
  wanted: Omit<WantedExtension, 'deadline'> & { readonly deadline: AskedMoment },
): Promise<Result<OpenedSilence, Problem>> =>
  perform(context, request, 'silence.open', 'silence.extend', async (loaded) => {
    const { rows, document } = loaded;
    const found = await rows.register.find(document.id, 'silence', id);
    if (found === null) return fail(noSilence());
    const asked = readDeadline(wanted.deadline);
    if (!asked.ok) return asked;
    const { deadline } = asked.value;
    const decided = extendSilence(found.row, { ...wanted, deadline }, signatureOf(loaded));
    if (!decided.ok) return decided;
    const { row, warnings } = decided.value;
    const written = await recordRow(loaded, 'silence', id, row);
    const moved = await moveMilestones(loaded, found.row.deadline, row.deadline);
    const answer = { entry: written.entry, warnings: [...warnings, ...asked.value.warnings] };
    const {
      further = [],
      events,
      ...performed
    } = await withPhase(loaded, written, underSilence(document, row), answer);
    return ok({
      ...performed,
      further: [
        ...further,
        ...moved.map((one) => ({ act: 'milestone.set' as const, subject: one.subject, row: one.row })),
      ],
      events: [...events, ...moved.flatMap((one) => one.events)],
    });
  });

/** Milestones that ended with the deadline end with the new one. */
async function moveMilestones(
  loaded: Loaded,
  from: IsoTime,
  to: IsoTime,
): Promise<readonly RecordedRow<'milestone'>[]> {
  const moved = [];
  for (const row of milestonesExtended(await milestonesOf(loaded), from, to))
    moved.push(await recordRow(loaded, 'milestone', row.id, row));
  return moved;
}
