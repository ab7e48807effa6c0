import type { Phase } from './document.ts';
import type { DocumentId, IsoTime, ParticipantId, VersionId } from './ids.ts';

/** What happened in a document, told to every node and every connected client after it is durable. */
export type DocumentEvent = { readonly documentId: DocumentId; readonly at: IsoTime } & (
  | {
      readonly kind: 'phase-changed';
      readonly phase: Phase;
      readonly closesAt: IsoTime | null;
      /** The end of the phase alone moved, and nobody may do more or less than before. */
      readonly only?: 'closesAt';
    }
  /** `audience`: who may see the working text or the register has changed. */
  | { readonly kind: 'document-changed'; readonly audience: boolean }
  | { readonly kind: 'version-published'; readonly versionId: VersionId; readonly name: string }
  | { readonly kind: 'members-changed'; readonly participantId: ParticipantId }
  | { readonly kind: 'text-imported'; readonly paragraphs: number }
  /**
   * Rows of the register up to and with `head` are there to be read. `only`: positions alone changed, which copies of
   * the rest of the register need not ask for.
   */
  | { readonly kind: 'register-changed'; readonly head: number; readonly only?: 'positions' }
  /** These people have something new, or have read it elsewhere. */
  | { readonly kind: 'notices-changed'; readonly participants: readonly ParticipantId[] }
);
