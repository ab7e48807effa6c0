import { rollback } from './rollback.ts';
import type { SqlDatabase } from './sql-database.ts';

/** The schema, step by step. A step that has been released is never edited; a new one is added. */
export const MIGRATIONS: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: 'documents, people, versions, audit log and update log',
    sql: `
CREATE TABLE documents (
  "id" TEXT PRIMARY KEY, "title" TEXT NOT NULL, "phase" TEXT NOT NULL, "phaseSince" TEXT NOT NULL,
  "closesAt" TEXT, "workingText" TEXT NOT NULL, "register" TEXT NOT NULL, "createdAt" TEXT NOT NULL,
  "sample" INTEGER NOT NULL
) STRICT;
CREATE TABLE accounts (
  "id" TEXT PRIMARY KEY, "name" TEXT NOT NULL, "owner" INTEGER NOT NULL, "createdAt" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_owner ON accounts ("owner") WHERE "owner" = 1;
CREATE TABLE delegations (
  "id" TEXT PRIMARY KEY, "documentId" TEXT NOT NULL REFERENCES documents, "name" TEXT NOT NULL,
  "constituency" TEXT, "region" TEXT
) STRICT;
CREATE INDEX delegations_of_document ON delegations ("documentId");
CREATE TABLE participants (
  "id" TEXT PRIMARY KEY, "documentId" TEXT NOT NULL REFERENCES documents,
  "accountId" TEXT NOT NULL REFERENCES accounts, "name" TEXT NOT NULL, "role" TEXT NOT NULL,
  "delegationId" TEXT NOT NULL REFERENCES delegations, "joinedAt" TEXT NOT NULL, "removedAt" TEXT
) STRICT;
CREATE INDEX participants_of_document ON participants ("documentId");
CREATE INDEX participants_of_account ON participants ("accountId");
CREATE TABLE invitations (
  "id" TEXT PRIMARY KEY, "documentId" TEXT NOT NULL REFERENCES documents,
  "participantId" TEXT NOT NULL REFERENCES participants, "tokenHash" TEXT NOT NULL UNIQUE,
  "createdAt" TEXT NOT NULL, "revokedAt" TEXT, "usedAt" TEXT
) STRICT;
CREATE INDEX invitations_of_document ON invitations ("documentId");
CREATE TABLE "ownerLinks" (
  "tokenHash" TEXT PRIMARY KEY, "accountId" TEXT NOT NULL REFERENCES accounts, "createdAt" TEXT NOT NULL,
  "usedAt" TEXT
) STRICT;
CREATE TABLE sessions (
  "tokenHash" TEXT PRIMARY KEY, "createdAt" TEXT NOT NULL, "expiresAt" TEXT NOT NULL
) STRICT;
CREATE TABLE "sessionAccounts" (
  "tokenHash" TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
  "accountId" TEXT NOT NULL REFERENCES accounts, "place" INTEGER NOT NULL,
  PRIMARY KEY ("tokenHash", "accountId")
) STRICT;
CREATE INDEX sessions_of_account ON "sessionAccounts" ("accountId");
CREATE TABLE versions (
  "id" TEXT PRIMARY KEY, "documentId" TEXT NOT NULL REFERENCES documents, "ordinal" INTEGER NOT NULL,
  "stage" TEXT NOT NULL, "name" TEXT NOT NULL, "letter" TEXT NOT NULL, "publishedAt" TEXT NOT NULL,
  "publishedBy" TEXT NOT NULL REFERENCES participants, "hash" TEXT NOT NULL, "paragraphs" TEXT NOT NULL,
  "relabelling" TEXT NOT NULL, UNIQUE ("documentId", "ordinal"), UNIQUE ("documentId", "name")
) STRICT;
CREATE TABLE idempotency (
  "keyHash" TEXT PRIMARY KEY, "requestHash" TEXT NOT NULL, "sealedAnswer" BLOB NOT NULL, "createdAt" TEXT NOT NULL
) STRICT;
CREATE TABLE audit (
  "documentId" TEXT NOT NULL, "seq" INTEGER NOT NULL, "at" TEXT NOT NULL, "act" TEXT NOT NULL,
  "participantId" TEXT, "delegationId" TEXT, "subject" TEXT NOT NULL, "recordHash" TEXT NOT NULL,
  "textSeq" INTEGER NOT NULL, "textDigest" TEXT NOT NULL, "previous" TEXT NOT NULL, "hash" TEXT NOT NULL,
  PRIMARY KEY ("documentId", "seq")
) STRICT;
CREATE TABLE updates (
  "documentId" TEXT NOT NULL, "seq" INTEGER NOT NULL, "participantId" TEXT NOT NULL, "at" TEXT NOT NULL,
  "update" BLOB NOT NULL, "claims" TEXT NOT NULL, "digest" TEXT NOT NULL,
  PRIMARY KEY ("documentId", "seq")
) STRICT;
CREATE TABLE "clientIds" (
  "documentId" TEXT NOT NULL, "clientId" INTEGER NOT NULL, "participantId" TEXT NOT NULL,
  PRIMARY KEY ("documentId", "clientId")
) STRICT, WITHOUT ROWID;
CREATE TABLE snapshots (
  "documentId" TEXT PRIMARY KEY, "seq" INTEGER NOT NULL, "state" BLOB NOT NULL
) STRICT;
${['versions', 'audit', 'updates', '"clientIds"']
  .flatMap((table) =>
    ['UPDATE', 'DELETE'].map(
      (act) =>
        `CREATE TRIGGER ${table.replaceAll('"', '')}_no_${act.toLowerCase()} BEFORE ${act} ON ${table} ` +
        `BEGIN SELECT RAISE(ABORT, '${table.replaceAll('"', '')} is append-only'); END;`,
    ),
  )
  .join('\n')}
`,
  },
  {
    name: 'register',
    sql: `
CREATE TABLE register (
  "documentId" TEXT NOT NULL REFERENCES documents, "seq" INTEGER NOT NULL, "noun" TEXT NOT NULL,
  "id" TEXT NOT NULL, "revision" INTEGER NOT NULL, "at" TEXT NOT NULL, "made" INTEGER NOT NULL,
  "row" TEXT NOT NULL, PRIMARY KEY ("documentId", "seq"), UNIQUE ("documentId", "noun", "id", "revision")
) STRICT;
CREATE TRIGGER register_no_update BEFORE UPDATE ON register BEGIN SELECT RAISE(ABORT, 'register is append-only'); END;
CREATE TRIGGER register_no_delete BEFORE DELETE ON register BEGIN SELECT RAISE(ABORT, 'register is append-only'); END;
`,
  },
  {
    name: 'notices and seen marks',
    sql: `
CREATE TABLE notices (
  "seq" INTEGER PRIMARY KEY AUTOINCREMENT,
  "documentId" TEXT NOT NULL REFERENCES documents, "participantId" TEXT NOT NULL REFERENCES participants,
  "reason" TEXT NOT NULL, "noun" TEXT NOT NULL, "subject" TEXT NOT NULL, "causedBy" TEXT, "at" TEXT NOT NULL,
  "readAt" TEXT
) STRICT;
CREATE INDEX notices_of_participant ON notices ("participantId", "seq");
CREATE INDEX notices_unread ON notices ("participantId", "seq") WHERE "readAt" IS NULL;
CREATE TABLE "seenUpTo" (
  "participantId" TEXT NOT NULL REFERENCES participants, "documentId" TEXT NOT NULL REFERENCES documents,
  "upTo" INTEGER NOT NULL, PRIMARY KEY ("participantId", "documentId")
) STRICT, WITHOUT ROWID;
CREATE TABLE "seenRows" (
  "participantId" TEXT NOT NULL REFERENCES participants, "documentId" TEXT NOT NULL REFERENCES documents,
  "noun" TEXT NOT NULL, "id" TEXT NOT NULL, "seq" INTEGER NOT NULL,
  PRIMARY KEY ("participantId", "documentId", "noun", "id")
) STRICT, WITHOUT ROWID;
`,
  },
  {
    name: 'tokens in addresses, mail settings and mails to send',
    sql: `
CREATE TABLE "linkTokens" (
  "tokenHash" TEXT PRIMARY KEY, "use" TEXT NOT NULL, "participantId" TEXT NOT NULL REFERENCES participants,
  "createdAt" TEXT NOT NULL, "expiresAt" TEXT
) STRICT;
CREATE INDEX link_tokens_of_participant ON "linkTokens" ("participantId", "use");
CREATE TABLE "mailSettings" (
  "participantId" TEXT PRIMARY KEY REFERENCES participants, "documentId" TEXT NOT NULL REFERENCES documents,
  "address" TEXT NOT NULL, "frequency" TEXT NOT NULL, "confirmedAt" TEXT, "mailedAt" TEXT,
  "mailedUpTo" INTEGER NOT NULL, "problem" TEXT
) STRICT;
CREATE TABLE outbox (
  "messageId" TEXT PRIMARY KEY, "participantId" TEXT NOT NULL REFERENCES participants, "to" TEXT NOT NULL,
  "subject" TEXT NOT NULL, "text" TEXT NOT NULL, "unsubscribe" TEXT, "createdAt" TEXT NOT NULL,
  "tries" INTEGER NOT NULL, "nextTryAt" TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_due ON outbox ("nextTryAt");
`,
  },
  {
    name: 'adoption of a document',
    sql: `
ALTER TABLE documents ADD COLUMN "adoption" TEXT;
`,
  },
  {
    name: 'digests of snapshots',
    sql: `
ALTER TABLE snapshots ADD COLUMN "digest" TEXT;
`,
  },
];

/**
 * Brings a database to the newest schema, each step in a transaction with the row that records it.
 * A database of a newer program is refused with a one-line error, and left as it is.
 */
export function migrate(database: SqlDatabase, now: string, migrations = MIGRATIONS): void {
  database.exec(
    'CREATE TABLE IF NOT EXISTS migrations ("number" INTEGER PRIMARY KEY, "name" TEXT NOT NULL, "appliedAt" TEXT NOT NULL) STRICT',
  );
  const { applied } = database
    .prepare('SELECT COALESCE(MAX("number"), 0) AS applied FROM migrations')
    .get() as {
    applied: number;
  };
  if (applied > migrations.length)
    throw new Error(
      `the database in DATA_DIR has schema ${applied}, this program knows ${migrations.length}: start a newer program`,
    );
  for (const [index, { name, sql }] of migrations.entries()) {
    if (index < applied) continue;
    database.exec('BEGIN IMMEDIATE');
    try {
      database.exec(sql);
      database.prepare('INSERT INTO migrations VALUES (?, ?, ?)').run(index + 1, name, now);
      database.exec('COMMIT');
    } catch (error) {
      rollback(database);
      throw error;
    }
  }
}
