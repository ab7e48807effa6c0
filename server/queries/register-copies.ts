import type { DocumentId } from '../../shared/model/ids.ts';
import {
  type EntryOf,
  REGISTER_NOUNS,
  type RegisterEntry,
  type RegisterNoun,
} from '../../shared/model/register.ts';
import type { Subjects } from '../../shared/policy/visible.ts';
import type { Store } from '../ports/store.ts';
import { giveWay } from '../steps/in-steps.ts';
import { createPageSize } from '../steps/page-size.ts';

/**
 * What copies hold: everything but positions. A matrix of states and paragraphs has these by ten thousands, and whoever
 * walks over the register would walk over them; they have books of their own (position-books.ts).
 */
export type CopiedNoun = Exclude<RegisterNoun, 'position'>;
export type CopiedEntry = Exclude<RegisterEntry, EntryOf<'position'>>;
export const COPIED_NOUNS = REGISTER_NOUNS.filter((noun): noun is CopiedNoun => noun !== 'position');

/** The newest revision of every row of one document, up to and with `head`. Read it in one go: it goes on growing. */
export interface RegisterCopy extends Subjects {
  readonly head: number;
  /** By seq. */
  entries(after: number): readonly CopiedEntry[];
  ofNoun<Noun extends CopiedNoun>(noun: Noun): readonly EntryOf<Noun>[];
  /** 0 for a row that is not there. */
  revisionOf(noun: CopiedNoun, id: string): number;
}

/** Copies of registers in memory, each brought up to date from the store whenever it is asked for. */
export interface RegisterCopies {
  of(documentId: DocumentId): Promise<RegisterCopy>;
}

/** Documents whose copy is kept: those being worked on. A copy of 7,000 rows takes about 10 MB. */
const MOST_COPIES = 20;

/** Rows read before everybody else has a turn, at most: some milliseconds. */
const ROWS_AT_ONCE = 500;

/** Numbers of the register walked for them at most: among 57,900 positions a walk for a few other rows took 48 ms. */
const NUMBERS_AT_ONCE = 5_000;

interface Kept {
  head: number;
  /** Rows by id for each noun: who looks at one row judges thousands, and builds no key for it. */
  readonly byNoun: { readonly [Noun in CopiedNoun]: Map<string, EntryOf<Noun>> };
  /** All of them in order of seq: a new revision goes to the end. */
  readonly inOrder: Set<CopiedEntry>;
  readonly copy: RegisterCopy;
}

/**
 * Reads only what a copy lacks: rows are never changed, so a copy is right once it has everything up to the head.
 * Nothing is told to it; every reading asks the store for its head.
 */
export function createRegisterCopies({ rows }: Pick<Store, 'rows'>): RegisterCopies {
  const copies = new Map<DocumentId, Kept>();
  const pages = createPageSize(ROWS_AT_ONCE);
  const lookUp = (documentId: DocumentId): Kept => {
    const kept = copies.get(documentId) ?? emptyCopy();
    copies.delete(documentId);
    copies.set(documentId, kept);
    for (const oldest of copies.keys()) {
      if (copies.size <= MOST_COPIES) break;
      copies.delete(oldest);
    }
    return kept;
  };
  return {
    async of(documentId) {
      const kept = lookUp(documentId);
      let head = await rows.register.head(documentId);
      while (head > kept.head) {
        const begun = performance.now();
        const limit = pages.rows;
        const upTo = Math.min(head, kept.head + NUMBERS_AT_ONCE);
        const news = await rows.register.since(documentId, kept.head, COPIED_NOUNS, limit, upTo);
        for (const entry of news as readonly CopiedEntry[]) {
          // Two requests may bring the same news; the later of two revisions stays.
          if (entry.seq > kept.head) put(kept, entry);
        }
        if (news.length < limit) kept.head = Math.max(kept.head, upTo);
        else pages.took(performance.now() - begun);
        if (kept.head < head) await giveWay();
        // A row revised meanwhile is not among the old ones any more: it is read too.
        head = await rows.register.head(documentId);
      }
      return kept.copy;
    },
  };
}

function put(kept: Kept, entry: CopiedEntry): void {
  const rows = kept.byNoun[entry.noun] as Map<string, CopiedEntry>;
  const before = rows.get(entry.id);
  if (before !== undefined) {
    rows.delete(entry.id);
    kept.inOrder.delete(before);
  }
  rows.set(entry.id, entry);
  kept.inOrder.add(entry);
  kept.head = entry.seq;
}

function emptyCopy(): Kept {
  const byNoun = Object.fromEntries(
    COPIED_NOUNS.map((noun) => [noun, new Map()]),
  ) as unknown as Kept['byNoun'];
  const inOrder = new Set<CopiedEntry>();
  const kept: Kept = {
    head: 0,
    byNoun,
    inOrder,
    copy: {
      get head() {
        return kept.head;
      },
      entries(after) {
        const all = [...inOrder];
        return after === 0 ? all : all.filter(({ seq }) => seq > after);
      },
      ofNoun: (noun) => [...byNoun[noun].values()],
      revisionOf: (noun, id) => byNoun[noun].get(id)?.revision ?? 0,
      comment: (id) => byNoun.comment.get(id)?.row,
      answer: (id) => byNoun.answer.get(id)?.row,
      proposal: (id) => byNoun.proposal.get(id)?.row,
      item: (id) => byNoun.item.get(id)?.row,
      statement: (id) => byNoun.statement.get(id)?.row,
    },
  };
  return kept;
}
