import type { Generated } from 'kysely';
import type { AuditEntry } from '../../../shared/model/audit.ts';
import type { OutcomeDocument } from '../../../shared/model/document.ts';
import type { AccountId, DocumentId, IsoTime, ParticipantId } from '../../../shared/model/ids.ts';
import type { Notice } from '../../../shared/model/notice.ts';
import type { Delegation, Participant } from '../../../shared/model/participant.ts';
import type { RegisterEntry } from '../../../shared/model/register.ts';
import type { VersionSummary } from '../../../shared/model/version.ts';
import type { LinkToken } from '../../ports/link-tokens.ts';
import type { MailSetting, OutboxMail } from '../../ports/mail.ts';
import type { SeenRow } from '../../ports/notices.ts';
import type { Account, IdempotencyRecord, OwnerLink, StoredInvitation } from '../../ports/records.ts';

type Plain<Row> = { -readonly [Name in keyof Row]: Row[Name] };

/** The tables as Kysely sees them. Columns are named as the model's fields; booleans are 0 or 1, lists are JSON. */
export interface Tables {
  documents: Plain<Omit<OutcomeDocument, 'sample' | 'adoption'>> & {
    sample: number;
    adoption: string | null;
  };
  delegations: Plain<Delegation>;
  participants: Plain<Participant>;
  accounts: Plain<Omit<Account, 'owner'>> & { owner: number };
  invitations: Plain<StoredInvitation>;
  ownerLinks: Plain<OwnerLink>;
  sessions: { tokenHash: string; createdAt: IsoTime; expiresAt: IsoTime };
  sessionAccounts: { tokenHash: string; accountId: AccountId; place: number };
  versions: Plain<VersionSummary> & { paragraphs: string; relabelling: string };
  idempotency: Plain<IdempotencyRecord>;
  audit: Plain<AuditEntry>;
  /** `made` is the seq of the row's first revision. */
  register: Plain<Omit<RegisterEntry, 'row'>> & { made: number; row: string };
  notices: Plain<Omit<Notice, 'id'>> & { seq: Generated<number> };
  seenUpTo: { participantId: ParticipantId; documentId: DocumentId; upTo: number };
  seenRows: Plain<SeenRow> & { participantId: ParticipantId; documentId: DocumentId };
  linkTokens: Plain<LinkToken>;
  mailSettings: Plain<MailSetting>;
  outbox: Plain<OutboxMail>;
  updates: {
    documentId: DocumentId;
    seq: number;
    participantId: ParticipantId;
    at: IsoTime;
    update: Uint8Array;
    claims: string;
    digest: string;
  };
}
