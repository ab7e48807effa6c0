import type { Holder } from './holder.ts';
import type { DocumentId, IsoTime, ParagraphId, ProposalId, VersionId } from './ids.ts';
import type { Signature } from './signature.ts';

/** More time that the facilitators gave while a silence ran. */
export interface SilenceExtension {
  /** The deadline that stood before, and the one it was moved to. */
  readonly from: IsoTime;
  readonly to: IsoTime;
  /** Facilitators' note to delegations. */
  readonly letter: string;
  readonly by: Signature;
}

/** A version is agreed unless somebody objects before the deadline. */
export interface SilenceProcedure {
  readonly id: string;
  readonly documentId: DocumentId;
  readonly version: VersionId;
  readonly opensAt: IsoTime;
  /** The one that counts: with extensions, where the last of them moved it. */
  readonly deadline: IsoTime;
  /** Oldest first; absent where no more time was given. */
  readonly extensions?: readonly SilenceExtension[];
  /** Facilitators' note to delegations. */
  readonly letter: string;
  /** `kept` and `broken` are recorded by the server at the deadline; `ended` early by the facilitators. */
  readonly outcome: 'running' | 'kept' | 'broken' | 'ended';
  readonly decidedAt: IsoTime | null;
  readonly by: Signature;
}

/** What an objection names: a paragraph, or the words that open a part (its chapeau). */
export interface ObjectedPlace {
  readonly paragraph: ParagraphId;
  readonly label: string;
  readonly chapeau: boolean;
}

/** An objection to silence. Withdrawn before the deadline it no longer breaks it. */
export interface SilenceObjection {
  readonly id: string;
  readonly documentId: DocumentId;
  readonly silence: string;
  readonly holder: Holder;
  readonly places: readonly ObjectedPlace[];
  readonly reason: string;
  /** The amendment that comes with it, if one does. */
  readonly proposal: ProposalId | null;
  readonly withdrawnAt: IsoTime | null;
  readonly by: Signature;
}

/** The adoption of a version as the final text. `id` is the document's: there is one. */
export interface Adoption {
  readonly id: DocumentId;
  readonly documentId: DocumentId;
  readonly version: VersionId;
  readonly manner: 'consensus' | 'recorded-vote';
  /** `recorded-vote` only. */
  readonly votes: {
    readonly inFavour: number;
    readonly against: number;
    readonly abstaining: number;
  } | null;
  /** The day of adoption. */
  readonly date: IsoTime;
  /** Such as `A/RES/80/173`; may be empty. */
  readonly symbol: string;
  /** When the record was closed: no declaration after. */
  readonly recordClosedAt: IsoTime | null;
  readonly by: Signature;
}
