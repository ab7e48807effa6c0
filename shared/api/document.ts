import { z } from 'zod';
import {
  type AdoptedText,
  type OutcomeDocument,
  PHASES,
  REGISTER_AUDIENCES,
  WORKING_TEXT_AUDIENCES,
} from '../model/document.ts';
import type { DocumentId, VersionId } from '../model/ids.ts';
import { ROLES } from '../model/participant.ts';
import { type Abilities, type Permission, REFUSALS } from '../policy/can.ts';
import { ACTIONS } from '../policy/table.ts';
import { askedTime, count, idOf, isoTime, titleField } from './fields.ts';
import { memberIdentity } from './member.ts';
import { versionSummary } from './version.ts';

const documentShape = {
  id: idOf<DocumentId>(),
  title: z.string(),
  phase: z.enum(PHASES),
  phaseSince: isoTime,
  closesAt: isoTime.nullable(),
  workingText: z.enum(WORKING_TEXT_AUDIENCES),
  register: z.enum(REGISTER_AUDIENCES),
  createdAt: isoTime,
  sample: z.boolean(),
};

const adoptedText: z.ZodType<AdoptedText, AdoptedText> = z.strictObject({
  version: idOf<VersionId>(),
  at: isoTime,
  recordClosedAt: isoTime.nullable(),
});

export const outcomeDocument: z.ZodType<OutcomeDocument, OutcomeDocument> = z.strictObject({
  ...documentShape,
  adoption: adoptedText.exactOptional(),
});

/** One line of the home page. */
export const documentCard = z.strictObject({
  id: documentShape.id,
  title: documentShape.title,
  phase: documentShape.phase,
  phaseSince: documentShape.phaseSince,
  closesAt: documentShape.closesAt,
  workingText: documentShape.workingText,
  register: documentShape.register,
  sample: documentShape.sample,
  /** The visitor's role there, or null for somebody who may only read. */
  role: z.enum(ROLES).nullable(),
  latestVersion: versionSummary.nullable(),
  versions: count,
});
export type DocumentCard = z.infer<typeof documentCard>;

export const documentsAnswer = z.strictObject({ documents: z.array(documentCard) });
export type DocumentsAnswer = z.infer<typeof documentsAnswer>;

/** `POST /api/documents`. Closed unless opened: the working text is for the team, the register for participants. */
export const createDocumentRequest = z.strictObject({
  title: titleField,
  workingText: z.enum(WORKING_TEXT_AUDIENCES).default('team'),
  register: z.enum(REGISTER_AUDIENCES).default('participants'),
});
export type CreateDocumentRequest = z.input<typeof createDocumentRequest>;

export const createdDocument = z.strictObject({ id: idOf<DocumentId>() });
export type CreatedDocument = z.infer<typeof createdDocument>;

/** `PATCH /api/documents/:id`: at least one field. */
export const configureRequest = z
  .strictObject({
    title: titleField.exactOptional(),
    workingText: z.enum(WORKING_TEXT_AUDIENCES).exactOptional(),
    register: z.enum(REGISTER_AUDIENCES).exactOptional(),
  })
  .refine((fields) => Object.keys(fields).length > 0, 'name at least one of title, workingText, register');
export type ConfigureRequest = z.input<typeof configureRequest>;

/** `POST /api/documents/:id/phase`. */
export const phaseRequest = z.strictObject({
  phase: z.enum(PHASES),
  /** When a consultation window closes itself; the document then returns to drafting. Only with `consultation`. */
  closesAt: askedTime.nullable().default(null),
});
export type PhaseRequest = z.input<typeof phaseRequest>;

const permission: z.ZodType<Permission, Permission> = z.discriminatedUnion('allowed', [
  z.strictObject({ allowed: z.literal(true) }),
  z.strictObject({
    allowed: z.literal(false),
    reason: z.enum(REFUSALS),
  }),
]);

/** Every answer of the permission table for this visitor: action → allowed, or the reason why not. */
export const abilitiesShape = z.strictObject(
  Object.fromEntries(ACTIONS.map((action) => [action, permission])),
) as unknown as z.ZodType<Abilities, Abilities>;

/** How many have the working text open now. */
export const attendance = z.strictObject({ drafting: count, reading: count });
export type Attendance = z.infer<typeof attendance>;

/** `GET /api/documents/:id`. `versions` is empty for whoever may not see versions. */
export const documentAnswer = z.strictObject({
  document: outcomeDocument,
  me: memberIdentity.nullable(),
  abilities: abilitiesShape,
  versions: z.array(versionSummary).readonly(),
  attendance,
});
export type DocumentAnswer = z.infer<typeof documentAnswer>;

/** Answer to `PATCH /api/documents/:id` and `POST …/phase`. */
export const changedDocument = z.strictObject({ document: outcomeDocument });
export type ChangedDocument = z.infer<typeof changedDocument>;
