import type { DelegationId, DocumentId, GroupId, IsoTime, ParagraphId } from './ids.ts';
import type { Signature } from './signature.ts';

/**
 * A delegation aligns with what a group says, whole or except on some paragraphs; a member of the group as well as
 * one that is none. Without a row of its own a member is aligned, a delegation that is no member is not. One row a
 * delegation and group; `id` is `alignmentId`.
 */
export interface Alignment {
  readonly id: string;
  readonly documentId: DocumentId;
  readonly delegationId: DelegationId;
  readonly group: GroupId;
  /** False: it does not align (any more), though it may be a member. */
  readonly aligns: boolean;
  /** Paragraphs on which it speaks for itself alone. */
  readonly except: readonly ParagraphId[];
  readonly since: IsoTime;
  readonly by: Signature;
}

export const alignmentId = (delegation: DelegationId, group: GroupId): string => `${delegation}.${group}`;
