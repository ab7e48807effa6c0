import { z } from 'zod';
import { COMMENT_KINDS } from '../model/comment.ts';
import { STATUSES } from '../model/disposition.ts';
import type { CommentId, DelegationId, GroupId, ParagraphId } from '../model/ids.ts';
import { placeShape } from './anchor.ts';
import { inputSubject } from './disposition-rows.ts';
import { count, isoTime } from './fields.ts';
import { storedId } from './stored-id.ts';

const openInput = z.strictObject({
  id: z.string(),
  on: inputSubject,
  kind: z.enum([...COMMENT_KINDS, 'proposal']),
  delegationId: storedId<DelegationId>(),
  onBehalfOf: storedId<GroupId>().nullable(),
  /** Names of those whom `delegationId` entered it for; null where it wrote it itself. */
  from: z.array(z.string()).readonly().nullable(),
  text: z.string(),
  label: z.string(),
  place: placeShape.nullable(),
  placeLabel: z.string(),
});

const openStatus = z.strictObject({
  paragraph: storedId<ParagraphId>(),
  label: z.string(),
  status: z.enum(STATUSES),
  date: isoTime,
  changedSince: z.boolean(),
});

/** What is open when a version is about to be published (shared/domain/open-items.ts). */
export const openItemsShape = z.strictObject({
  inputs: z.array(openInput).readonly(),
  questions: z.array(storedId<CommentId>()).readonly(),
  contests: z.array(z.string()).readonly(),
  statuses: z.array(openStatus).readonly(),
  counts: z.strictObject({
    comments: count,
    proposals: count,
    questions: count,
    contests: count,
    statuses: z.strictObject({
      open: count,
      'suggested-for-closure': count,
      'agreed-ad-referendum': count,
      agreed: count,
    }),
    changedSince: count,
    orphans: count,
  }),
});
export type OpenItemsAnswer = z.infer<typeof openItemsShape>;
