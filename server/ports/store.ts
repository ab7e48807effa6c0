import type { DocumentId, IsoTime, ParticipantId } from '../../shared/model/ids.ts';
import type { Rows } from './rows.ts';
import type { StoreHealth } from './store-failure.ts';
import type { ClientId, TextLog } from './text-log.ts';

/** A row of the update log as verification reads it. */
export interface UpdateRecord {
  readonly documentId: DocumentId;
  readonly seq: number;
  readonly participantId: ParticipantId;
  readonly at: IsoTime;
  readonly update: Uint8Array;
  readonly claims: readonly ClientId[];
  /** SHA-256 in hex over the digest before and this row (server/audit/text-digest.ts). */
  readonly digest: string;
}

/** What verification needs beside the rows. */
export interface UpdateRecords {
  /** Documents that have rows. */
  documents(): Promise<readonly DocumentId[]>;
  /** Rows after `afterSeq`, in order, at most `limit`. */
  read(documentId: DocumentId, afterSeq: number, limit: number): Promise<readonly UpdateRecord[]>;
}

/** The reading side of a store, which verification needs. */
export interface VerifiableStore {
  readonly rows: Rows;
  readonly textLog: Pick<TextLog, 'load' | 'read' | 'owners'>;
  readonly updates: UpdateRecords;
}

/**
 * Everything durable of one server. One writer: transactions and log batches follow one another.
 * Contract: test/contract/store.ts.
 */
export interface Store {
  /** Reads what is committed. Writing through it is a bug and throws. */
  readonly rows: Rows;
  readonly textLog: TextLog;
  readonly updates: UpdateRecords;
  /**
   * Runs `work` alone and commits everything it wrote at once, durably, when its promise resolves; a throw undoes
   * all of it and is passed on; a commit that fails rejects with a `StoreFailure`, and nothing of it was done. `work` must await nothing but rows, or other writers wait.
   */
  transact<Answer>(work: (rows: Rows) => Promise<Answer>): Promise<Answer>;
  /** Whether it takes what is written. After trouble it is found out anew, now and then, by whoever asks. */
  health(): Promise<StoreHealth>;
  close(): Promise<void>;
}
