import { setImmediate } from 'node:timers/promises';
import type { CarryingRow, CarryingStep } from '../../shared/domain/carry-positions.ts';
import type { DocumentId, VersionId } from '../../shared/model/ids.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import type { Version, VersionSummary } from '../../shared/model/version.ts';
import type { Comparisons } from '../ports/comparisons.ts';
import type { PositionBooks } from '../ports/position-books.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { Store } from '../ports/store.ts';
import { comparisonOf } from './comparison.ts';
import { createPositionBook, type PositionBook } from './position-book.ts';
import type { NamedText } from './texts.ts';

/** Documents whose positions are kept: those being worked on. 57,900 positions take about 30 MB. */
const MOST_BOOKS = 10;

/** Rows read before everybody else has a turn: a first reading takes a second of work, a page of it a fiftieth. */
const ROWS_AT_ONCE = 1_000;

interface Kept {
  readonly book: PositionBook;
  /** Version → its comparison to the one before it, of which carrying needs little. */
  readonly rows: Map<VersionId, readonly CarryingRow[]>;
  /** How far the register was read. */
  head: number;
  /** Readings follow one another: several people who come at once wait for the first. */
  reading: Promise<void>;
}

/**
 * Reads only what a book lacks: every question asks the store for its head, and nothing is told to a book. Two
 * versions are compared once, and not at all while nobody has said anything on the earlier ones.
 */
export function createPositionBooks({
  store: { rows },
  secrets,
  comparisons,
}: {
  readonly store: Pick<Store, 'rows'>;
  readonly secrets: Secrets;
  readonly comparisons: Comparisons;
}): PositionBooks {
  const books = new Map<DocumentId, Kept>();
  const lookUp = (documentId: DocumentId): Kept => {
    const kept = books.get(documentId) ?? {
      book: createPositionBook(),
      rows: new Map(),
      head: 0,
      reading: Promise.resolve(),
    };
    books.delete(documentId);
    books.set(documentId, kept);
    for (const oldest of books.keys()) {
      if (books.size <= MOST_BOOKS) break;
      books.delete(oldest);
    }
    return kept;
  };

  const find = async (documentId: DocumentId, id: VersionId): Promise<Version> => {
    const version = await rows.versions.find(documentId, id);
    if (version === null) throw new Error(`version ${id} is listed, and is not there`);
    return version;
  };

  /** All versions up to the last one given, from the first on which anything was said. */
  const stepsTo = async (
    { book, rows: known }: Kept,
    versions: readonly VersionSummary[],
  ): Promise<CarryingStep[]> => {
    const first = versions.findIndex(({ id }) => book.wasSaidOn(id));
    const steps: CarryingStep[] = [];
    for (const [k, { id, documentId }] of versions.entries()) {
      if (k < first || (first < 0 && k < versions.length - 1)) continue;
      const before = steps.length === 0 ? undefined : versions[k - 1];
      if (before === undefined) {
        steps.push({ version: id, rows: [] });
        continue;
      }
      const found =
        known.get(id) ??
        (await carryingRows(
          { secrets, comparisons },
          await find(documentId, before.id),
          await find(documentId, id),
        ));
      known.set(id, found);
      steps.push({ version: id, rows: found });
    }
    return steps;
  };

  const upToDate = async (documentId: DocumentId): Promise<Kept> => {
    const kept = lookUp(documentId);
    const mine = kept.reading.catch(() => undefined).then(() => readNews(documentId, kept));
    kept.reading = mine;
    await mine;
    return kept;
  };

  const readNews = async (documentId: DocumentId, kept: Kept): Promise<void> => {
    const head = await rows.register.head(documentId);
    while (kept.head < head) {
      const news = await rows.register.since(documentId, kept.head, ['position'], ROWS_AT_ONCE);
      kept.book.put(news as readonly EntryOf<'position'>[]);
      kept.head = news.length < ROWS_AT_ONCE ? Math.max(head, kept.book.head) : kept.book.head;
      if (news.length === ROWS_AT_ONCE) await setImmediate();
    }
  };

  return {
    async heldOn(documentId, version) {
      const versions = await rows.versions.ofDocument(documentId);
      const last = versions.findIndex(({ id }) => id === version);
      if (last < 0) return null;
      const kept = await upToDate(documentId);
      const { book } = kept;
      if (!book.isReady(version)) {
        const steps = await stepsTo(kept, versions.slice(0, last + 1));
        await setImmediate();
        book.carry(steps);
      }
      return book.on(version, kept.head);
    },
    rowsOf: async (documentId) => (await upToDate(documentId)).book.rows,
  };
}

/** What became of each paragraph from one version to the next. */
const carryingRows = async (
  context: Parameters<typeof comparisonOf>[0],
  from: Version,
  to: Version,
): Promise<CarryingRow[]> =>
  (await comparisonOf(context, named(from), named(to))).rows.map(({ kind, paragraphs }) => ({
    kind,
    paragraphs,
  }));

const named = ({ id, name, publishedAt, paragraphs }: Version): NamedText => ({
  id,
  versionName: name,
  date: publishedAt,
  paragraphs,
});
