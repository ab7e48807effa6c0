import type { DocumentId, IsoTime } from '../../shared/model/ids.ts';
import type { EntryOf, RegisterEntry, RegisterNoun, RegisterRowOf } from '../../shared/model/register.ts';

/**
 * The register: comments, proposals, dispositions and what belongs to them. Append-only: a change is a further
 * revision of a row, so that every earlier wording stays. Contract: test/contract/register.ts.
 */
export interface RegisterRows {
  /** The newest revision, or null. */
  find<Noun extends RegisterNoun>(
    documentId: DocumentId,
    noun: Noun,
    id: string,
  ): Promise<EntryOf<Noun> | null>;
  /** The newest revisions of these rows, by id; without those that are not there. */
  findAll<Noun extends RegisterNoun>(
    documentId: DocumentId,
    noun: Noun,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, EntryOf<Noun>>>;
  /** The newest revision of every row of a noun, in the order in which the rows were first made. */
  ofNoun<Noun extends RegisterNoun>(documentId: DocumentId, noun: Noun): Promise<readonly EntryOf<Noun>[]>;
  /** Every revision of one row, oldest first. */
  history<Noun extends RegisterNoun>(
    documentId: DocumentId,
    noun: Noun,
    id: string,
  ): Promise<readonly EntryOf<Noun>[]>;
  /**
   * The newest revisions with a higher seq than `after`, by seq: what somebody who knows `after` lacks. Of these
   * nouns alone, if any are named; at most `limit` of them, and none above the seq `upTo`, if these are.
   */
  since(
    documentId: DocumentId,
    after: number,
    nouns?: readonly RegisterNoun[],
    limit?: number,
    upTo?: number,
  ): Promise<readonly RegisterEntry[]>;
  /** Every revision of every row, by seq: for verification. */
  all(documentId: DocumentId): Promise<readonly RegisterEntry[]>;
  /** Every revision with a higher seq than `after`, by seq, at most `limit`: to go through a large register in bounds. */
  page(documentId: DocumentId, after: number, limit: number): Promise<readonly RegisterEntry[]>;
  /** The highest seq; 0 before the first. */
  head(documentId: DocumentId): Promise<number>;
  /** Adds a revision; numbers it. */
  append<Noun extends RegisterNoun>(
    documentId: DocumentId,
    noun: Noun,
    id: string,
    row: RegisterRowOf[Noun],
    at: IsoTime,
  ): Promise<EntryOf<Noun>>;
  /** Adds a revision of each of several rows, in order. No two of them have one id. */
  appendAll<Noun extends RegisterNoun>(
    documentId: DocumentId,
    noun: Noun,
    rows: readonly (RegisterRowOf[Noun] & { readonly id: string })[],
    at: IsoTime,
  ): Promise<readonly EntryOf<Noun>[]>;
}
