import type { Comment, CommentTarget } from '../model/comment.ts';
import type { CommentId, DocumentId } from '../model/ids.ts';
import type { Signature } from '../model/signature.ts';

/** How long words may be mended after they were written, in minutes: typing errors, not changes of mind. */
export const EDIT_MINUTES = 15;

/** What an author says of a new comment. */
export type WrittenComment = Pick<Comment, 'kind' | 'nature' | 'text' | 'addressed' | 'visibility'>;

/** A new comment. */
export const newComment = (
  id: CommentId,
  documentId: DocumentId,
  by: Signature,
  on: CommentTarget,
  { kind, nature, text, addressed, visibility }: WrittenComment,
): Comment => ({
  id,
  documentId,
  by,
  on,
  kind,
  nature,
  text,
  addressed: {
    delegations: [...new Set(addressed.delegations)],
    groups: [...new Set(addressed.groups)],
  },
  visibility,
  settledAt: null,
  editedAt: null,
  withdrawnAt: null,
});
