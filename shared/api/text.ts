import { z } from 'zod';
import type { ParagraphId, ParticipantId, VersionId } from '../model/ids.ts';
import { DIRECTIONS, type LabelledParagraph, PARAGRAPH_KINDS, type Run } from '../model/paragraph.ts';
import { idOf, isoTime } from './fields.ts';

export const run: z.ZodType<Run, Run> = z.strictObject({
  text: z.string(),
  bold: z.literal(true).exactOptional(),
  italic: z.literal(true).exactOptional(),
  underline: z.literal(true).exactOptional(),
  link: z.string().exactOptional(),
});

/** A paragraph with the label people see and its plain text. Ids of a working text may be anything its markers say. */
export const labelledParagraph: z.ZodType<LabelledParagraph, LabelledParagraph> = z.strictObject({
  id: z.string() as unknown as z.ZodType<ParagraphId, ParagraphId>,
  kind: z.enum(PARAGRAPH_KINDS),
  level: z.int().min(0).max(4),
  dir: z.enum(DIRECTIONS),
  from: z.array(z.string() as unknown as z.ZodType<ParagraphId, ParagraphId>).readonly(),
  pinned: z.string().nullable(),
  runs: z.array(run).readonly(),
  label: z.string(),
  text: z.string(),
});

/** `GET /api/documents/:id/text`. */
export const textAnswer = z.strictObject({
  paragraphs: z.array(labelledParagraph).readonly(),
  /** The latest version and the labels it froze: `12 bis` is counted from them. */
  base: z.strictObject({
    version: idOf<VersionId>().nullable(),
    labels: z.record(z.string(), z.string()),
  }),
});
export type TextAnswer = z.infer<typeof textAnswer>;

/** A stretch of characters inserted by one participant. `at` is when the server logged it. */
export const authoredRun = z.strictObject({ text: z.string(), by: idOf<ParticipantId>(), at: isoTime });
export type AuthoredRun = z.infer<typeof authoredRun>;

/** `GET /api/documents/:id/text/authorship`: who inserted what stands there, and who deleted what. */
export const authorshipAnswer = z.strictObject({
  people: z.record(z.string(), z.strictObject({ name: z.string(), delegation: z.string() })),
  paragraphs: z.array(
    z.strictObject({
      id: z.string() as unknown as z.ZodType<ParagraphId, ParagraphId>,
      label: z.string(),
      kind: z.enum(PARAGRAPH_KINDS),
      level: z.int().min(0).max(4),
      dir: z.enum(DIRECTIONS),
      runs: z.array(authoredRun),
    }),
  ),
  /** Newest first. `paragraph` is where the words stood, or null when that paragraph is gone too. */
  deletions: z.array(
    z.strictObject({
      by: idOf<ParticipantId>(),
      at: isoTime,
      /** Whose words they were. */
      of: idOf<ParticipantId>(),
      text: z.string(),
      paragraph: (z.string() as unknown as z.ZodType<ParagraphId, ParagraphId>).nullable(),
    }),
  ),
});
export type Authorship = z.infer<typeof authorshipAnswer>;
