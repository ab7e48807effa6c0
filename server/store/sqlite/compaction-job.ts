import type { DocumentId } from '../../../shared/model/ids.ts';
import type { TextSnapshot } from '../../ports/text-log.ts';

/** What the thread beside the writer is started with: the database file. */
export interface CompactionData {
  readonly file: string;
}

/** What it is to do. `id` comes back with the answer. */
export type CompactionJob =
  /** Merge a log into a snapshot. */
  | { readonly id: number; readonly documentId: DocumentId }
  /** Bring the write-ahead log into the database: most of it beside the writer, the rest while nobody writes. */
  | { readonly id: number; readonly checkpoint: 'most' | 'rest' };

export type CompactionAnswer =
  | { readonly id: number; readonly snapshot: TextSnapshot | null }
  /** One line: why there is no snapshot. */
  | { readonly id: number; readonly failure: string };
