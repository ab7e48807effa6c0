import type {
  ChangeDelegationRequest,
  InvitedManyAnswer,
  InviteManyRequest,
} from '../../shared/api/delegation.ts';
import type { DelegationId, DocumentId } from '../../shared/model/ids.ts';
import { useAct } from './act.ts';
import { keys } from './keys.ts';
import { type EntryAnswer, useRegisterAct } from './register/use-register-act.ts';

/** Invites one person for each of many delegations, all or none. The links come this once. */
export const useInviteMany = (id: DocumentId) =>
  useAct<InviteManyRequest, InvitedManyAnswer>({
    method: 'POST',
    path: () => `/documents/${id}/delegations`,
    body: (input) => input,
    stale: () => [keys.members(id)],
  });

/** Changes what is kept of a delegation: everything of the document may name it. */
export const useChangeDelegation = (id: DocumentId) =>
  useRegisterAct<ChangeDelegationRequest & { readonly delegation: DelegationId }, EntryAnswer>(id, {
    method: 'PATCH',
    path: ({ delegation }) => `/documents/${id}/delegations/${delegation}`,
    body: ({ delegation: _, ...request }) => request,
    stale: () => [keys.document(id)],
  });
