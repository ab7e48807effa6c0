import { z } from 'zod';
import { COMMENT_KINDS, NATURES, STANCES, type StanceSubject } from '../model/comment.ts';
import type { AnswerId, Brand, CommentId, DelegationId, GroupId, ProposalId } from '../model/ids.ts';
import { VISIBILITIES } from '../model/signature.ts';
import { askedAnchor } from './asked-anchor.ts';
import { idOf } from './fields.ts';
import { ADDRESSEES } from './limits.ts';
import { writtenText } from './written.ts';

/** What a comment hangs on. */
const askedTarget = z.discriminatedUnion('noun', [
  z.strictObject({ noun: z.literal('text'), anchor: askedAnchor }),
  z.strictObject({ noun: z.literal('proposal'), id: idOf<ProposalId>() }),
  z.strictObject({ noun: z.literal('statement'), id: idOf<Brand<'StatementId'>>() }),
]);

const onBehalfOf = idOf<GroupId>().nullable().default(null);

/** `POST /api/documents/:id/comments`. */
export const commentRequest = z.strictObject({
  on: askedTarget,
  kind: z.enum(COMMENT_KINDS).default('comment'),
  nature: z.enum(NATURES).default('substantive'),
  text: writtenText,
  addressed: z
    .strictObject({
      delegations: z.array(idOf<DelegationId>()).max(ADDRESSEES).default([]),
      groups: z.array(idOf<GroupId>()).max(ADDRESSEES).default([]),
    })
    .default({ delegations: [], groups: [] }),
  visibility: z.enum(VISIBILITIES).default('public'),
  onBehalfOf,
});
export type CommentRequest = z.input<typeof commentRequest>;
export type WantedComment = z.output<typeof commentRequest>;

/** `PATCH …/comments/:comment` and `PATCH …/answers/:answer`. */
export const editRequest = z.strictObject({ text: writtenText });
export type EditRequest = z.input<typeof editRequest>;

/** `POST …/comments/:comment/settlement`. */
export const settleRequest = z.strictObject({ settled: z.boolean() });
export type SettleRequest = z.input<typeof settleRequest>;

/** `POST …/comments/:comment/anchor`. */
export const anchorRequest = z.strictObject({ anchor: askedAnchor });
export type AnchorRequest = z.input<typeof anchorRequest>;

/** `POST …/comments/:comment/answers`. */
export const answerRequest = z.strictObject({ text: writtenText, onBehalfOf });
export type AnswerRequest = z.input<typeof answerRequest>;
export type WantedAnswer = z.output<typeof answerRequest>;

const stanceSubject: z.ZodType<StanceSubject, StanceSubject> = z.discriminatedUnion('noun', [
  z.strictObject({ noun: z.literal('comment'), id: idOf<CommentId>() }),
  z.strictObject({ noun: z.literal('answer'), id: idOf<AnswerId>() }),
  z.strictObject({ noun: z.literal('proposal'), id: idOf<ProposalId>() }),
  z.strictObject({ noun: z.literal('statement'), id: idOf<Brand<'StatementId'>>() }),
]);

/** `POST …/stances`: a delegation agrees or disagrees, once; `none` takes it back. */
export const stanceRequest = z.strictObject({
  on: stanceSubject,
  stance: z.enum(STANCES),
  onBehalfOf,
});
export type StanceRequest = z.input<typeof stanceRequest>;
export type WantedStance = z.output<typeof stanceRequest>;
