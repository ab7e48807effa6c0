import {
  type HeldPosition,
  type HeldPositions,
  heldAt,
  isTaken,
  ownHeld,
} from '../../shared/domain/held-position.ts';
import { decideHolder } from '../../shared/domain/holder.ts';
import { decidePositions, type WantedPosition } from '../../shared/domain/position.ts';
import type { Holder } from '../../shared/model/holder.ts';
import type { GroupId, ParagraphId, VersionId } from '../../shared/model/ids.ts';
import { positionId } from '../../shared/model/position.ts';
import type { Problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import type { PositionBooks } from '../ports/position-books.ts';
import type { CommandContext } from './context.ts';
import { signatureOf } from './input-facts.ts';
import { type Loaded, perform, type Request } from './perform.ts';
import { performedRows } from './performed-rows.ts';
import { recordRows } from './record-rows.ts';

export interface WantedPositions {
  readonly version: VersionId;
  readonly positions: readonly WantedPosition[];
  /** The group whose positions these are; null for one's own delegation. */
  readonly onBehalfOf: GroupId | null;
}

export interface PositionsTaken {
  readonly head: number;
  readonly entries: readonly EntryOf<'position'>[];
}

/** Takes positions on paragraphs of the latest version: all in one act, or none. */
export async function takePositions(
  context: CommandContext & { readonly positions: PositionBooks },
  request: Request,
  { version, positions, onBehalfOf }: WantedPositions,
): Promise<Result<PositionsTaken, Problem>> {
  // Before the transaction, since it may compare versions. What was carried to a version does not change any more.
  const carried = (await context.positions.heldOn(request.documentId, version))?.carried ?? NOTHING;
  return await perform(context, request, 'position.record', 'position.take', async (loaded) => {
    const { rows, document, delegation, now } = loaded;
    const group =
      onBehalfOf === null ? null : (await rows.register.find(document.id, 'group', onBehalfOf))?.row;
    const holder = decideHolder(delegation.id, group, now);
    if (!holder.ok) return holder;
    const latest = await rows.versions.latest(document.id);
    const decided = decidePositions(positions, {
      documentId: document.id,
      holder: holder.value,
      version,
      latest: latest?.id ?? null,
      paragraphs: new Set(latest?.paragraphs.map(({ id }) => id)),
      held: await heldBy(loaded, holder.value, version, positions, carried),
      by: { ...signatureOf(loaded), onBehalfOf },
    });
    if (!decided.ok) return decided;
    const written = await recordRows(loaded, 'position', decided.value);
    const entries = written.map(({ entry }) => entry);
    return ok(performedRows({ head: entries.at(-1)?.seq ?? 0, entries }, 'position.take', written));
  });
}

const NOTHING: HeldPositions = new Map();

/** What a holder holds on the paragraphs in question: its own word on this version, else what was carried there. */
async function heldBy(
  { rows, document }: Loaded,
  holder: Holder,
  version: VersionId,
  wanted: readonly WantedPosition[],
  carried: HeldPositions,
): Promise<ReadonlyMap<ParagraphId, HeldPosition>> {
  const held = new Map<ParagraphId, HeldPosition>();
  const idOf = (paragraph: ParagraphId): string => positionId(version, paragraph, holder);
  const ids = [...new Set(wanted.map(({ paragraph }) => idOf(paragraph)))];
  const said = await rows.register.findAll(document.id, 'position', ids);
  for (const { paragraph } of wanted) {
    const own = said.get(idOf(paragraph)) ?? null;
    const brought = heldAt(carried, holder, paragraph);
    if (own === null) {
      if (brought !== null) held.set(paragraph, brought);
    } else if (isTaken(own.row)) held.set(paragraph, ownHeld(own.row));
  }
  return held;
}
