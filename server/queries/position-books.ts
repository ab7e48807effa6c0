import type { CarryingRow, CarryingStep } from '../../shared/domain/carry-positions.ts';
import type { DocumentId, VersionId } from '../../shared/model/ids.ts';
import type { EntryOf } from '../../shared/model/register.ts';
import type { Version, VersionSummary } from '../../shared/model/version.ts';
import type { Comparisons } from '../ports/comparisons.ts';
import type { PositionBooks } from '../ports/position-books.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { Store } from '../ports/store.ts';
import { giveWay, inSteps } from '../steps/in-steps.ts';
import { createPageSize } from '../steps/page-size.ts';
import { comparisonOf } from './comparison.ts';
import { createPositionBook, type PositionBook } from './position-book.ts';
import type { NamedText } from './texts.ts';

/** Documents whose positions are kept: those being worked on. 57,900 positions take about 30 MB. */
const MOST_BOOKS = 10;

/** Rows read before everybody else has a turn, at most: a first reading takes a second of work, a page of it a hundredth. */
const ROWS_AT_ONCE = 400;

interface Kept {
  readonly book: PositionBook;
  /** Version → its comparison to the one before it, of which carrying needs little. */
  readonly rows: Map<VersionId, readonly CarryingRow[]>;
  /** How far the register was read. */
  head: number;
  /** What changes a book or carries in it goes one after the other: several people who come at once wait for the first. */
  turn: Promise<unknown>;
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
  const pages = createPageSize(ROWS_AT_ONCE);
  const lookUp = (documentId: DocumentId): Kept => {
    const kept = books.get(documentId) ?? {
      book: createPositionBook(),
      rows: new Map(),
      head: 0,
      turn: Promise.resolve(),
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
    await inTurn(kept, () => readNews(documentId, kept));
    return kept;
  };

  const inTurn = <Value>(kept: Kept, work: () => Promise<Value>): Promise<Value> => {
    const mine = kept.turn.catch(() => undefined).then(work);
    kept.turn = mine;
    return mine;
  };

  const readNews = async (documentId: DocumentId, kept: Kept): Promise<void> => {
    const head = await rows.register.head(documentId);
    while (kept.head < head) {
      const begun = performance.now();
      const limit = pages.rows;
      const news = await rows.register.since(documentId, kept.head, ['position'], limit);
      kept.book.put(news as readonly EntryOf<'position'>[]);
      kept.head = news.length < limit ? Math.max(head, kept.book.head) : kept.book.head;
      if (news.length < limit) continue;
      pages.took(performance.now() - begun);
      await giveWay();
    }
  };

  return {
    async heldOn(documentId, version) {
      const versions = await rows.versions.ofDocument(documentId);
      const last = versions.findIndex(({ id }) => id === version);
      if (last < 0) return null;
      const kept = await upToDate(documentId);
      const { book } = kept;
      const steps = book.isReady(version) ? [] : await stepsTo(kept, versions.slice(0, last + 1));
      return await inTurn(kept, async () => {
        // Somebody else may have carried meanwhile, or what was ready may have been put aside.
        if (!book.isReady(version))
          await inSteps(
            book.carry(steps.length > 0 ? steps : await stepsTo(kept, versions.slice(0, last + 1))),
          );
        return book.on(version, kept.head);
      });
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
