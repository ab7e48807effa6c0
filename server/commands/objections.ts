import { actsFor, decideHolder } from '../../shared/domain/holder.ts';
import {
  isRunning,
  objectToSilence,
  type WantedObjection,
  withdrawObjection,
} from '../../shared/domain/silence.ts';
import type { GroupId, ProposalId } from '../../shared/model/ids.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import type { EntryOf, RegisterEntry } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { abilities, can } from '../../shared/policy/can.ts';
import { asSeenBy } from '../../shared/policy/visible.ts';
import type { CommandContext } from './context.ts';
import { signatureOf } from './input-facts.ts';
import { type Loaded, perform, type Request } from './perform.ts';
import { recordRow } from './record-row.ts';
import { noSilence } from './silences.ts';
import { surroundingsOf } from './surroundings.ts';

type Written = Result<EntryOf<'objection'>, Problem>;

/** Objects to a running silence. The server's clock decides what was in time (rule V124). */
export async function objectTo(
  context: CommandContext,
  request: Request,
  silence: string,
  { onBehalfOf, ...wanted }: WantedObjection & { readonly onBehalfOf: GroupId | null },
): Promise<Written> {
  const done = await perform(context, request, 'silence.object', 'silence.object', async (loaded) => {
    const { rows, document, delegation, now } = loaded;
    const found = await rows.register.find(document.id, 'silence', silence);
    if (found === null) return fail(noSilence());
    const holder = decideHolder(delegation.id, await groupOf(loaded, onBehalfOf), now);
    if (!holder.ok) return holder;
    const version = await rows.versions.find(document.id, found.row.version);
    const decided = objectToSilence(wanted, {
      id: context.secrets.newId(),
      documentId: document.id,
      silence: found.row,
      holder: holder.value,
      paragraphs: version?.paragraphs ?? [],
      knowsProposal: wanted.proposal !== null && (await seesProposal(loaded, wanted.proposal)),
      by: { ...signatureOf(loaded), onBehalfOf },
    });
    if (!decided.ok) return decided;
    const { entry, ...recorded } = await recordRow(loaded, 'objection', decided.value.id, decided.value);
    return ok({ answer: entry, ...recorded });
  });
  return done.ok ? done : fail(await tooLate(context, request, silence, done.error));
}

/** Takes an objection back before the deadline. */
export async function withdrawFrom(context: CommandContext, request: Request, id: string): Promise<Written> {
  const { documentId } = request;
  const done = await perform(
    context,
    request,
    'silence.object',
    'silence.withdraw-objection',
    async (loaded) => {
      const { rows, delegation, now } = loaded;
      const found = await rows.register.find(documentId, 'objection', id);
      const silence =
        found === null ? null : await rows.register.find(documentId, 'silence', found.row.silence);
      if (found === null || silence === null) return fail(noObjection());
      const { holder } = found.row;
      const group = holder.noun === 'group' ? await groupOf(loaded, holder.id) : undefined;
      const acts = actsFor(holder, delegation.id, group ?? undefined, now);
      const decided = withdrawObjection(found.row, silence.row, acts, now);
      if (!decided.ok) return decided;
      const { entry, ...recorded } = await recordRow(loaded, 'objection', id, decided.value);
      return ok({ answer: entry, ...recorded });
    },
  );
  if (done.ok) return done;
  const objection = await context.store.rows.register.find(documentId, 'objection', id);
  return fail(
    objection === null ? done.error : await tooLate(context, request, objection.row.silence, done.error),
  );
}

const noObjection = (): Problem => problem('not-found', 'there is no such objection');

/** Null for none asked for, undefined for one that is not there. */
async function groupOf({ rows, document }: Loaded, id: GroupId | null) {
  return id === null ? null : (await rows.register.find(document.id, 'group', id))?.row;
}

async function seesProposal(loaded: Loaded, id: ProposalId): Promise<boolean> {
  const { rows, document, participant, delegation } = loaded;
  const entry = (await rows.register.find(document.id, 'proposal', id)) as RegisterEntry | null;
  if (entry === null) return false;
  const actor = { role: participant.role, constituency: delegation.constituency };
  const viewer = { delegation: delegation.id, abilities: abilities(actor, document) };
  return asSeenBy(entry, viewer, await surroundingsOf(rows, document.id, entry)) !== null;
}

/**
 * The phase ends with the deadline, so that whoever comes late is refused for the phase. Those who might have objected
 * a moment ago are told the reason: they are too late, and when the deadline was.
 */
async function tooLate(
  { store, clock }: CommandContext,
  { documentId, caller }: Request,
  silence: string,
  refusal: Problem,
): Promise<Problem> {
  if (refusal.code !== 'not-permitted') return refusal;
  const found = await store.rows.register.find(documentId, 'silence', silence);
  const participant = await store.rows.participants.find(caller);
  const document = await store.rows.documents.find(documentId);
  if (found === null || participant === null || document === null) return refusal;
  if (isRunning(found.row, clock.now())) return refusal;
  const { role } = participant;
  const before = { ...document, phase: 'silence' } as const;
  if (participant.removedAt !== null || !can({ role, constituency: null }, 'silence.object', before).allowed)
    return refusal;
  const { outcome, deadline, decidedAt } = found.row;
  return problem(
    'too-late',
    outcome === 'ended'
      ? `the facilitators ended this silence at ${decidedAt}`
      : `the deadline was ${deadline}: nothing was recorded`,
  );
}
