import { type DeadlineWarning, readDeadline } from '../../shared/domain/asked-deadline.ts';
import { afterSilence, underSilence } from '../../shared/domain/phase-procedures.ts';
import { phaseTold } from '../../shared/domain/phase-told.ts';
import {
  endSilence,
  openSilence,
  type SilenceWarning,
  type WantedSilence,
} from '../../shared/domain/silence.ts';
import type { AskedMoment } from '../../shared/model/asked-moment.ts';
import type { OutcomeDocument } from '../../shared/model/document.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import type { EntryOf, RegisterNoun } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { CommandContext } from './context.ts';
import { followPhase, milestonesOf } from './follow-phase.ts';
import { beingAccepted, signatureOf } from './input-facts.ts';
import { type Loaded, type Performed, perform, type Request } from './perform.ts';
import { type RecordedRow, recordRow } from './record-row.ts';

export interface OpenedSilence {
  readonly entry: EntryOf<'silence'>;
  readonly warnings: readonly (SilenceWarning | DeadlineWarning)[];
}

/** Puts the latest version under silence and freezes the text until its deadline (rule V120). */
export const putUnderSilence = (
  context: CommandContext,
  request: Request,
  wanted: Omit<WantedSilence, 'deadline'> & { readonly deadline: AskedMoment },
): Promise<Result<OpenedSilence, Problem>> =>
  perform(context, request, 'silence.open', 'silence.open', async (loaded) => {
    const { rows, document } = loaded;
    const asked = readDeadline(wanted.deadline);
    if (!asked.ok) return asked;
    const decided = openSilence(
      { ...wanted, deadline: asked.value.deadline },
      {
        id: context.secrets.newId(),
        documentId: document.id,
        latest: (await rows.versions.latest(document.id))?.id ?? null,
        procedures: (await rows.register.ofNoun(document.id, 'silence')).map(({ row }) => row),
        adoption: (await rows.register.find(document.id, 'adoption', document.id))?.row ?? null,
        by: signatureOf(loaded),
      },
    );
    if (!decided.ok) return decided;
    const still = await textStandsStill(loaded);
    if (!still.ok) return still;
    const { row, warnings } = decided.value;
    const written = await recordRow(loaded, 'silence', row.id, row);
    const answer = { entry: written.entry, warnings: [...warnings, ...asked.value.warnings] };
    return ok(await withPhase(loaded, written, underSilence(document, row), answer));
  });

/** Ends a silence before its deadline, without an outcome. */
export const endEarly = (
  context: CommandContext,
  request: Request,
  id: string,
): Promise<Result<EntryOf<'silence'>, Problem>> =>
  perform(context, request, 'silence.open', 'silence.end', async (loaded) => {
    const { rows, document, now } = loaded;
    const found = await rows.register.find(document.id, 'silence', id);
    if (found === null) return fail(noSilence());
    const decided = endSilence(found.row, now);
    if (!decided.ok) return decided;
    const written = await recordRow(loaded, 'silence', id, decided.value);
    return ok(await withPhase(loaded, written, afterSilence(document, decided.value), written.entry));
  });

export const noSilence = (): Problem => problem('not-found', 'there is no such silence procedure');

/** Whether no proposal is on its way into the text, which an act is about to freeze. */
export async function textStandsStill(loaded: Loaded): Promise<Result<null, Problem>> {
  return (await beingAccepted(loaded)).size === 0
    ? ok(null)
    : fail(
        problem(
          'being-decided',
          'a proposal is being written into the text at this moment: send the request again shortly',
        ),
      );
}

/** A row of the register and the document it moves on: one act. The row tells everybody, so the phase is not told of besides. */
export async function withPhase<Noun extends RegisterNoun, Answer>(
  loaded: Loaded,
  written: RecordedRow<Noun>,
  after: OutcomeDocument,
  answer: Answer,
): Promise<Performed<Answer>> {
  const { rows, document } = loaded;
  await rows.documents.update(after);
  const followed = await followPhase(loaded, after, await milestonesOf(loaded));
  return {
    answer,
    subject: written.subject,
    row: written.row,
    further: [
      { act: 'phase.change', subject: `document:${document.id}`, row: after },
      ...followed.map(({ subject, row }) => ({ act: 'milestone.set' as const, subject, row })),
    ],
    events: [phaseTold(document, after), ...written.events, ...followed.flatMap(({ events }) => events)],
  };
}
