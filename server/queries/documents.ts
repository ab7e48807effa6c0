import type { DocumentAnswer, DocumentCard } from '../../shared/api/document.ts';
import type { OutcomeDocument } from '../../shared/model/document.ts';
import type { Role } from '../../shared/model/participant.ts';
import { publicParticipant } from '../../shared/model/participant.ts';
import type { Problem } from '../../shared/model/problem.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import { OUTSIDER } from '../../shared/policy/actor.ts';
import { abilities } from '../../shared/policy/can.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { Account } from '../ports/records.ts';
import type { QueryContext } from './context.ts';
import { permit } from './permit.ts';

/** Every document that somebody may see, newest first. */
export async function listDocuments(
  { store }: QueryContext,
  accounts: readonly Account[],
): Promise<DocumentCard[]> {
  const { rows } = store;
  const roles = new Map<string, Role>();
  for (const account of [...accounts].reverse())
    for (const place of await rows.participants.ofAccount(account.id))
      if (place.removedAt === null) roles.set(place.documentId, place.role);
  const owner = accounts.some((account) => account.owner);
  const cards: DocumentCard[] = [];
  for (const document of await rows.documents.list()) {
    const role = roles.get(document.id) ?? null;
    const outsider = abilities(OUTSIDER, document);
    const visible = role !== null || owner || outsider['document.view'].allowed;
    if (!visible) continue;
    const versions =
      role !== null || owner || outsider['version.view'].allowed
        ? await rows.versions.ofDocument(document.id)
        : [];
    cards.push({
      ...card(document),
      role,
      latestVersion: versions.at(-1) ?? null,
      versions: versions.length,
    });
  }
  return cards.reverse();
}

const card = ({ createdAt: _, ...rest }: OutcomeDocument) => rest;

/** One document as a visitor sees it, with what they may do there. */
export async function viewDocument(
  { store, workingTexts }: QueryContext,
  visitor: Visitor,
): Promise<Result<DocumentAnswer, Problem>> {
  const permitted = permit(visitor, 'document.view');
  if (!permitted.ok) return permitted;
  const { document, participant, delegation } = visitor;
  const seesVersions = visitor.abilities['version.view'].allowed;
  return ok({
    document,
    me:
      participant === null || delegation === null
        ? null
        : { participant: publicParticipant(participant), delegation },
    abilities: visitor.abilities,
    versions: seesVersions ? await store.rows.versions.ofDocument(document.id) : [],
    attendance: workingTexts.attendance(document.id),
  });
}
