import { z } from 'zod';
import type { Comparison } from '../compare/comparison.ts';
import type { ParagraphId, VersionId } from '../model/ids.ts';
import { DIRECTIONS, PARAGRAPH_KINDS } from '../model/paragraph.ts';
import { count, hashField, idOf } from './fields.ts';
import { openItemsShape } from './open-items.ts';
import { relabelling, versionSummary } from './version.ts';

/** One of two compared texts. Block k of the rows is `paragraphs[k]`. */
export const comparedText = z.strictObject({
  blocks: count,
  /** A version's id, or `working`. */
  text: z.union([z.literal('working'), idOf<VersionId>()]),
  name: z.string(),
  paragraphs: z
    .array(
      z.strictObject({
        id: z.string() as unknown as z.ZodType<ParagraphId, ParagraphId>,
        kind: z.enum(PARAGRAPH_KINDS),
        level: z.int().min(0).max(4),
        dir: z.enum(DIRECTIONS),
        label: z.string(),
      }),
    )
    .readonly(),
});
export type ComparedText = z.infer<typeof comparedText>;

/** The words of a row in order: `=` in both texts, `-` in the old one only, `+` in the new one only. */
const wordDifference = z.tuple([z.enum(['=', '-', '+']), z.string()]).readonly();

/** What outside tools may rely on; rows say more (shared/compare/comparison.ts), and may come to say more. */
const comparisonRow = z.looseObject({
  kind: z.enum(['same', 'changed', 'added', 'removed', 'split', 'merged']),
  moved: z.boolean(),
  from: z.array(count).readonly(),
  to: z.array(count).readonly(),
  similarity: z.number().min(0).max(1),
  words: z.array(wordDifference).readonly(),
});

/** `GET /api/documents/:id/comparison`: the comparison of docs/protocol.md, with the two texts' paragraphs named. */
export type ComparisonAnswer = Comparison & { readonly from: ComparedText; readonly to: ComparedText };

export const comparisonAnswer = z.looseObject({
  algorithm: z.string(),
  from: comparedText,
  to: comparedText,
  rows: z.array(comparisonRow).readonly(),
  summary: z.record(z.string(), z.unknown()),
}) as unknown as z.ZodType<ComparisonAnswer, ComparisonAnswer>;

const textName = z.union([z.literal('working'), z.literal('latest'), idOf<VersionId>()]);

/** Query of `GET /api/documents/:id/comparison`; `to` is the working text unless told otherwise. */
export const comparisonQuery = z.strictObject({ from: textName, to: textName.default('working' as const) });
export type ComparisonQuery = z.input<typeof comparisonQuery>;

/** `GET /api/documents/:id/publication`: what publishing now would do. */
export const publicationAnswer = z.strictObject({
  /** The latest version, which the text is compared with; null before the first. */
  base: versionSummary.nullable(),
  /** From `base` to the working text with the labels publication would freeze; null before the first version. */
  comparison: comparisonAnswer.nullable(),
  relabelling: z.array(relabelling).readonly(),
  paragraphs: count,
  /** Opening square brackets in the text: places not agreed. */
  brackets: count,
  /** Participants who have access now. */
  audience: count,
  /** What of the register has no answer yet. It hinders nothing and is shown. */
  open: openItemsShape,
  /** Hash of the text that this preview shows: send it with the publication, so that nothing unseen is published. */
  textHash: hashField,
});
export type PublicationAnswer = z.infer<typeof publicationAnswer>;
