import type { AskedDeclaration } from '../../shared/api/declaration.ts';
import { decideDeclaration, type WantedDeclaration } from '../../shared/domain/declaration.ts';
import {
  correctDeclaration,
  type DeclarationChange,
  joinDeclaration,
  leaveDeclaration,
  withdrawDeclaration,
} from '../../shared/domain/declaration-change.ts';
import type { ObjectsWarning } from '../../shared/domain/declaration-objects.ts';
import { actsFor, decideHolder } from '../../shared/domain/holder.ts';
import type { Act } from '../../shared/model/audit.ts';
import type { Declaration } from '../../shared/model/declaration.ts';
import type { GroupId, ParagraphId, VersionId } from '../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../shared/model/paragraph.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { Adoption } from '../../shared/model/silence.ts';
import type { CommandContext } from './context.ts';
import { type Loaded, type Performed, perform, type Request } from './perform.ts';
import { recordRow } from './record-row.ts';
import { signed } from './signed.ts';

type Entry = EntryOf<'declaration'>;

/** A revision as it was written, with what its author should know. */
export interface WrittenDeclaration {
  readonly entry: Entry;
  readonly warnings: readonly ObjectsWarning[];
}

/** Files a declaration, for one's delegation or for a group. */
export const fileDeclaration = (
  context: CommandContext,
  request: Request,
  { onBehalfOf, ...asked }: AskedDeclaration & { readonly onBehalfOf: GroupId | null },
): Promise<Result<WrittenDeclaration, Problem>> =>
  perform(context, request, 'declaration.file', 'declaration.file', async (loaded) => {
    const { document, delegation, now } = loaded;
    const group = onBehalfOf === null ? null : await groupOf(loaded, onBehalfOf);
    const holder = decideHolder(delegation.id, group, now);
    if (!holder.ok) return holder;
    const by = await signed(loaded, onBehalfOf);
    if (!by.ok) return by;
    const adoption = await adoptionOf(loaded);
    const wanted = await namedVersion(loaded, asked, adoption);
    const id = context.secrets.newId();
    const decided = decideDeclaration(wanted, {
      id,
      documentId: document.id,
      holder: holder.value,
      paragraphs: await paragraphsOf(loaded, wanted.version),
      adoption,
      by: by.value,
    });
    return decided.ok ? await written(loaded, decided.value.row, decided.value.warnings) : decided;
  });

/** Words it anew; every earlier wording stays. */
export const changeDeclaration = (
  context: CommandContext,
  request: Request,
  id: string,
  asked: AskedDeclaration,
): Promise<Result<WrittenDeclaration, Problem>> =>
  change(context, request, 'declaration.correct', id, async (loaded, before, by) => {
    const wanted = await namedVersion(loaded, asked, by.adoption);
    const paragraphs = await paragraphsOf(loaded, wanted.version);
    const decided = correctDeclaration(before, wanted, by, { paragraphs });
    return decided.ok ? await written(loaded, decided.value.row, decided.value.warnings) : decided;
  });

/** Takes it back, with the date; it stays on record. */
export const takeBackDeclaration = (
  context: CommandContext,
  request: Request,
  id: string,
): Promise<Result<WrittenDeclaration, Problem>> =>
  change(context, request, 'declaration.withdraw', id, async (loaded, before, by) => {
    const decided = withdrawDeclaration(before, by);
    return decided.ok ? await written(loaded, decided.value) : decided;
  });

/** The caller's delegation stands behind it, but on the paragraphs it excepts. */
export const alignWithDeclaration = (
  context: CommandContext,
  request: Request,
  id: string,
  except: readonly ParagraphId[],
): Promise<Result<WrittenDeclaration, Problem>> =>
  change(context, request, 'declaration.join', id, async (loaded, before, by) => {
    const paragraphs = (await paragraphsOf(loaded, before.version)) ?? [];
    const decided = joinDeclaration(before, except, by, { paragraphs });
    return decided.ok ? await written(loaded, decided.value) : decided;
  });

/** The caller's delegation takes itself off; that it had joined stays in the history. */
export const endAlignmentWith = (
  context: CommandContext,
  request: Request,
  id: string,
): Promise<Result<WrittenDeclaration, Problem>> =>
  change(context, request, 'declaration.leave', id, async (loaded, before, by) => {
    const decided = leaveDeclaration(before, by);
    return decided.ok ? await written(loaded, decided.value) : decided;
  });

type Decide = (
  loaded: Loaded,
  before: Declaration,
  by: DeclarationChange,
) => Promise<Result<Performed<WrittenDeclaration>, Problem>>;

/** One pipeline for every change of a declaration that is there. */
const change = (context: CommandContext, request: Request, act: Act, id: string, decide: Decide) =>
  perform<WrittenDeclaration>(context, request, 'declaration.file', act, async (loaded) => {
    const { rows, document, delegation, now } = loaded;
    const found = await rows.register.find(document.id, 'declaration', id);
    if (found === null) return fail(problem('not-found', 'there is no such declaration'));
    const before = found.row;
    const { holder } = before;
    const group = holder.noun === 'group' ? await groupOf(loaded, holder.id) : undefined;
    const acts = actsFor(holder, delegation.id, group, now);
    const adoption = await adoptionOf(loaded);
    return await decide(loaded, before, { delegation: delegation.id, acts, adoption, now });
  });

async function written(
  loaded: Loaded,
  row: Declaration,
  warnings: readonly ObjectsWarning[] = [],
): Promise<Result<Performed<WrittenDeclaration>, Problem>> {
  const { entry, ...recorded } = await recordRow(loaded, 'declaration', row.id, row);
  return ok({ answer: { entry, warnings }, ...recorded });
}

const groupOf = async ({ rows, document }: Loaded, id: GroupId) =>
  (await rows.register.find(document.id, 'group', id))?.row;

const adoptionOf = async ({ rows, document }: Loaded): Promise<Adoption | null> =>
  (await rows.register.find(document.id, 'adoption', document.id))?.row ?? null;

/** `latest` is the adopted version once there is one: declarations then speak of nothing else. */
async function namedVersion(
  { rows, document }: Loaded,
  asked: AskedDeclaration,
  adoption: Adoption | null,
): Promise<WantedDeclaration> {
  if (asked.version !== 'latest') return { ...asked, version: asked.version };
  const latest = adoption?.version ?? (await rows.versions.latest(document.id))?.id;
  return { ...asked, version: latest ?? ('latest' as VersionId) };
}

const paragraphsOf = async (
  { rows, document }: Loaded,
  version: VersionId,
): Promise<readonly LabelledParagraph[] | null> =>
  (await rows.versions.find(document.id, version))?.paragraphs ?? null;
