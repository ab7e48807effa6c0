import type { DocumentId } from '../../../shared/model/ids.ts';
import type { TextSnapshot } from '../../ports/text-log.ts';

/** What the thread for snapshots is started with: the database file. */
export interface CompactionData {
  readonly file: string;
}

/** One log to merge. `id` comes back with the answer. */
export interface CompactionJob {
  readonly id: number;
  readonly documentId: DocumentId;
}

export type CompactionAnswer =
  | { readonly id: number; readonly snapshot: TextSnapshot }
  /** One line: why there is no snapshot. */
  | { readonly id: number; readonly failure: string };
