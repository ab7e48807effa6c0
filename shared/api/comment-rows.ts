import { z } from 'zod';
import {
  type Addressees,
  type Answer,
  COMMENT_KINDS,
  type Comment,
  type CommentTarget,
  NATURES,
  STANCES,
  type Stance,
  type StanceSubject,
} from '../model/comment.ts';
import type { AnswerId, CommentId, DelegationId, DocumentId, GroupId, ProposalId } from '../model/ids.ts';
import { VISIBILITIES } from '../model/signature.ts';
import { anchorShape, signatureShape } from './anchor.ts';
import { isoTime } from './fields.ts';
import { storedId } from './stored-id.ts';

const addressees: z.ZodType<Addressees, Addressees> = z.strictObject({
  delegations: z.array(storedId<DelegationId>()).readonly(),
  groups: z.array(storedId<GroupId>()).readonly(),
});

const commentTarget: z.ZodType<CommentTarget, CommentTarget> = z.discriminatedUnion('noun', [
  z.strictObject({ noun: z.literal('text'), anchor: anchorShape }),
  z.strictObject({ noun: z.literal('proposal'), id: storedId<ProposalId>() }),
  z.strictObject({ noun: z.literal('statement'), id: z.string() }),
]);

export const commentRow: z.ZodType<Comment, Comment> = z.strictObject({
  id: storedId<CommentId>(),
  documentId: storedId<DocumentId>(),
  by: signatureShape,
  from: z
    .array(z.strictObject({ name: z.string(), delegationId: storedId<DelegationId>().nullable() }))
    .readonly()
    .exactOptional(),
  on: commentTarget,
  kind: z.enum(COMMENT_KINDS),
  nature: z.enum(NATURES),
  text: z.string(),
  addressed: addressees,
  visibility: z.enum(VISIBILITIES),
  settledAt: isoTime.nullable(),
  editedAt: isoTime.nullable(),
  withdrawnAt: isoTime.nullable(),
});

export const answerRow: z.ZodType<Answer, Answer> = z.strictObject({
  id: storedId<AnswerId>(),
  documentId: storedId<DocumentId>(),
  commentId: storedId<CommentId>(),
  by: signatureShape,
  text: z.string(),
  visibility: z.enum(VISIBILITIES),
  editedAt: isoTime.nullable(),
  withdrawnAt: isoTime.nullable(),
});

const stanceSubject: z.ZodType<StanceSubject, StanceSubject> = z.discriminatedUnion('noun', [
  z.strictObject({ noun: z.literal('comment'), id: storedId<CommentId>() }),
  z.strictObject({ noun: z.literal('answer'), id: storedId<AnswerId>() }),
  z.strictObject({ noun: z.literal('proposal'), id: storedId<ProposalId>() }),
  z.strictObject({ noun: z.literal('statement'), id: z.string() }),
]);

export const stanceRow: z.ZodType<Stance, Stance> = z.strictObject({
  id: z.string(),
  documentId: storedId<DocumentId>(),
  on: stanceSubject,
  by: signatureShape,
  stance: z.enum(STANCES),
});
