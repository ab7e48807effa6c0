import type { Carried } from '../../shared/domain/carriage.ts';
import type { Comment } from '../../shared/model/comment.ts';
import type { Carriage } from '../../shared/model/disposition.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { Proposal } from '../../shared/model/proposal.ts';
import type { RegisterEntry, RegisterNoun } from '../../shared/model/register.ts';
import type { Rows } from '../ports/rows.ts';
import { createPageSize } from '../steps/page-size.ts';

/** What a carriage is made of, as far as the register was read. */
export interface CarriedRows {
  head: number;
  readonly comments: Map<string, Comment>;
  readonly proposals: Map<string, Proposal>;
  readonly carriages: Map<string, Carriage>;
}

/** Comments and proposals whose place is not known, or not any more. */
export type Fresh = Pick<Carried, 'comments' | 'proposals'>;

const NOUNS: readonly RegisterNoun[] = ['comment', 'proposal', 'carriage'];

/** Rows read before everybody else has a turn, at most: some milliseconds. */
const ROWS_AT_ONCE = 250;

/** Numbers of the register walked for them at most (see queries/register-copies.ts). */
const NUMBERS_AT_ONCE = 5_000;

export const createCarriedRows = (): CarriedRows => ({
  head: 0,
  comments: new Map(),
  proposals: new Map(),
  carriages: new Map(),
});

/**
 * Reads what the register has taken in since it was read; answers what has to be carried now, or null when there is nothing new.
 * `pause`: gives others their turn between pages; without it, as in a transaction, it is read at once.
 */
export async function readFresh(
  rows: Rows,
  documentId: DocumentId,
  carried: CarriedRows,
  pause?: () => Promise<void>,
): Promise<Fresh | null> {
  const begun = carried.head;
  const pages = createPageSize(ROWS_AT_ONCE);
  const comments = new Set<string>();
  const proposals = new Set<string>();
  let published = false;
  for (let head = await rows.register.head(documentId); carried.head < head; ) {
    const begunAt = performance.now();
    const limit = pages.rows;
    const upTo = Math.min(head, carried.head + NUMBERS_AT_ONCE);
    const news = await rows.register.since(documentId, carried.head, NOUNS, limit, upTo);
    for (const entry of news) {
      note(carried, entry);
      if (entry.noun === 'comment') comments.add(entry.id);
      else if (entry.noun === 'proposal') proposals.add(entry.id);
      else published = true;
    }
    carried.head = news.length < limit ? upTo : (news.at(-1)?.seq ?? upTo);
    if (news.length === limit) pages.took(performance.now() - begunAt);
    await pause?.();
    // A row revised meanwhile is not among the old ones any more: it is read too.
    head = await rows.register.head(documentId);
  }
  if (carried.head === begun) return null;
  // Another publication recorded a place for everything.
  if (published)
    return { comments: [...carried.comments.values()], proposals: [...carried.proposals.values()] };
  return { comments: pick(carried.comments, comments), proposals: pick(carried.proposals, proposals) };
}

function note(carried: CarriedRows, entry: RegisterEntry): void {
  switch (entry.noun) {
    case 'comment':
      carried.comments.set(entry.id, entry.row);
      return;
    case 'proposal':
      carried.proposals.set(entry.id, entry.row);
      return;
    case 'carriage':
      carried.carriages.set(entry.id, entry.row);
      return;
    default:
      throw new Error(`a ${entry.noun} that nobody asked for`);
  }
}

const pick = <Row>(rows: ReadonlyMap<string, Row>, ids: ReadonlySet<string>): Row[] =>
  [...ids].flatMap((id) => rows.get(id) ?? []);
