import { configureDocument as configured, type NewDocument } from '../../shared/domain/document.ts';
import { phaseChanged } from '../../shared/domain/notice.ts';
import { decidePhase, type PhaseChange } from '../../shared/domain/phase.ts';
import { phaseTold } from '../../shared/domain/phase-told.ts';
import type { OutcomeDocument } from '../../shared/model/document.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { CommandContext } from './context.ts';
import { followPhase, milestonesOf } from './follow-phase.ts';
import { perform, type Request } from './perform.ts';
import { tell } from './tell.ts';
import { ofAct } from './tell-of-row.ts';

/** Changes title and audiences. */
export const configureDocument = (
  context: CommandContext,
  request: Request,
  wanted: Partial<NewDocument>,
): Promise<Result<OutcomeDocument, Problem>> =>
  perform(context, request, 'document.configure', 'document.configure', async ({ rows, document }) => {
    const changed = configured(document, wanted);
    await rows.documents.update(changed);
    const audience = changed.workingText !== document.workingText || changed.register !== document.register;
    return ok({
      answer: changed,
      subject: `document:${document.id}`,
      row: changed,
      events: [{ kind: 'document-changed', audience }],
    });
  });

/** Moves a document to another phase, or moves the end of its consultation window. */
export const changePhase = (
  context: CommandContext,
  request: Request,
  change: PhaseChange,
): Promise<Result<OutcomeDocument, Problem>> =>
  perform(context, request, 'phase.change', 'phase.change', async (loaded) => {
    const { rows, document, now } = loaded;
    const decided = decidePhase(document, change, now);
    if (!decided.ok) return decided;
    const { phase } = decided.value;
    await rows.documents.update(decided.value);
    const followed = await followPhase(loaded, decided.value, await milestonesOf(loaded));
    if (phase !== document.phase) await tell(ofAct(loaded), [phaseChanged(phase)]);
    return ok({
      answer: decided.value,
      subject: `document:${document.id}`,
      row: decided.value,
      further: followed.map(({ subject, row }) => ({ act: 'milestone.set', subject, row })),
      events: [phaseTold(document, decided.value), ...followed.flatMap(({ events }) => events)],
    });
  });
