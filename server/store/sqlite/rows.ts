import type { Kysely } from 'kysely';
import type { Rows } from '../../ports/rows.ts';
import { auditRows } from './rows-audit.ts';
import { accountRows, invitationRows, ownerLinkRows, sessionRows } from './rows-entry.ts';
import { linkTokenRows, mailSettingRows, outboxRows } from './rows-mail.ts';
import { noticeRows, seenRows } from './rows-notices.ts';
import { delegationRows, documentRows, participantRows } from './rows-people.ts';
import { registerRows } from './rows-register.ts';
import { idempotencyRows, versionRows } from './rows-versions.ts';
import type { Tables } from './tables.ts';

/** All rows over one connection. */
export const sqliteRows = (db: Kysely<Tables>): Rows => ({
  documents: documentRows(db),
  delegations: delegationRows(db),
  participants: participantRows(db),
  accounts: accountRows(db),
  invitations: invitationRows(db),
  ownerLinks: ownerLinkRows(db),
  sessions: sessionRows(db),
  versions: versionRows(db),
  idempotency: idempotencyRows(db),
  audit: auditRows(db),
  register: registerRows(db),
  notices: noticeRows(db),
  seen: seenRows(db),
  linkTokens: linkTokenRows(db),
  mailSettings: mailSettingRows(db),
  outbox: outboxRows(db),
});
