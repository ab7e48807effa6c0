import type { Answer, Comment } from '../../shared/model/comment.ts';
import type { Item } from '../../shared/model/disposition.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import type { Proposal } from '../../shared/model/proposal.ts';
import {
  type EntryOf,
  REGISTER_NOUNS,
  type RegisterEntry,
  type RegisterNoun,
} from '../../shared/model/register.ts';
import type { Statement } from '../../shared/model/statement.ts';
import type { Subjects } from '../../shared/policy/visible.ts';
import type { Store } from '../ports/store.ts';

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

interface Kept {
  head: number;
  /** Rows by noun and id, in order of seq: a new revision goes to the end. */
  readonly rows: Map<string, CopiedEntry>;
}

const keyOf = (noun: RegisterNoun, id: string): string => `${noun} ${id}`;

/**
 * Reads only what a copy lacks: rows are never changed, so a copy is right once it has everything up to the head.
 * Nothing is told to it; every reading asks the store for its head.
 */
export function createRegisterCopies({ rows }: Pick<Store, 'rows'>): RegisterCopies {
  const copies = new Map<DocumentId, Kept>();
  const lookUp = (documentId: DocumentId): Kept => {
    const kept = copies.get(documentId) ?? { head: 0, rows: new Map() };
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
      const head = await rows.register.head(documentId);
      if (head > kept.head) {
        const news = await rows.register.since(documentId, kept.head, COPIED_NOUNS);
        for (const entry of news as readonly CopiedEntry[]) {
          // Two requests may bring the same news; the later of two revisions stays.
          if (entry.seq <= kept.head) continue;
          const key = keyOf(entry.noun, entry.id);
          kept.rows.delete(key);
          kept.rows.set(key, entry);
          kept.head = entry.seq;
        }
        kept.head = Math.max(kept.head, head);
      }
      return copyOf(kept);
    },
  };
}

function copyOf(kept: Kept): RegisterCopy {
  const { rows } = kept;
  const find = <Row>(noun: RegisterNoun, id: string) => rows.get(keyOf(noun, id))?.row as Row | undefined;
  return {
    get head() {
      return kept.head;
    },
    entries(after) {
      const all = [...rows.values()];
      return after === 0 ? all : all.filter(({ seq }) => seq > after);
    },
    ofNoun: <Noun extends CopiedNoun>(noun: Noun) =>
      [...rows.values()].filter((entry) => entry.noun === noun) as unknown as EntryOf<Noun>[],
    revisionOf: (noun, id) => rows.get(keyOf(noun, id))?.revision ?? 0,
    comment: (id) => find<Comment>('comment', id),
    answer: (id) => find<Answer>('answer', id),
    proposal: (id) => find<Proposal>('proposal', id),
    item: (id) => find<Item>('item', id),
    statement: (id) => find<Statement>('statement', id),
  };
}
