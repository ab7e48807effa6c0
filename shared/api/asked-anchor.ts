import { z } from 'zod';
import type { ParagraphId, VersionId } from '../model/ids.ts';
import { count, idOf } from './fields.ts';
import { INPUT_LENGTH } from './limits.ts';

/** Ids of a working text may be anything its markers say, within reason. */
const paragraph = z.string().min(1).max(200) as unknown as z.ZodType<ParagraphId, ParagraphId>;

const text = z.union([z.literal('working'), z.literal('latest'), idOf<VersionId>()]);

/** Words as the client saw them. Context is taken from the text; what a client says of it only helps to find them. */
const quote = z.strictObject({
  exact: z.string().max(INPUT_LENGTH),
  prefix: z.string().max(200).default(''),
  suffix: z.string().max(200).default(''),
});

const relativePosition = z.string().max(200);

/**
 * What somebody points at. An anchor as `shared/model/anchor` has it may be sent whole; its label and context are
 * not believed. Offsets are UTF-16 units of the paragraph's plain text.
 */
export const askedAnchor = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('text'), text }),
  z.strictObject({
    scope: z.literal('words'),
    text,
    paragraph,
    label: z.string().max(200).exactOptional(),
    start: count,
    end: count,
    quote,
    relative: z.strictObject({ start: relativePosition, end: relativePosition }).nullable().default(null),
  }),
  z.strictObject({
    scope: z.literal('paragraph'),
    text,
    paragraph,
    label: z.string().max(200).exactOptional(),
    quote: quote.exactOptional(),
  }),
  /** What is missing behind a paragraph; null: before the first. */
  z.strictObject({
    scope: z.literal('absent'),
    text,
    paragraph: paragraph.nullable(),
    label: z.string().max(200).exactOptional(),
    quote: quote.exactOptional(),
  }),
]);
export type AskedAnchor = z.output<typeof askedAnchor>;
