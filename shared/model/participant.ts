import type { AccountId, DelegationId, DocumentId, InvitationId, IsoTime, ParticipantId } from './ids.ts';

export const ROLES = ['facilitator', 'drafter', 'delegate', 'stakeholder', 'observer'] as const;
export type Role = (typeof ROLES)[number];

export const CONSTITUENCIES = [
  'government',
  'civil-society',
  'private-sector',
  'technical-community',
  'academia',
  'international-organisation',
] as const;
export type Constituency = (typeof CONSTITUENCIES)[number];

/** The United Nations regional groups; a government has one, or none. */
export const REGIONS = ['african', 'asia-pacific', 'eastern-european', 'grulac', 'weog'] as const;
export type Region = (typeof REGIONS)[number];

/** Who a participant speaks for. `constituency` is null for the facilitators themselves. */
export interface Delegation {
  readonly id: DelegationId;
  readonly documentId: DocumentId;
  readonly name: string;
  readonly constituency: Constituency | null;
  readonly region: Region | null;
}

/** A person in a document, with a role, speaking for a delegation. Never deleted; `removedAt` ends access. */
export interface Participant {
  readonly id: ParticipantId;
  readonly documentId: DocumentId;
  readonly accountId: AccountId;
  readonly name: string;
  readonly role: Role;
  readonly delegationId: DelegationId;
  readonly joinedAt: IsoTime;
  readonly removedAt: IsoTime | null;
}

/** The right to enter as one participant. Only a SHA-256 of its token is stored. */
export interface Invitation {
  readonly id: InvitationId;
  readonly documentId: DocumentId;
  readonly participantId: ParticipantId;
  readonly createdAt: IsoTime;
  readonly revokedAt: IsoTime | null;
}

/** A participant as others see it: without the account behind it. */
export type PublicParticipant = Omit<Participant, 'accountId'>;

/** Leaves out what is nobody else's business. */
export const publicParticipant = ({ accountId: _, ...rest }: Participant): PublicParticipant => rest;
