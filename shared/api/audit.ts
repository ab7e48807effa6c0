import { z } from 'zod';
import { ACTS, type AuditEntry } from '../model/audit.ts';
import type { DelegationId, DocumentId, ParticipantId } from '../model/ids.ts';
import { count, hashField, idOf, isoTime } from './fields.ts';
import { AUDIT_PAGE } from './limits.ts';

export const auditEntry: z.ZodType<AuditEntry, AuditEntry> = z.strictObject({
  seq: z.int().min(1),
  documentId: idOf<DocumentId>(),
  at: isoTime,
  act: z.enum(ACTS),
  participantId: idOf<ParticipantId>().nullable(),
  delegationId: idOf<DelegationId>().nullable(),
  subject: z.string(),
  recordHash: hashField,
  textSeq: count,
  textDigest: hashField,
  previous: hashField,
  hash: hashField,
});

/** Query of `GET /api/documents/:id/audit`: entries with a higher `seq` than `after`, in order. */
export const auditQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(AUDIT_PAGE).default(100),
});
export type AuditQuery = z.input<typeof auditQuery>;

/** `head` is the hash of the newest entry; keep it elsewhere and later alterations cannot be hidden. */
export const auditAnswer = z.strictObject({
  entries: z.array(auditEntry).readonly(),
  head: z.strictObject({ seq: count, hash: hashField }),
});
export type AuditAnswer = z.infer<typeof auditAnswer>;
