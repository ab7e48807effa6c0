import type { Holder } from './holder.ts';
import { holderKey } from './holder.ts';
import type { DocumentId, ParagraphId, VersionId } from './ids.ts';
import type { Signature } from './signature.ts';

/** From most to least in favour. */
export const STANDINGS = ['support', 'can-live-with', 'concern', 'oppose'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Where a delegation or a group stands on a paragraph of a version. One row a holder, version and paragraph. */
export interface Position {
  /** `positionId`. */
  readonly id: string;
  readonly documentId: DocumentId;
  readonly holder: Holder;
  readonly version: VersionId;
  readonly paragraph: ParagraphId;
  /** Null: taken back. */
  readonly standing: Standing | null;
  /** A word of explanation; may be empty. */
  readonly words: string;
  /** The version whose position was confirmed by this one, or null where it was taken anew. */
  readonly confirms: VersionId | null;
  readonly by: Signature;
}

export const positionId = (version: VersionId, paragraph: ParagraphId, holder: Holder): string =>
  `${version}.${paragraph}.${holderKey(holder)}`;
