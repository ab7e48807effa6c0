import type { GroupRequest, HeadRequest } from '../../shared/api/group.ts';
import type { DelegationId, DocumentId, GroupId } from '../../shared/model/ids.ts';
import { useRegisterAct } from './register/use-register-act.ts';

export const useCreateGroup = (id: DocumentId) =>
  useRegisterAct<GroupRequest>(id, {
    method: 'POST',
    path: () => `/documents/${id}/groups`,
    body: (input) => input,
  });

/** Says anew who is in a group, and since when. */
export const useChangeGroup = (id: DocumentId) =>
  useRegisterAct<GroupRequest & { readonly group: GroupId }>(id, {
    method: 'PUT',
    path: ({ group }) => `/documents/${id}/groups/${group}`,
    body: ({ group: _, ...request }) => request,
  });

/** Names the head of a delegation, who submits its private notes. */
export const useNameHead = (id: DocumentId) =>
  useRegisterAct<HeadRequest & { readonly delegation: DelegationId }>(id, {
    method: 'PUT',
    path: ({ delegation }) => `/documents/${id}/delegations/${delegation}/head`,
    body: ({ participantId }) => ({ participantId }),
  });
