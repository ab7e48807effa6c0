import { z } from 'zod';
import {
  ARCHIVE_FORMAT,
  ARCHIVE_PARTS,
  ARCHIVE_VERSION,
  WITHHOLDINGS,
  type Withholding,
} from '../model/archive.ts';
import type { AccountId, DelegationId, DocumentId, ParticipantId } from '../model/ids.ts';
import { type Participant, ROLES } from '../model/participant.ts';
import type { RegisterEntry } from '../model/register.ts';
import type { Version } from '../model/version.ts';
import { auditEntry } from './audit.ts';
import { outcomeDocument } from './document.ts';
import { count, hashField, idOf, isoTime } from './fields.ts';
import { delegationShape } from './member.ts';
import { storedId } from './stored-id.ts';
import { versionAnswer } from './version.ts';

/** The account is an opaque id that opens nothing; the hash in the audit log is taken over it as well. */
const participant: z.ZodType<Participant, Participant> = z.strictObject({
  id: idOf<ParticipantId>(),
  documentId: idOf<DocumentId>(),
  accountId: storedId<AccountId>(),
  name: z.string(),
  role: z.enum(ROLES),
  delegationId: idOf<DelegationId>(),
  joinedAt: isoTime,
  removedAt: isoTime.nullable(),
});

/** Rows are taken as they were recorded: their hash is judged, not the fields that this program knows. */
const entry = z.strictObject({
  documentId: storedId<DocumentId>(),
  seq: z.int().min(1),
  noun: z.string(),
  id: z.string(),
  revision: z.int().min(1),
  at: isoTime,
  row: z.looseObject({}),
}) as unknown as z.ZodType<RegisterEntry, RegisterEntry>;

const reason = z.enum(WITHHOLDINGS);
const counts = z.partialRecord(reason, count) as unknown as z.ZodType<
  Readonly<Partial<Record<Withholding, number>>>
>;
const withheldRow = z.strictObject({ subject: z.string(), reason });

/** The file that `GET …/export/archive.json` answers: canonical JSON of this, and nothing else. */
export const sealedArchive = z.strictObject({
  archive: z.strictObject({
    audit: z.strictObject({
      entries: z.array(auditEntry).readonly(),
      head: z.strictObject({ seq: count, hash: hashField }),
    }),
    delegations: z.array(delegationShape).readonly(),
    document: outcomeDocument,
    format: z.literal(ARCHIVE_FORMAT),
    formatVersion: z.literal(ARCHIVE_VERSION),
    madeAt: isoTime,
    participants: z.array(participant).readonly(),
    register: z.strictObject({ entries: z.array(entry).readonly(), head: count }),
    seenBy: idOf<DelegationId>().nullable(),
    shownInPart: z.strictObject({
      counts,
      rows: z.array(z.strictObject({ subject: z.string(), reason, hash: hashField })).readonly(),
    }),
    versions: z.array(versionAnswer as z.ZodType<Version, Version>).readonly(),
    withheld: z.strictObject({ counts, rows: z.array(withheldRow).readonly() }),
  }),
  seal: z.strictObject({
    digest: hashField,
    parts: z.record(z.enum(ARCHIVE_PARTS), hashField),
  }),
});
