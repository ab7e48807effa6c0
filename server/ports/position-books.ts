import type { HeldPosition, HeldPositions } from '../../shared/domain/held-position.ts';
import type { Holder } from '../../shared/model/holder.ts';
import type { DocumentId, ParagraphId, VersionId } from '../../shared/model/ids.ts';
import type { Position } from '../../shared/model/position.ts';

/** What everybody holds on one version, up to and with `head`. Read it in one go: it goes on changing. */
export interface HeldOnVersion {
  readonly head: number;
  /** What was brought in from earlier versions, before anything was said on this one. It never changes. */
  readonly carried: HeldPositions;
  readonly held: HeldPositions;
  /** Rises with every change of what is held. */
  readonly changes: number;
  /** What changed behind a head, or null where only everything can be told. */
  changedBehind(after: number): HeldChanges | null;
}

export interface HeldChanges {
  readonly held: readonly HeldPosition[];
  readonly gone: readonly { readonly holder: Holder; readonly paragraph: ParagraphId }[];
}

/**
 * The positions of documents in memory, carried through their versions: a matrix of states and paragraphs has them
 * by ten thousands, so they are kept apart from the rest of the register and nothing is carried twice.
 */
export interface PositionBooks {
  /** Null where the document has no such version. */
  heldOn(documentId: DocumentId, version: VersionId): Promise<HeldOnVersion | null>;
  /** The newest revision of every position, on whatever version, by id. */
  rowsOf(documentId: DocumentId): Promise<ReadonlyMap<string, Position>>;
}
