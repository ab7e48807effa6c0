import type { DocumentId, GroupId, ParagraphId, ProposalId, VersionId } from '../../shared/model/ids.ts';
import type { Signature } from '../../shared/model/signature.ts';

/** Who and what sample rows of a register speak of. */
export interface Cast {
  readonly documentId: DocumentId;
  readonly by: Signature;
  readonly version: VersionId;
  readonly paragraph: ParagraphId;
}

/** Rows that others name. */
export const SAMPLE_GROUP = 'group-1' as GroupId;
export const SAMPLE_PROPOSAL = 'proposal-1' as ProposalId;
