import type { Visitor } from '../../../server/ports/gatekeeper.ts';
import type { OutcomeDocument, Phase } from '../../../shared/model/document.ts';
import type {
  AccountId,
  DelegationId,
  DocumentId,
  IsoTime,
  ParticipantId,
} from '../../../shared/model/ids.ts';
import type { Participant, Role } from '../../../shared/model/participant.ts';
import { abilities } from '../../../shared/policy/can.ts';

/** People and a document for tests of the rooms. */
export const DOC = 'document-1' as DocumentId;
export const AT = '2026-01-01T00:00:00.000Z' as IsoTime;

export const documentIn = (phase: Phase, id = DOC): OutcomeDocument => ({
  id,
  title: 'Sample',
  phase,
  phaseSince: AT,
  closesAt: null,
  workingText: 'public',
  register: 'public',
  createdAt: AT,
  sample: false,
});

export const participantNamed = (name: string, role: Role, documentId = DOC): Participant => ({
  id: name.toLowerCase() as ParticipantId,
  documentId,
  accountId: `account-${name}` as AccountId,
  name,
  role,
  delegationId: `delegation-${name}` as DelegationId,
  joinedAt: AT,
  removedAt: null,
});

/** Somebody before the document, judged by the real table. A null role is no participant. */
export function visitorNamed(
  name: string,
  role: Role | null,
  phase: Phase = 'drafting',
  documentId = DOC,
): Visitor {
  const document = documentIn(phase, documentId);
  const actor = { role, constituency: null };
  const participant = role === null ? null : participantNamed(name, role, documentId);
  return {
    document,
    participant,
    delegation:
      participant === null
        ? null
        : {
            id: participant.delegationId,
            documentId,
            name: `Delegation of ${name}`,
            constituency: null,
            region: null,
          },
    actor,
    abilities: abilities(actor, document),
  };
}
