import type { Account, ActRecord, StoredInvitation } from '../../server/ports/records.ts';
import type { Rows } from '../../server/ports/rows.ts';
import type { OutcomeDocument } from '../../shared/model/document.ts';
import type {
  AccountId,
  DelegationId,
  DocumentId,
  InvitationId,
  IsoTime,
  ParagraphId,
  ParticipantId,
  VersionId,
} from '../../shared/model/ids.ts';
import type { Delegation, Participant } from '../../shared/model/participant.ts';
import type { Version } from '../../shared/model/version.ts';

/** Sample rows for contract suites. Everything hangs together, as foreign keys demand. */
export const AT = '2026-10-01T09:00:00.000Z' as IsoTime;
export const LATER = '2026-10-01T10:00:00.000Z' as IsoTime;

export const sampleDocument = (id = 'doc'): OutcomeDocument => ({
  id: id as DocumentId,
  title: `Sample text ${id}`,
  phase: 'drafting',
  phaseSince: AT,
  closesAt: null,
  workingText: 'team',
  register: 'participants',
  createdAt: AT,
  sample: false,
});

export const sampleAccount = (id = 'account', owner = false): Account => ({
  id: id as AccountId,
  name: 'Sample person',
  owner,
  createdAt: AT,
});

export const sampleDelegation = (id = 'delegation', documentId = 'doc'): Delegation => ({
  id: id as DelegationId,
  documentId: documentId as DocumentId,
  name: 'Sample delegation',
  constituency: 'government',
  region: 'african',
});

export const sampleParticipant = (id = 'participant', documentId = 'doc'): Participant => ({
  id: id as ParticipantId,
  documentId: documentId as DocumentId,
  accountId: 'account' as AccountId,
  name: 'Sample person',
  role: 'drafter',
  delegationId: 'delegation' as DelegationId,
  joinedAt: AT,
  removedAt: null,
});

export const sampleInvitation = (id = 'invitation', tokenHash = 'a'.repeat(64)): StoredInvitation => ({
  id: id as InvitationId,
  documentId: 'doc' as DocumentId,
  participantId: 'participant' as ParticipantId,
  tokenHash,
  createdAt: AT,
  revokedAt: null,
  usedAt: null,
});

export const sampleVersion = (ordinal: number, name = `Rev.${ordinal}`): Version => ({
  id: `version-${ordinal}` as VersionId,
  documentId: 'doc' as DocumentId,
  ordinal,
  stage: 'revision',
  name,
  letter: '',
  publishedAt: AT,
  publishedBy: 'participant' as ParticipantId,
  hash: 'b'.repeat(64),
  paragraphs: [
    {
      id: 'p1' as ParagraphId,
      kind: 'operative',
      level: 0,
      dir: 'auto',
      from: [],
      pinned: null,
      runs: [{ text: 'We ' }, { text: 'décidons', bold: true }, { text: ' 是 😀' }],
      label: '1',
      text: 'We décidons 是 😀',
    },
  ],
  relabelling: [{ paragraph: 'p1' as ParagraphId, from: '1 bis', to: '1' }],
});

export const sampleAct = (subject = 'document:doc', documentId = 'doc'): ActRecord => ({
  documentId: documentId as DocumentId,
  at: AT,
  act: 'document.configure',
  participantId: 'participant' as ParticipantId,
  delegationId: 'delegation' as DelegationId,
  subject,
  recordHash: 'c'.repeat(64),
});

/** A document with one participant. */
export async function insertPeople(rows: Rows): Promise<void> {
  await rows.documents.insert(sampleDocument());
  await rows.accounts.insert(sampleAccount());
  await rows.delegations.insert(sampleDelegation());
  await rows.participants.insert(sampleParticipant());
}
