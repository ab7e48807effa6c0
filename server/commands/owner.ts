import { canonicalJson } from '../../shared/domain/canonical-json.ts';
import type { OutcomeDocument } from '../../shared/model/document.ts';
import type { AccountId, DelegationId, IsoTime, ParticipantId } from '../../shared/model/ids.ts';
import type { Participant } from '../../shared/model/participant.ts';
import type { Account } from '../ports/records.ts';
import type { Rows } from '../ports/rows.ts';
import type { CommandContext } from './context.ts';
import { FACILITATORS_DELEGATION } from './create-document.ts';

/** The name under which the owner of a server acts. */
export const OWNER_NAME = 'Server owner';

/**
 * Makes the owner's account where there is none yet. When `link` is asked for, answers the token of a one-time link,
 * until somebody has entered by one: a link that scrolled by unseen is replaced at the next start.
 */
export function ensureOwner(
  { store, clock, secrets }: Pick<CommandContext, 'store' | 'clock' | 'secrets'>,
  link: boolean,
): Promise<string | null> {
  return store.transact(async (rows) => {
    const now = clock.now();
    const existing = await rows.accounts.findOwner();
    const owner = existing ?? {
      id: secrets.newId() as AccountId,
      name: OWNER_NAME,
      owner: true,
      createdAt: now,
    };
    if (existing === null) await rows.accounts.insert(owner);
    if (!link || (await rows.ownerLinks.anyUsed())) return null;
    await rows.ownerLinks.deleteUnused();
    const token = secrets.newToken();
    await rows.ownerLinks.insert({
      tokenHash: secrets.hash(token),
      accountId: owner.id,
      createdAt: now,
      usedAt: null,
    });
    return token;
  });
}

/** Makes the owner a facilitator of a document that they enter for the first time, on record like anybody else. */
export function joinAsOwner(
  { store, clock, secrets }: Pick<CommandContext, 'store' | 'clock' | 'secrets'>,
  owner: Account,
  document: OutcomeDocument,
): Promise<Participant> {
  return store.transact(async (rows) => {
    const there = await rows.participants.ofAccount(owner.id);
    const already = there.find((p) => p.documentId === document.id && p.removedAt === null);
    if (already !== undefined) return already;
    const now = clock.now();
    const delegation = await facilitators(secrets.newId, rows, document);
    const participant: Participant = {
      id: secrets.newId() as ParticipantId,
      documentId: document.id,
      accountId: owner.id,
      name: owner.name,
      role: 'facilitator',
      delegationId: delegation.id,
      joinedAt: now,
      removedAt: null,
    };
    await rows.participants.insert(participant);
    await recordJoining(secrets, rows, participant, delegation, now);
    return participant;
  });
}

async function facilitators(newId: () => string, rows: Rows, document: OutcomeDocument) {
  const all = await rows.delegations.ofDocument(document.id);
  const found = all.find((delegation) => delegation.constituency === null);
  if (found !== undefined) return found;
  const made = {
    id: newId() as DelegationId,
    documentId: document.id,
    name: FACILITATORS_DELEGATION,
    constituency: null,
    region: null,
  };
  await rows.delegations.insert(made);
  return made;
}

async function recordJoining(
  secrets: CommandContext['secrets'],
  rows: Rows,
  participant: Participant,
  delegation: { readonly id: DelegationId },
  now: IsoTime,
): Promise<void> {
  await rows.audit.append({
    documentId: participant.documentId,
    at: now,
    act: 'member.join',
    participantId: participant.id,
    delegationId: delegation.id,
    subject: `participant:${participant.id}`,
    recordHash: secrets.hash(canonicalJson({ participant, delegation })),
  });
}
