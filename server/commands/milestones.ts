import { type MilestoneRequest, openedNow, readMilestone } from '../../shared/domain/milestone-request.ts';
import { phaseChanged } from '../../shared/domain/notice.ts';
import { decidePhase } from '../../shared/domain/phase.ts';
import { phaseTold } from '../../shared/domain/phase-told.ts';
import {
  decideMilestone,
  type MilestoneWarning,
  type WantedMilestone,
  withdrawMilestone,
} from '../../shared/domain/roadmap.ts';
import { runningMilestone } from '../../shared/domain/running-window.ts';
import type { AskedMoment } from '../../shared/model/asked-moment.ts';
import type { Milestone } from '../../shared/model/milestone.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { CommandContext } from './context.ts';
import { followPhase, milestonesOf } from './follow-phase.ts';
import { signatureOf } from './input-facts.ts';
import { type Loaded, type Performed, perform, type Request } from './perform.ts';
import { performedRows } from './performed-rows.ts';
import { type RecordedRow, recordRow } from './record-row.ts';
import { tell } from './tell.ts';
import { ofAct } from './tell-of-row.ts';

export interface SetMilestone {
  readonly entry: EntryOf<'milestone'>;
  readonly warnings: readonly MilestoneWarning[];
}

const notThere = () => fail(problem('not-found', 'there is no such milestone'));

/** Puts a milestone on the roadmap. */
export const addMilestone = (
  context: CommandContext,
  request: Request,
  asked: MilestoneRequest,
): Promise<Result<SetMilestone, Problem>> =>
  perform(context, request, 'roadmap.change', 'milestone.set', async (loaded) => {
    const wanted = readMilestone(asked, loaded.now);
    if (!wanted.ok) return wanted;
    const written = await writeMilestone(loaded, context.secrets.newId(), null, wanted.value);
    return written.ok ? ok(performed(written.value)) : written;
  });

/** Changes a milestone. While its window is the consultation that is open, its end moves with it. */
export const changeMilestone = (
  context: CommandContext,
  request: Request,
  id: string,
  asked: MilestoneRequest,
): Promise<Result<SetMilestone, Problem>> =>
  perform(context, request, 'roadmap.change', 'milestone.set', async (loaded) => {
    const { rows, document, now } = loaded;
    const before = await rows.register.find(document.id, 'milestone', id);
    if (before === null) return notThere();
    const wanted = readMilestone(asked, now);
    if (!wanted.ok) return wanted;
    const runs = runningMilestone(document, [before.row]) !== null;
    const closesAt = wanted.value.window?.closesAt ?? null;
    const moved = runs && closesAt !== null && closesAt !== document.closesAt;
    const decided = moved ? decidePhase(document, { phase: 'consultation', closesAt }, now) : null;
    if (decided !== null && !decided.ok) return decided;
    const written = await writeMilestone(loaded, id, before.row, wanted.value);
    if (!written.ok || decided === null) return written.ok ? ok(performed(written.value)) : written;
    await rows.documents.update(decided.value);
    const done = performed(written.value);
    const row = decided.value;
    return ok({
      ...done,
      further: [{ act: 'phase.change', subject: `document:${document.id}`, row }],
      events: [phaseTold(document, row), ...done.events],
    });
  });

/** Takes a milestone off the roadmap. */
export const removeMilestone = (
  context: CommandContext,
  request: Request,
  id: string,
): Promise<Result<{ readonly entry: EntryOf<'milestone'> }, Problem>> =>
  perform(context, request, 'roadmap.change', 'milestone.withdraw', async (loaded) => {
    const before = await loaded.rows.register.find(loaded.document.id, 'milestone', id);
    if (before === null) return notThere();
    const decided = withdrawMilestone(before.row, signatureOf(loaded));
    if (!decided.ok) return decided;
    const { entry, ...recorded } = await recordRow(loaded, 'milestone', id, decided.value);
    return ok({ answer: { entry }, ...recorded });
  });

/**
 * "Open now until …": the consultation begins and its end is the end of the milestone's window, in one act. Another
 * window that was open ends with it.
 */
export const openWindow = (
  context: CommandContext,
  request: Request,
  id: string,
  asked: { readonly closesAt: AskedMoment | null; readonly timeZone: string | null },
): Promise<Result<SetMilestone, Problem>> =>
  perform(context, request, 'phase.change', 'milestone.set', async (loaded) => {
    const { rows, document, now } = loaded;
    const before = (await rows.register.find(document.id, 'milestone', id))?.row;
    if (before === undefined) return notThere();
    if (document.phase === 'silence')
      return fail(problem('phase-conflict', 'a version is under silence: end that first'));
    if (before.actual !== null)
      return fail(problem('phase-conflict', `its window closed already, at ${before.actual}`));
    const window = openedNow(before, asked, now);
    if (!window.ok) return window;
    const { closesAt } = window.value;
    const phase = decidePhase(document, { phase: 'consultation', closesAt }, now);
    if (!phase.ok) return phase;
    const others = (await milestonesOf(loaded)).filter((other) => other.id !== id);
    const written = await writeMilestone(loaded, id, before, { ...before, window: window.value });
    if (!written.ok) return written;
    const ended = await followPhase(loaded, { phase: 'drafting', closesAt: null }, others);
    await rows.documents.update(phase.value);
    if (phase.value.phase !== document.phase) await tell(ofAct(loaded), [phaseChanged('consultation')]);
    const done = performed(written.value, ended);
    return ok({
      ...done,
      further: [
        ...(done.further ?? []),
        { act: 'phase.change', subject: `document:${document.id}`, row: phase.value },
      ],
      events: [phaseTold(document, phase.value), ...done.events],
    });
  });

interface Written {
  readonly recorded: RecordedRow<'milestone'>;
  readonly warnings: readonly MilestoneWarning[];
}

/** Decides on a milestone and writes it. */
export async function writeMilestone(
  loaded: Loaded,
  id: string,
  before: Milestone | null,
  wanted: WantedMilestone,
): Promise<Result<Written, Problem>> {
  const { rows, document } = loaded;
  const versions = await rows.versions.ofDocument(document.id);
  const decided = decideMilestone(wanted, {
    id,
    documentId: document.id,
    before,
    versions: new Set(versions.map((version) => version.id)),
    by: signatureOf(loaded),
  });
  if (!decided.ok) return decided;
  const { row, warnings } = decided.value;
  return ok({ recorded: await recordRow(loaded, 'milestone', id, row), warnings });
}

const performed = (
  { recorded, warnings }: Written,
  others: readonly RecordedRow<'milestone'>[] = [],
): Performed<SetMilestone> =>
  performedRows({ entry: recorded.entry, warnings }, 'milestone.set', [recorded, ...others]);
