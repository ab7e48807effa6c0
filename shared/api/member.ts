import { z } from 'zod';
import type { DelegationId, DocumentId, ParticipantId } from '../model/ids.ts';
import {
  CONSTITUENCIES,
  type Delegation,
  type PublicParticipant,
  REGIONS,
  ROLES,
} from '../model/participant.ts';
import { idOf, isoTime, nameField } from './fields.ts';

export const participantShape: z.ZodType<PublicParticipant, PublicParticipant> = z.strictObject({
  id: idOf<ParticipantId>(),
  documentId: idOf<DocumentId>(),
  name: z.string(),
  role: z.enum(ROLES),
  delegationId: idOf<DelegationId>(),
  joinedAt: isoTime,
  removedAt: isoTime.nullable(),
});

export const delegationShape: z.ZodType<Delegation, Delegation> = z.strictObject({
  id: idOf<DelegationId>(),
  documentId: idOf<DocumentId>(),
  name: z.string(),
  constituency: z.enum(CONSTITUENCIES).nullable(),
  region: z.enum(REGIONS).nullable(),
});

/** A participant and who they speak for. */
export const memberIdentity = z.strictObject({ participant: participantShape, delegation: delegationShape });
export type MemberIdentity = z.infer<typeof memberIdentity>;

/** One line of the members page; `invited` means a link that is still open and was never used. */
export const member = z.strictObject({
  participant: participantShape,
  delegation: delegationShape,
  invited: z.boolean(),
});
export type Member = z.infer<typeof member>;

/** `GET /api/documents/:id/members`: in the order they joined, removed ones included. */
export const membersAnswer = z.strictObject({ members: z.array(member) });
export type MembersAnswer = z.infer<typeof membersAnswer>;

/** Who somebody will speak for. An existing delegation of the same name and constituency is used again. */
export const delegationRequest = z.strictObject({
  name: nameField,
  /** Null for the facilitators themselves. */
  constituency: z.enum(CONSTITUENCIES).nullable().default(null),
  /** The regional group; only of a government. */
  region: z.enum(REGIONS).nullable().default(null),
});

/** `POST /api/documents/:id/invitations`. */
export const inviteRequest = z.strictObject({
  name: nameField,
  role: z.enum(ROLES),
  delegation: delegationRequest,
});
export type InviteRequest = z.input<typeof inviteRequest>;

/** The token is shown here once and never again; `url` carries it behind `#`, which no server logs. */
export const invitedAnswer = z.strictObject({
  participant: participantShape,
  token: z.string(),
  url: z.string(),
});
export type InvitedAnswer = z.infer<typeof invitedAnswer>;

/** `PATCH /api/documents/:id/members/:participant`. */
export const changeMemberRequest = z.strictObject({ role: z.enum(ROLES) });
export type ChangeMemberRequest = z.input<typeof changeMemberRequest>;

export const memberAnswer = z.strictObject({ participant: participantShape });
export type MemberAnswer = z.infer<typeof memberAnswer>;
