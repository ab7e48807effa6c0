import { z } from 'zod';
import {
  type Carriage,
  type Contest,
  DECISIONS,
  type Disposition,
  type InputLink,
  type InputSubject,
  type Item,
  type ParagraphStatus,
  STATUSES,
} from '../model/disposition.ts';
import type { CommentId, DocumentId, ItemId, ParagraphId, ProposalId, VersionId } from '../model/ids.ts';
import { placeShape, signatureShape } from './anchor.ts';
import { storedId } from './stored-id.ts';

const documentId = storedId<DocumentId>();
const paragraph = storedId<ParagraphId>();

export const inputSubject: z.ZodType<InputSubject, InputSubject> = z.discriminatedUnion('noun', [
  z.strictObject({ noun: z.literal('comment'), id: storedId<CommentId>() }),
  z.strictObject({ noun: z.literal('proposal'), id: storedId<ProposalId>() }),
  z.strictObject({ noun: z.literal('item'), id: storedId<ItemId>() }),
]);

export const itemRow: z.ZodType<Item, Item> = z.strictObject({
  id: storedId<ItemId>(),
  documentId,
  commentId: storedId<CommentId>(),
  ordinal: z.int().min(1),
  start: z.int().min(0),
  end: z.int().min(0),
  text: z.string(),
  paragraph: paragraph.nullable(),
  by: signatureShape,
});

export const linkRow: z.ZodType<InputLink, InputLink> = z.strictObject({
  id: z.string(),
  documentId,
  inputs: z.array(inputSubject).readonly(),
  by: signatureShape,
});

const contest: z.ZodType<Contest, Contest> = z.strictObject({
  text: z.string(),
  by: signatureShape,
  answer: z.strictObject({ text: z.string(), by: signatureShape }).nullable(),
});

export const dispositionRow: z.ZodType<Disposition, Disposition> = z.strictObject({
  id: z.string(),
  documentId,
  on: inputSubject,
  decision: z.enum(DECISIONS),
  reason: z.string(),
  summary: z.string(),
  ledTo: z.array(paragraph).readonly(),
  duplicateOf: inputSubject.nullable(),
  after: storedId<VersionId>().nullable(),
  by: signatureShape,
  reaction: z.strictObject({ satisfied: z.boolean(), reason: z.string(), by: signatureShape }).nullable(),
  contests: z.array(contest).readonly(),
});

export const statusRow: z.ZodType<ParagraphStatus, ParagraphStatus> = z.strictObject({
  id: paragraph,
  documentId,
  status: z.enum(STATUSES),
  text: z.string(),
  by: signatureShape,
});

export const carriageRow: z.ZodType<Carriage, Carriage> = z.strictObject({
  id: storedId<VersionId>(),
  documentId,
  comments: z.array(z.strictObject({ id: storedId<CommentId>(), place: placeShape })).readonly(),
  proposals: z.array(z.strictObject({ id: storedId<ProposalId>(), place: placeShape })).readonly(),
  by: signatureShape,
});
