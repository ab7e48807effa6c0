import { z } from 'zod';
import type { Brand, DocumentId, ParagraphId, ParticipantId, VersionId } from '../model/ids.ts';
import type { LabelledParagraph } from '../model/paragraph.ts';
import { type Relabelling, STAGES, type Version, type VersionSummary } from '../model/version.ts';
import { count, hashField, idOf, isoTime, titleField } from './fields.ts';
import { LETTER_LENGTH } from './limits.ts';
import { labelledParagraph } from './text.ts';

export const versionSummary: z.ZodType<VersionSummary, VersionSummary> = z.strictObject({
  id: idOf<VersionId>(),
  documentId: idOf<DocumentId>(),
  ordinal: z.int().min(1),
  stage: z.enum(STAGES),
  name: z.string(),
  letter: z.string(),
  publishedAt: isoTime,
  publishedBy: idOf<ParticipantId>(),
  hash: hashField,
});

export const relabelling: z.ZodType<Relabelling, Relabelling> = z.strictObject({
  paragraph: idOf<ParagraphId>(),
  from: z.string(),
  to: z.string(),
});

const paragraphs: z.ZodType<readonly LabelledParagraph[], readonly LabelledParagraph[]> = z
  .array(labelledParagraph)
  .readonly();

export const versionAnswer: z.ZodType<Version, Version> = z.strictObject({
  id: idOf<VersionId>(),
  documentId: idOf<DocumentId>(),
  ordinal: z.int().min(1),
  stage: z.enum(STAGES),
  name: z.string(),
  letter: z.string(),
  publishedAt: isoTime,
  publishedBy: idOf<ParticipantId>(),
  hash: hashField,
  paragraphs,
  relabelling: z.array(relabelling).readonly(),
});

export const versionsAnswer = z.strictObject({ versions: z.array(versionSummary).readonly() });
export type VersionsAnswer = z.infer<typeof versionsAnswer>;

const letterField = z
  .string()
  .max(LETTER_LENGTH, `must not be longer than ${LETTER_LENGTH} characters`)
  .default('');

/** `POST /api/documents/:id/versions`. */
export const publishRequest = z.strictObject({
  stage: z.enum(STAGES),
  name: titleField,
  letter: letterField,
  /** `textHash` of the preview. If the working text has changed since, nothing is published (`text-changed`). */
  textHash: hashField.exactOptional(),
  /** The milestone that this version reaches: it gets the version and the date with it. */
  milestone: idOf<Brand<'MilestoneId'>>().exactOptional(),
});
export type PublishRequest = z.input<typeof publishRequest>;

export const publishAnswer = z.strictObject({ id: idOf<VersionId>(), hash: hashField });
export type PublishAnswer = z.infer<typeof publishAnswer>;

/** What an import or an export could not keep, or had to change. `code` is stable; `detail` is for people. */
export const warning = z.strictObject({
  code: z.string(),
  detail: z.string(),
  count: z.int().min(1).exactOptional(),
});
export type Warning = z.infer<typeof warning>;

/** Query of `POST /api/documents/:id/import`; the file is the multipart field `file`. */
export const importQuery = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('working') }),
  z.strictObject({ as: z.literal('version'), stage: z.enum(STAGES), name: titleField, letter: letterField }),
]);
export type ImportQuery = z.input<typeof importQuery>;

export const importAnswer = z.strictObject({
  paragraphs: count,
  version: idOf<VersionId>().exactOptional(),
  warnings: z.array(warning),
});
export type ImportAnswer = z.infer<typeof importAnswer>;
