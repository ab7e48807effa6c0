import { z } from 'zod';
import { DECISIONS, type InputSubject, STATUSES } from '../model/disposition.ts';
import type { CommentId, DelegationId, DocumentId, ItemId, ParagraphId, ProposalId } from '../model/ids.ts';
import { dispositionRow, itemRow, linkRow, statusRow } from './disposition-rows.ts';
import { count, idOf, isoTime } from './fields.ts';
import { INPUTS_AT_ONCE, ITEMS_OF_COMMENT, LED_TO, REASON_LENGTH } from './limits.ts';
import { storedId } from './stored-id.ts';

/** What is disposed of: a comment, a proposal, or an item of a long comment. */
export const inputSubject: z.ZodType<InputSubject, InputSubject> = z.discriminatedUnion('noun', [
  z.strictObject({ noun: z.literal('comment'), id: idOf<CommentId>() }),
  z.strictObject({ noun: z.literal('proposal'), id: idOf<ProposalId>() }),
  z.strictObject({ noun: z.literal('item'), id: idOf<ItemId>() }),
]);

/** Paragraph ids of a working text may be anything its markers say. */
const paragraphId = z.string().min(1).max(200) as unknown as z.ZodType<ParagraphId, ParagraphId>;

/** Prose of several lines: no control characters but line breaks and tabs. */
const prose = z
  .string()
  .max(REASON_LENGTH, `must not be longer than ${REASON_LENGTH} characters`)
  .refine((text) => !/[^\P{Cc}\n\r\t]/u.test(text), 'must not hold control characters');
const writtenProse = prose.refine((text) => text.trim() !== '', 'must not be empty');

const distinct = (inputs: readonly InputSubject[]): boolean =>
  new Set(inputs.map(({ noun, id }) => `${noun}.${id}`)).size === inputs.length;
const inputs = z
  .array(inputSubject)
  .max(INPUTS_AT_ONCE, `names at most ${INPUTS_AT_ONCE} inputs`)
  .refine(distinct, 'names an input twice');

/** `POST …/dispositions`: one decision on one input or on many, all or nothing. */
export const disposeRequest = z.strictObject({
  on: inputs.min(1, 'names no input'),
  decision: z.enum(DECISIONS),
  reason: prose.default(''),
  summary: prose.default(''),
  ledTo: z.array(paragraphId).max(LED_TO).default([]),
  duplicateOf: inputSubject.nullable().default(null),
  /** By disposition id (`noun.id` of the input): the revision that was looked at. Absent: there was none. */
  seen: z.record(z.string().max(100), z.int().min(0)).default({}),
});
export type DisposeRequest = z.input<typeof disposeRequest>;

/** `POST …/dispositions/:d/reaction`; a reason is needed where one is not satisfied. */
export const reactionRequest = z
  .strictObject({
    satisfied: z.boolean(),
    reason: prose.default(''),
    /** The revision that was looked at; when the facilitators decided anew meanwhile, nothing is recorded. */
    revision: z.int().min(1).exactOptional(),
  })
  .refine(({ satisfied, reason }) => satisfied || reason.trim() !== '', {
    path: ['reason'],
    message: 'must not be empty: say what is not satisfied',
  });
export type ReactionRequest = z.input<typeof reactionRequest>;

/** `POST …/dispositions/:d/contests` and `…/contests/answer`. */
export const contestRequest = z.strictObject({ text: writtenProse });
export type ContestRequest = z.input<typeof contestRequest>;

/** `POST …/comments/:c/items`: parts by UTF-16 offsets, in order; the whole split each time. None: undone. */
export const splitRequest = z.strictObject({
  items: z
    .array(
      z.strictObject({
        start: count,
        end: z.int().min(1),
        paragraph: paragraphId.nullable().default(null),
      }),
    )
    .max(ITEMS_OF_COMMENT, `has at most ${ITEMS_OF_COMMENT} items`),
});
export type SplitRequest = z.input<typeof splitRequest>;

/** `POST …/links` and `PUT …/links/:l`; with fewer than two inputs a link is undone. */
export const linkRequest = z.strictObject({ inputs });
export type LinkRequest = z.input<typeof linkRequest>;

/** `POST …/statuses`: one status for paragraphs of the working text. */
export const statusRequest = z.strictObject({
  paragraphs: z.array(paragraphId).min(1, 'names no paragraph').max(INPUTS_AT_ONCE),
  status: z.enum(STATUSES),
  /** The words that were looked at, by paragraph: where they changed meanwhile, nothing is recorded. */
  words: z.record(z.string(), z.string()).default({}),
});
export type StatusRequest = z.input<typeof statusRequest>;

/** A revision of a row of one noun. */
const entryOf = <Noun extends string, Row>(noun: Noun, row: z.ZodType<Row, Row>) =>
  z.strictObject({
    documentId: storedId<DocumentId>(),
    seq: z.int().min(1),
    noun: z.literal(noun),
    id: z.string(),
    revision: z.int().min(1),
    at: isoTime,
    row,
  });

/** What was decided, an entry an input, in the order asked. */
export const dispositionsAnswer = z.strictObject({
  entries: z.array(entryOf('disposition', dispositionRow)).readonly(),
});
export type DispositionsAnswer = z.infer<typeof dispositionsAnswer>;
export const dispositionAnswer = z.strictObject({ entry: entryOf('disposition', dispositionRow) });
/** The items that a split changed; one that was taken back has no words. */
export const itemsAnswer = z.strictObject({ entries: z.array(entryOf('item', itemRow)).readonly() });
export const linkAnswer = z.strictObject({ entry: entryOf('link', linkRow) });
/** The statuses that changed. */
export const statusesAnswer = z.strictObject({ entries: z.array(entryOf('status', statusRow)).readonly() });

/** Query of `GET …/dispositions`. */
export const dispositionsQuery = z.strictObject({
  delegation: idOf<DelegationId>().exactOptional(),
  paragraph: paragraphId.exactOptional(),
});
export type DispositionsQuery = z.infer<typeof dispositionsQuery>;

/** `GET …/dispositions`: what became of inputs that the visitor sees, in the order in which these were made. */
export const dispositionListAnswer = z.strictObject({
  dispositions: z.array(z.strictObject({ entry: entryOf('disposition', dispositionRow) })).readonly(),
  /** Inputs that have none. */
  undecided: z.array(inputSubject).readonly(),
});
export type DispositionListAnswer = z.infer<typeof dispositionListAnswer>;
