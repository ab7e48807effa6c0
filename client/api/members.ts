import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { AuditAnswer } from '../../shared/api/audit.ts';
import type { InvitedAnswer, InviteRequest, MemberAnswer, MembersAnswer } from '../../shared/api/member.ts';
import type { DocumentId, ParticipantId } from '../../shared/model/ids.ts';
import type { Role } from '../../shared/model/participant.ts';
import { useAct } from './act.ts';
import { keys } from './keys.ts';
import { requestOrThrow } from './request.ts';

export const useMembers = (id: DocumentId, enabled: boolean) =>
  useQuery({
    queryKey: keys.members(id),
    queryFn: () => requestOrThrow<MembersAnswer>('GET', `/documents/${id}/members`),
    enabled,
  });

export const useInvite = (id: DocumentId) =>
  useAct<InviteRequest, InvitedAnswer>({
    method: 'POST',
    path: () => `/documents/${id}/invitations`,
    body: (input) => input,
    stale: () => [keys.members(id)],
  });

/** A new link for somebody; the old one stops working. */
export const useReissue = (id: DocumentId) =>
  useAct<ParticipantId, InvitedAnswer>({
    method: 'POST',
    path: (participant) => `/documents/${id}/members/${participant}/invitation`,
    stale: () => [keys.members(id)],
  });

export const useChangeRole = (id: DocumentId) =>
  useAct<{ participant: ParticipantId; role: Role }, MemberAnswer>({
    method: 'PATCH',
    path: ({ participant }) => `/documents/${id}/members/${participant}`,
    body: ({ role }) => ({ role }),
    stale: () => [keys.document(id)],
  });

/** Ends somebody's access. Their name stays on what they did. */
export const useRemoveMember = (id: DocumentId) =>
  useAct<ParticipantId, unknown>({
    method: 'DELETE',
    path: (participant) => `/documents/${id}/members/${participant}`,
    stale: () => [keys.document(id)],
  });

/** Entries a page. */
const AUDIT_STEP = 100;

export const useAudit = (id: DocumentId, enabled: boolean) =>
  useInfiniteQuery({
    queryKey: keys.audit(id),
    queryFn: ({ pageParam }) =>
      requestOrThrow<AuditAnswer>('GET', `/documents/${id}/audit?after=${pageParam}&limit=${AUDIT_STEP}`),
    initialPageParam: 0,
    getNextPageParam: (page) => {
      const last = page.entries.at(-1);
      return last !== undefined && last.seq < page.head.seq ? last.seq : undefined;
    },
    enabled,
  });
