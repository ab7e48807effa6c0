import { z } from 'zod';
import type { DelegationId, ParagraphId, VersionId } from '../model/ids.ts';
import { count, idOf, nameField } from './fields.ts';
import { INPUT_LENGTH, ITEMS_OF_COMMENT, ORIGINATORS, REASON_LENGTH, TITLE_LENGTH } from './limits.ts';
import { registerEntry } from './register.ts';
import { cleanWords, writtenText } from './written.ts';

const paragraphId = z.string().min(1).max(200) as unknown as z.ZodType<ParagraphId, ParagraphId>;

/** Questions that one submission may answer: an item each at least. */
const answer = z.strictObject({
  /** As it was printed. */
  number: z.int().min(0).max(9999),
  question: writtenText.refine(
    (text) => text.length <= REASON_LENGTH,
    `must not be longer than ${REASON_LENGTH} characters`,
  ),
  /** Empty where the question was not answered. White space at both ends is not kept: send offsets without it. */
  text: z
    .string()
    .max(INPUT_LENGTH, `must not be longer than ${INPUT_LENGTH} characters`)
    .overwrite(cleanWords),
  /** Where the answer is split into items, in UTF-16 units of it, and what each is about. Absent: one item. */
  parts: z
    .array(z.strictObject({ start: count, end: count, paragraph: paragraphId.nullable().default(null) }))
    .max(ITEMS_OF_COMMENT)
    .exactOptional(),
});

/** `POST /api/documents/:id/submissions`: answers to a questionnaire, entered for whoever sent them. */
export const submissionRequest = z.strictObject({
  /** All who sent it, as printed; `delegationId` is the delegation here that each is taken for. */
  from: z
    .array(z.strictObject({ name: nameField, delegationId: idOf<DelegationId>().nullable().default(null) }))
    .min(1, 'names nobody who sent it')
    .max(ORIGINATORS),
  /** The text it is about as a whole. */
  text: z.union([z.literal('working'), z.literal('latest'), idOf<VersionId>()]),
  title: z
    .string()
    .max(TITLE_LENGTH, `must not be longer than ${TITLE_LENGTH} characters`)
    .overwrite(cleanWords)
    .default(''),
  answers: z.array(answer).min(1, 'holds no answer').max(ITEMS_OF_COMMENT),
});
export type SubmissionRequest = z.input<typeof submissionRequest>;
export type AskedSubmission = z.output<typeof submissionRequest>;

/** The comment that holds the submission, and its items. */
export const submissionAnswer = z.strictObject({
  entry: registerEntry,
  items: z.array(registerEntry).readonly(),
});
export type SubmissionAnswer = z.infer<typeof submissionAnswer>;
