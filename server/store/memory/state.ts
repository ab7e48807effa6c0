import type { AuditEntry } from '../../../shared/model/audit.ts';
import type { OutcomeDocument } from '../../../shared/model/document.ts';
import type { Delegation, Participant } from '../../../shared/model/participant.ts';
import type { RegisterEntry } from '../../../shared/model/register.ts';
import type { Version } from '../../../shared/model/version.ts';
import type { LinkToken } from '../../ports/link-tokens.ts';
import type { MailSetting, OutboxMail } from '../../ports/mail.ts';
import type { SeenMarks, StoredNotice } from '../../ports/notices.ts';
import type {
  Account,
  IdempotencyRecord,
  OwnerLink,
  SessionRecord,
  StoredInvitation,
} from '../../ports/records.ts';
import type { UpdateRecord } from '../../ports/store.ts';
import type { TextSnapshot } from '../../ports/text-log.ts';

/** Everything a memory store holds. Rows are never changed in place, so that a copy of the maps is a snapshot. */
export interface MemoryState {
  readonly documents: Map<string, OutcomeDocument>;
  readonly delegations: Map<string, Delegation>;
  readonly participants: Map<string, Participant>;
  readonly accounts: Map<string, Account>;
  readonly invitations: Map<string, StoredInvitation>;
  readonly ownerLinks: Map<string, OwnerLink>;
  readonly sessions: Map<string, SessionRecord>;
  readonly versions: Map<string, Version>;
  readonly idempotency: Map<string, IdempotencyRecord>;
  readonly audit: Map<string, readonly AuditEntry[]>;
  readonly register: Map<string, readonly RegisterEntry[]>;
  readonly notices: Map<string, readonly StoredNotice[]>;
  /** Under `seq`: the last notice's number. */
  readonly lastNotice: Map<string, number>;
  /** Keyed by document and participant, separated by a space. */
  readonly seen: Map<string, SeenMarks>;
  readonly linkTokens: Map<string, LinkToken>;
  readonly mailSettings: Map<string, MailSetting>;
  readonly outbox: Map<string, OutboxMail>;
  readonly updates: Map<string, readonly UpdateRecord[]>;
  readonly snapshots: Map<string, TextSnapshot>;
  /** Keyed by document and clientID, separated by a space. */
  readonly owners: Map<string, string>;
}

export const emptyState = (): MemoryState => ({
  documents: new Map(),
  delegations: new Map(),
  participants: new Map(),
  accounts: new Map(),
  invitations: new Map(),
  ownerLinks: new Map(),
  sessions: new Map(),
  versions: new Map(),
  idempotency: new Map(),
  audit: new Map(),
  register: new Map(),
  notices: new Map(),
  lastNotice: new Map(),
  seen: new Map(),
  linkTokens: new Map(),
  mailSettings: new Map(),
  outbox: new Map(),
  updates: new Map(),
  snapshots: new Map(),
  owners: new Map(),
});

/** A state that can be written without the first one seeing it. */
export const copyState = (state: MemoryState): MemoryState =>
  Object.fromEntries(
    Object.entries(state).map(([name, map]) => [name, new Map(map)]),
  ) as unknown as MemoryState;
