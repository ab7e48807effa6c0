import { z } from 'zod';
import { idOf } from '../../shared/api/fields.ts';
import { IDEMPOTENCY_KEY_LENGTH } from '../../shared/api/limits.ts';
import { problemAnswer } from '../../shared/api/problem.ts';
import type {
  AnswerId,
  Brand,
  CommentId,
  DelegationId,
  DocumentId,
  GroupId,
  ParticipantId,
  VersionId,
} from '../../shared/model/ids.ts';

/** How every error answer is described. */
export const PROBLEM = {
  default: {
    description: 'What went wrong, with a stable code (RFC 9457)',
    content: { 'application/problem+json': { schema: problemAnswer } },
  },
} as const;

/** The id of a row of a noun whose ids have no type of their own. */
const rowId = idOf<Brand<'row'>>() as unknown as z.ZodType<string, string>;

export const documentParams = z.object({ id: idOf<DocumentId>() });
export const memberParams = z.object({ id: idOf<DocumentId>(), participant: idOf<ParticipantId>() });
export const commentParams = z.object({ id: idOf<DocumentId>(), comment: idOf<CommentId>() });
export const answerParams = z.object({ id: idOf<DocumentId>(), answer: idOf<AnswerId>() });
export const groupParams = z.object({ id: idOf<DocumentId>(), group: idOf<GroupId>() });
export const statementParams = z.object({ id: idOf<DocumentId>(), statement: idOf<Brand<'StatementId'>>() });
export const declarationParams = z.object({ id: idOf<DocumentId>(), declaration: idOf<Brand<string>>() });
export const delegationParams = z.object({ id: idOf<DocumentId>(), delegation: idOf<DelegationId>() });
export const silenceParams = z.object({ id: idOf<DocumentId>(), silence: rowId });
export const objectionParams = z.object({ id: idOf<DocumentId>(), objection: rowId });
export const versionParams = z.object({
  id: idOf<DocumentId>(),
  version: z.union([z.literal('latest'), idOf<VersionId>()]),
});

/** Headers of every request that may be sent again. Other headers pass as they are. */
export const retryHeaders = z.looseObject({
  'idempotency-key': z
    .string()
    .min(1)
    .max(IDEMPOTENCY_KEY_LENGTH)
    .exactOptional()
    .describe('The same key with the same request answers the same again and changes nothing twice'),
});
