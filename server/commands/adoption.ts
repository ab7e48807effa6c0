import {
  type AdoptionWarning,
  correctAdoption,
  type DecidedAdoption,
  decideAdoption,
  type WantedAdoption,
} from '../../shared/domain/adoption.ts';
import { adopted, withClosedRecord } from '../../shared/domain/phase-procedures.ts';
import { closeRecord } from '../../shared/domain/record-closing.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { CommandContext } from './context.ts';
import { signatureOf } from './input-facts.ts';
import { type Loaded, perform, type Request } from './perform.ts';
import { recordRow } from './record-row.ts';
import { textStandsStill, withPhase } from './silences.ts';

export interface RecordedAdoption {
  readonly entry: EntryOf<'adoption'>;
  readonly warnings: readonly AdoptionWarning[];
}

/** Fields of an adoption to mend; what is left out stays. */
export type Correction = Partial<Omit<WantedAdoption, 'version'>>;

/** Records the adoption of the latest version: its text is final and frozen from then on (rule V125). */
export const recordAdoption = (
  context: CommandContext,
  request: Request,
  wanted: WantedAdoption,
): Promise<Result<RecordedAdoption, Problem>> =>
  perform(context, request, 'adoption.record', 'adoption.record', async (loaded) => {
    const { rows, document, now } = loaded;
    const decided = decideAdoption(wanted, {
      documentId: document.id,
      version: await rows.versions.find(document.id, wanted.version),
      latest: (await rows.versions.latest(document.id))?.id ?? null,
      procedures: (await rows.register.ofNoun(document.id, 'silence')).map(({ row }) => row),
      before: await adoptionOf(loaded),
      by: signatureOf(loaded),
    });
    if (!decided.ok) return decided;
    const still = await textStandsStill(loaded);
    if (!still.ok) return still;
    const { written, answer } = await record(loaded, decided.value);
    return ok(await withPhase(loaded, written, adopted(document, wanted.version, now), answer));
  });

/** Mends manner, numbers, date or symbol; every earlier revision stays. */
export const mendAdoption = (
  context: CommandContext,
  request: Request,
  correction: Correction,
): Promise<Result<RecordedAdoption, Problem>> =>
  perform(context, request, 'adoption.record', 'adoption.correct', async (loaded) => {
    const before = await adoptionOf(loaded);
    if (before === null) return fail(problem('not-found', 'nothing has been adopted yet'));
    const { manner, votes, date, symbol } = before;
    // A vote that turns out to have been a consensus takes its numbers with it.
    const left = correction.manner === 'consensus' ? { votes: null } : {};
    const wanted = { manner, votes, date, symbol, ...left, ...correction };
    const decided = correctAdoption(before, wanted, signatureOf(loaded));
    if (!decided.ok) return decided;
    const { written, answer } = await record(loaded, decided.value);
    return ok({ answer, subject: written.subject, row: written.row, events: written.events });
  });

/** Closes the record: nothing is filed, corrected or withdrawn after (rule V127). */
export const endRecord = (
  context: CommandContext,
  request: Request,
): Promise<Result<EntryOf<'adoption'>, Problem>> =>
  perform(context, request, 'adoption.record', 'record.close', async (loaded) => {
    const { document, now } = loaded;
    const decided = closeRecord(await adoptionOf(loaded), now);
    if (!decided.ok) return decided;
    const written = await recordRow(loaded, 'adoption', document.id, decided.value);
    return ok(await withPhase(loaded, written, withClosedRecord(document, now), written.entry));
  });

const adoptionOf = async ({ rows, document }: Loaded) =>
  (await rows.register.find(document.id, 'adoption', document.id))?.row ?? null;

async function record(loaded: Loaded, { row, warnings }: DecidedAdoption) {
  const written = await recordRow(loaded, 'adoption', row.id, row);
  return { written, answer: { entry: written.entry, warnings } };
}
