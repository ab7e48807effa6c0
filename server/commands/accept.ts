import { planChange } from '../../shared/amend/plan.ts';
import { delegationsOf, ownWording, type SeenByFacilitator, takeUp } from '../../shared/domain/acceptance.ts';
import { decideDisposition } from '../../shared/domain/disposition.ts';
import { changesOnText, type Proposals } from '../../shared/domain/proposal-standing.ts';
import { decideChanges, type WantedChange } from '../../shared/domain/proposed-changes.ts';
import { frozenBy } from '../../shared/domain/version.ts';
import type { ProposalId } from '../../shared/model/ids.ts';
import type { LabelledParagraph } from '../../shared/model/paragraph.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import type { Acceptance, ProposedChange } from '../../shared/model/proposal.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { can } from '../../shared/policy/can.ts';
import { notPermitted } from '../../shared/policy/refusal.ts';
import { labelParagraphs } from '../../shared/text/labels.ts';
import type { ClientId } from '../ports/text-log.ts';
import { acceptanceId, begunAcceptance } from './begun-acceptance.ts';
import { closeWindow } from './close-window.ts';
import type { CommandContext } from './context.ts';
import { type Accepted, finishAcceptance, newClient } from './finish-acceptance.ts';
import { inTurn } from './in-turn.ts';
import { factsOf, signatureOf } from './input-facts.ts';
import { earlierAnswer } from './once.ts';
import { type Loaded, loadFor, perform, type Request } from './perform.ts';
import { type LiveText, liveText, type ProposalContext } from './propose.ts';
import { recordRow } from './record-row.ts';

export interface WantedAcceptance {
  readonly decision: 'accepted' | 'accepted-in-part';
  readonly reason: string;
  /** Changes with wording of the facilitators' own, on the text as it stands; null: as proposed, or as compromised. */
  readonly wordings: readonly WantedChange[] | null;
  readonly seen: SeenByFacilitator;
  /** The revision of its disposition that was looked at; 0: there was none. */
  readonly decided: number;
}

/**
 * Takes a proposal up into the working text. Three steps, so that a server that stops between them goes on where it
 * stopped: a row that says exactly what will be written, the edit, made once under a clientID of its own, and the rows
 * that say it is done. A request that is sent again, by the same key, finishes what it began.
 */
export function accept(
  context: ProposalContext,
  request: Request,
  proposalId: ProposalId,
  wanted: WantedAcceptance,
): Promise<Result<Accepted, Problem>> {
  const { documentId } = request;
  return inTurn(context.store, `${documentId} ${proposalId}`, async () => {
    const { store, clock } = context;
    const { retry } = request;
    await closeWindow(context, documentId);
    const earlier = retry === null ? null : await earlierAnswer<Accepted>(context, store.rows, retry);
    if (earlier !== null) return earlier;
    const id = await acceptanceId(context, documentId, retry);
    const begun = await begunAcceptance(context, request, proposalId, id);
    if (begun !== null) {
      const finished = await finishAcceptance(context, documentId, begun.id, begun.id === id ? retry : null);
      if (begun.id === id) return finished;
      if (!finished.ok && finished.error.code !== 'needs-a-look') return finished;
    }
    const allowed = await loadFor(store.rows, clock.now(), documentId, request.caller, 'disposition.decide');
    if (!allowed.ok) return allowed;
    const live = await liveText(context, documentId, wanted.wordings ?? []);
    const begin = { id, proposalId, live, client: await newClient(context, documentId) };
    const written = await beginAcceptance(context, request, begin, wanted);
    if (!written.ok) return written;
    return await finishAcceptance(context, documentId, written.value.id, retry);
  });
}

/** What is read before the first transaction. */
interface Begin {
  readonly id: string;
  readonly proposalId: ProposalId;
  readonly live: LiveText;
  readonly client: ClientId;
}

/** Step one: what will be written, decided on the text as it stands, and kept. */
function beginAcceptance(
  context: ProposalContext,
  request: Request,
  begin: Begin,
  wanted: WantedAcceptance,
): Promise<Result<EntryOf<'acceptance'>, Problem>> {
  return perform(
    context,
    { ...request, retry: null },
    'disposition.decide',
    'proposal.accept',
    async (loaded) => {
      const decided = await decide(context, loaded, begin, wanted);
      if (!decided.ok) return decided;
      const { entry, subject, row, events } = await recordRow(loaded, 'acceptance', begin.id, decided.value);
      return ok({ answer: entry, subject, row, events });
    },
  );
}

async function decide(
  context: ProposalContext,
  loaded: Loaded,
  { id, proposalId, live, client }: Begin,
  wanted: WantedAcceptance,
): Promise<Result<Acceptance, Problem>> {
  const { rows, document, participant, delegation } = loaded;
  const actor = { role: participant.role, constituency: delegation.constituency };
  const mayWrite = can(actor, 'text.write', document);
  if (!mayWrite.allowed) return fail(notPermitted('text.write', mayWrite.reason));
  const facts = await factsOf(loaded, { noun: 'proposal', id: proposalId });
  if (!facts.ok) return facts;
  const by = signatureOf(loaded);
  const disposition = decideDisposition(
    facts.value,
    { decision: wanted.decision, reason: wanted.reason, summary: '', ledTo: [], duplicateOf: null },
    { by, after: null, seen: wanted.decided, route: 'acceptance' },
  );
  if (!disposition.ok) return disposition;
  const proposal = await rows.register.find(document.id, 'proposal', proposalId);
  if (proposal === null) return fail(problem('not-found', `there is no such proposal: ${proposalId}`));
  const latest = await rows.versions.latest(document.id);
  const paragraphs = labelParagraphs(live.paragraphs, frozenBy(latest));
  const brought = changesOnText(proposal.row, await proposalsOf(loaded));
  if (brought.unsure && wanted.wordings === null)
    return fail(
      problem(
        'needs-a-look',
        'the proposal that this one amends has changed: accept with wording of your own',
      ),
    );
  const changes = changesToTakeUp(context, brought.changes, wanted, paragraphs);
  if (!changes.ok) return changes;
  const standings = takeUp(changes.value, paragraphs, wanted.seen, proposal.revision);
  if (!standings.ok) return standings;
  return ok({
    id,
    documentId: document.id,
    proposalId,
    state: 'applying',
    client,
    decision: wanted.decision,
    reason: wanted.reason.trim(),
    changes: standings.value.flatMap((standing) => planChange(standing, context.secrets.newId)),
    delegations: delegationsOf(proposal.row),
    textSeq: null,
    by,
  });
}

/** All proposals of a document, and which were taken up: read in the transaction. */
async function proposalsOf({ rows, document }: Loaded): Promise<Proposals> {
  const all = new Map((await rows.register.ofNoun(document.id, 'proposal')).map(({ row }) => [row.id, row]));
  const applied = new Map(
    (await rows.register.ofNoun(document.id, 'acceptance'))
      .filter(({ row }) => row.state === 'applied')
      .map(({ row }) => [row.proposalId, row]),
  );
  return { proposal: (id) => all.get(id), applied: (id) => applied.get(id) };
}

/** The proposal's changes, or the facilitators' own wording in their place. */
function changesToTakeUp(
  { secrets }: CommandContext,
  changes: readonly ProposedChange[],
  { wordings }: WantedAcceptance,
  paragraphs: readonly LabelledParagraph[],
): Result<readonly ProposedChange[], Problem> {
  if (wordings === null) return ok(changes);
  const decided = decideChanges(wordings, { paragraphs, live: true, hadOnce: () => false }, secrets.newId);
  return decided.ok ? ownWording(decided.value, changes, paragraphs) : decided;
}
