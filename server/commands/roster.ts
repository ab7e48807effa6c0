import type { OutcomeDocument } from '../../shared/model/document.ts';
import type { AccountId, DelegationId, DocumentId } from '../../shared/model/ids.ts';
import type { Delegation, Participant } from '../../shared/model/participant.ts';
import { OUTSIDER } from '../../shared/policy/actor.ts';
import { type Abilities, abilities } from '../../shared/policy/can.ts';
import type { Visitor } from '../ports/gatekeeper.ts';
import type { Rows } from '../ports/rows.ts';

/** A document and everybody in it, with what was judged of them: enough to judge whoever comes without a query. */
export interface Roster {
  readonly document: OutcomeDocument;
  /** By account; without whoever was removed. */
  readonly participants: ReadonlyMap<AccountId, Participant>;
  readonly delegations: ReadonlyMap<DelegationId, Delegation>;
  readonly visitors: Map<AccountId, Visitor>;
  /** By role and constituency, on which alone they depend. */
  readonly abilities: Map<string, Abilities>;
  readonly outsider: Visitor;
}

/** Three queries, whatever the number of people. Null when there is no such document. */
export async function readRoster(rows: Rows, documentId: DocumentId): Promise<Roster | null> {
  const document = await rows.documents.find(documentId);
  if (document === null) return null;
  const everybody = await rows.participants.ofDocument(documentId);
  const delegations = await rows.delegations.ofDocument(documentId);
  const participants = new Map<AccountId, Participant>();
  for (const participant of everybody)
    if (participant.removedAt === null && !participants.has(participant.accountId))
      participants.set(participant.accountId, participant);
  return {
    document,
    participants,
    delegations: new Map(delegations.map((delegation) => [delegation.id, delegation])),
    visitors: new Map(),
    abilities: new Map(),
    outsider: {
      document,
      participant: null,
      delegation: null,
      actor: OUTSIDER,
      abilities: abilities(OUTSIDER, document),
    },
  };
}

/** Somebody by their account, judged; null for somebody who is no participant. */
export function visitorIn(roster: Roster, accountId: AccountId): Visitor | null {
  const known = roster.visitors.get(accountId);
  if (known !== undefined) return known;
  const { document } = roster;
  const participant = roster.participants.get(accountId);
  if (participant === undefined) return null;
  const delegation = roster.delegations.get(participant.delegationId);
  if (delegation === undefined) throw new Error(`participant ${participant.id} has no delegation`);
  const actor = { role: participant.role, constituency: delegation.constituency };
  const kind = `${actor.role} ${actor.constituency}`;
  const able = roster.abilities.get(kind) ?? abilities(actor, document);
  roster.abilities.set(kind, able);
  const visitor: Visitor = { document, participant, delegation, actor, abilities: able };
  roster.visitors.set(accountId, visitor);
  return visitor;
}
