import { decideStatuses, type WantedStatus } from '../../shared/domain/status.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { CommandContext } from './context.ts';
import { signatureOf } from './input-facts.ts';
import { workingWords } from './known-paragraphs.ts';
import { perform, type Request } from './perform.ts';
import { performedRows } from './performed-rows.ts';
import { recordRow } from './record-row.ts';

/** Says where paragraphs of the working text stand, with their words at that time. */
export async function setStatuses(
  context: CommandContext,
  request: Request,
  wanted: WantedStatus,
): Promise<Result<{ readonly entries: readonly EntryOf<'status'>[] }, Problem>> {
  const words = await workingWords(context, request.documentId);
  return await perform(context, request, 'status.set', 'status.set', async (loaded) => {
    const { rows, document } = loaded;
    const before = (await rows.register.ofNoun(document.id, 'status')).map(
      ({ id, row }) => [id, row] as const,
    );
    const decided = decideStatuses(document.id, wanted, words, new Map(before), signatureOf(loaded));
    if (!decided.ok) return decided;
    const written = [];
    for (const row of decided.value) written.push(await recordRow(loaded, 'status', row.id, row));
    return ok(performedRows({ entries: written.map(({ entry }) => entry) }, 'status.set', written));
  });
}
