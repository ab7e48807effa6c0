import { decideAlignment, type WantedAlignment } from '../../shared/domain/alignment.ts';
import { alignmentId } from '../../shared/model/alignment.ts';
import type { GroupId } from '../../shared/model/ids.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { CommandContext } from './context.ts';
import { signatureOf } from './input-facts.ts';
import { perform, type Request } from './perform.ts';
import { recordRow } from './record-row.ts';

/** Says how one's delegation stands to a group: aligned, aligned except on paragraphs of the latest version, or not. */
export const declareAlignment = (
  context: CommandContext,
  request: Request,
  group: GroupId,
  wanted: WantedAlignment,
): Promise<Result<EntryOf<'alignment'>, Problem>> =>
  perform(context, request, 'alignment.declare', 'alignment.declare', async (loaded) => {
    const { rows, document, delegation } = loaded;
    const id = alignmentId(delegation.id, group);
    const latest = await rows.versions.latest(document.id);
    const decided = decideAlignment(wanted, {
      documentId: document.id,
      delegationId: delegation.id,
      group: (await rows.register.find(document.id, 'group', group))?.row ?? null,
      paragraphs: new Set(latest?.paragraphs.map((paragraph) => paragraph.id)),
      before: (await rows.register.find(document.id, 'alignment', id))?.row ?? null,
      by: signatureOf(loaded),
    });
    if (!decided.ok) return decided;
    const { entry, ...recorded } = await recordRow(loaded, 'alignment', id, decided.value);
    return ok({ answer: entry, ...recorded });
  });
