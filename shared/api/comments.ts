import { z } from 'zod';
import { COMMENT_KINDS, NATURES } from '../model/comment.ts';
import type { DelegationId, GroupId, ParagraphId, VersionId } from '../model/ids.ts';
import { CONSTITUENCIES, REGIONS } from '../model/participant.ts';
import { placeShape } from './anchor.ts';
import { answerRow, commentRow, stanceRow } from './comment-rows.ts';
import { count, idOf } from './fields.ts';
import { storedId } from './stored-id.ts';

const STATES = ['open', 'answered', 'withdrawn'] as const;

/** Query of `GET …/comments`. `on`: the text whose places are asked for. */
export const commentsQuery = z.strictObject({
  on: z.union([z.literal('working'), z.literal('latest'), idOf<VersionId>()]).exactOptional(),
  sort: z.enum(['paragraph', 'time']).default('time'),
  state: z.enum(STATES).exactOptional(),
  kind: z.enum(COMMENT_KINDS).exactOptional(),
  nature: z.enum(NATURES).exactOptional(),
  constituency: z.enum(CONSTITUENCIES).exactOptional(),
  region: z.enum(REGIONS).exactOptional(),
  group: idOf<GroupId>().exactOptional(),
  delegation: idOf<DelegationId>().exactOptional(),
  section: (z.string().min(1).max(200) as unknown as z.ZodType<ParagraphId, ParagraphId>).exactOptional(),
});
export type CommentsQuery = z.output<typeof commentsQuery>;

/** Query of `GET …/comments/:comment`. */
export const commentQuery = commentsQuery.pick({ on: true });

const listedComment = z.strictObject({
  comment: commentRow,
  revision: z.int().min(1),
  state: z.enum(STATES),
  /** Answers that were not withdrawn. */
  answers: count,
  agree: count,
  disagree: count,
  /** Where it stands in the text asked for. */
  place: placeShape.nullable(),
  /** The heading it stands below there. */
  section: storedId<ParagraphId>().nullable(),
});

/** `GET …/comments`: those that the visitor sees. `on` is the id of the text the places are in. */
export const commentsAnswer = z.strictObject({
  head: count,
  on: z.string().nullable(),
  comments: z.array(listedComment).readonly(),
});
export type CommentsAnswer = z.infer<typeof commentsAnswer>;

/** `GET …/comments/:comment`: with its thread, oldest answer first. */
export const commentAnswer = listedComment.extend({
  thread: z.array(answerRow).readonly(),
  stances: z.array(stanceRow).readonly(),
});
export type CommentAnswer = z.infer<typeof commentAnswer>;
