import type { DocumentId, IsoTime, ParticipantId } from '../../shared/model/ids.ts';

/** A Yjs clientID: a 32-bit unsigned integer (lib0 `random.uint32`). */
export type ClientId = number;

/** One accepted update of a working text, with its author. The unit of authorship and of replay. */
export interface LoggedUpdate {
  readonly documentId: DocumentId;
  readonly participantId: ParticipantId;
  readonly at: IsoTime;
  /** Yjs update, encoding version 1. */
  readonly update: Uint8Array;
  /** ClientIDs that this update uses for the first time: from now on they belong to `participantId`. */
  readonly claims: readonly ClientId[];
}

/** An announced clientID that is to belong to a participant of a document. */
export interface Claim {
  readonly documentId: DocumentId;
  readonly clientId: ClientId;
  readonly participantId: ParticipantId;
}

/** A logged update as it is read back. `seq` rises within a document and is never used twice. */
export interface StoredUpdate {
  readonly seq: number;
  readonly participantId: ParticipantId;
  readonly at: IsoTime;
  readonly update: Uint8Array;
}

/** A compacted start for loading: the whole state up to and with `seq`. The log behind it stays. */
export interface TextSnapshot {
  readonly seq: number;
  /** Yjs state as an update, encoding version 1. */
  readonly state: Uint8Array;
}

/**
 * The update log: the truth about every working text. Append-only.
 * Contract (test/contract/text-log.ts): `append` is durable and all-or-nothing when its promise resolves;
 * the answer has one seq an update, in order; a claim of a clientID owned by another participant rejects the batch.
 */
export interface TextLog {
  /** `onCommit` is told what the batch cost the processor, in milliseconds, before the disk has it; not every log tells. */
  append(
    batch: readonly LoggedUpdate[],
    onCommit?: (milliseconds: number) => void,
  ): Promise<readonly number[]>;
  /** The newest snapshot, if any, and the updates after it, in order: all, or the first `most`. */
  load(
    documentId: DocumentId,
    most?: number,
  ): Promise<{ readonly snapshot: TextSnapshot | null; readonly tail: readonly StoredUpdate[] }>;
  /** Updates after `afterSeq` (0: from the first), in order, at most `limit`. */
  read(documentId: DocumentId, afterSeq: number, limit: number): Promise<readonly StoredUpdate[]>;
  saveSnapshot(documentId: DocumentId, snapshot: TextSnapshot): Promise<void>;
  /**
   * Makes a snapshot of all that is in the log, beside whoever writes. Answers up to which update it reaches and its
   * bytes. A failure costs the next loading time and nothing else.
   */
  compact(documentId: DocumentId): Promise<{ readonly seq: number; readonly bytes: number }>;
  /** Owners of all clientIDs seen in a document. */
  owners(documentId: DocumentId): Promise<ReadonlyMap<ClientId, ParticipantId>>;
  /** Binds announced clientIDs, all or none; the first claim of each wins. Answers the owners that stand, in order. */
  claim(claims: readonly Claim[]): Promise<readonly ParticipantId[]>;
}
