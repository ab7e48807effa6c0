import { canonicalJson } from '../../shared/domain/canonical-json.ts';
import { type NewDocument, createDocument as newDocument } from '../../shared/domain/document.ts';
import type { AccountId, DelegationId, DocumentId, ParticipantId } from '../../shared/model/ids.ts';
import type { Delegation, Participant } from '../../shared/model/participant.ts';
import { type Problem, problem } from '../../shared/model/problem.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { Account } from '../ports/records.ts';
import type { Rows } from '../ports/rows.ts';
import type { CommandContext } from './context.ts';
import { once, type Retry } from './once.ts';

/** The delegation of those who facilitate: they speak for nobody's interest. */
export const FACILITATORS_DELEGATION = 'Facilitators';

/** The owner of the server, and whoever facilitates a document already, may create documents. */
export async function mayCreate(rows: Rows, account: Account): Promise<boolean> {
  if (account.owner) return true;
  const places = await rows.participants.ofAccount(account.id);
  return places.some((place) => place.role === 'facilitator' && place.removedAt === null);
}

/** Creates a document with its creator as first facilitator. `sample` is for the demonstration's own document. */
export function createDocument(
  context: CommandContext,
  creator: AccountId,
  wanted: NewDocument,
  retry: Retry | null,
  sample: { readonly delegation: string } | null = null,
): Promise<Result<{ readonly id: DocumentId; readonly participant: ParticipantId }, Problem>> {
  const { newId } = context.secrets;
  return once(context, retry, async (rows, now) => {
    const account = await rows.accounts.find(creator);
    if (account === null || !(sample !== null || (await mayCreate(rows, account))))
      return fail(
        problem('not-permitted', 'only the owner of this server and facilitators create documents'),
      );
    const document = newDocument(newId() as DocumentId, wanted, now, sample !== null);
    const delegation: Delegation = {
      id: newId() as DelegationId,
      documentId: document.id,
      name: sample?.delegation ?? FACILITATORS_DELEGATION,
      constituency: null,
      region: null,
    };
    const participant: Participant = {
      id: newId() as ParticipantId,
      documentId: document.id,
      accountId: account.id,
      name: account.name,
      role: 'facilitator',
      delegationId: delegation.id,
      joinedAt: now,
      removedAt: null,
    };
    await rows.documents.insert(document);
    await rows.delegations.insert(delegation);
    await rows.participants.insert(participant);
    await rows.audit.append({
      documentId: document.id,
      at: now,
      act: 'document.create',
      participantId: participant.id,
      delegationId: delegation.id,
      subject: `document:${document.id}`,
      recordHash: context.secrets.hash(canonicalJson(document)),
    });
    return ok({
      answer: { id: document.id, participant: participant.id },
      records: [
        {
          documentId: document.id,
          act: 'member.join',
          participantId: participant.id,
          delegationId: delegation.id,
          subject: `participant:${participant.id}`,
          row: { participant, delegation },
        },
      ],
      events: [],
    });
  });
}
