import { type Kysely, type Selectable, sql } from 'kysely';
import type { EntryOf, RegisterEntry, RegisterNoun } from '../../../shared/model/register.ts';
import type { RegisterRows } from '../../ports/register.ts';
import { insertAll } from './insert-all.ts';
import { piecesOf } from './pieces.ts';
import type { Tables } from './tables.ts';

const toEntry = ({ row, made: _, ...entry }: Selectable<Tables['register']>): RegisterEntry =>
  ({ ...entry, row: JSON.parse(row) }) as RegisterEntry;
type Stored = Selectable<Tables['register']>;

/** The row that follows an earlier revision, or begins a new one. */
const follow = (
  before: Stored | undefined,
  entry: Pick<Stored, 'documentId' | 'seq' | 'noun' | 'id' | 'at'>,
  content: unknown,
): Stored =>
  ({
    ...entry,
    revision: (before?.revision ?? 0) + 1,
    made: before?.made ?? entry.seq,
    row: JSON.stringify(content),
  }) as Stored;

const toEntryOf = <Noun extends RegisterNoun>(row: Selectable<Tables['register']>): EntryOf<Noun> =>
  toEntry(row) as unknown as EntryOf<Noun>;

const COLUMNS = ['documentId', 'seq', 'noun', 'id', 'revision', 'at', 'made', 'row'] as const;

export function registerRows(db: Kysely<Tables>): RegisterRows {
  const ofDocument = (documentId: string) =>
    db
      .selectFrom('register as entry')
      .selectAll()
      .where('documentId', '=', documentId as never);
  const newest = (documentId: string) =>
    ofDocument(documentId).where('revision', '=', (inner) =>
      inner
        .selectFrom('register as later')
        .select(({ fn }) => fn.max('later.revision').as('revision'))
        .whereRef('later.documentId', '=', 'entry.documentId')
        .whereRef('later.noun', '=', 'entry.noun')
        .whereRef('later.id', '=', 'entry.id'),
    );
  const head = async (documentId: string): Promise<number> => {
    const last = ofDocument(documentId).orderBy('seq', 'desc').limit(1);
    return (await last.executeTakeFirst())?.seq ?? 0;
  };
  const row = (documentId: string, noun: RegisterNoun, id: string) =>
    ofDocument(documentId).where('noun', '=', noun).where('id', '=', id).orderBy('revision', 'desc');
  /** The newest revisions of these rows as they are stored, by id. */
  const stand = async (documentId: string, noun: RegisterNoun, ids: readonly string[]) => {
    const found = new Map<string, Stored>();
    for (const piece of piecesOf(ids)) {
      const revisions = ofDocument(documentId)
        .where('noun', '=', noun)
        .where('id', 'in', [...piece]);
      // A row has few revisions: the last one read is the newest.
      for (const entry of await revisions.orderBy('revision').execute()) found.set(entry.id, entry);
    }
    return found;
  };
  return {
    head,
    async find(documentId, noun, id) {
      const found = await row(documentId, noun, id).limit(1).executeTakeFirst();
      return found === undefined ? null : toEntryOf(found);
    },
    async findAll(documentId, noun, ids) {
      const found = await stand(documentId, noun, ids);
      return new Map([...found].map(([id, entry]) => [id, toEntryOf(entry)]));
    },
    async ofNoun(documentId, noun) {
      const found = await newest(documentId).where('noun', '=', noun).orderBy('made').execute();
      return found.map((entry) => toEntryOf(entry));
    },
    async history(documentId, noun, id) {
      const found = await row(documentId, noun, id).execute();
      return found.reverse().map((entry) => toEntryOf(entry));
    },
    async since(documentId, after, nouns, limit, upTo = Number.MAX_SAFE_INTEGER) {
      const behind = newest(documentId).where('seq', '>', after).where('seq', '<=', upTo).orderBy('seq');
      // The plus keeps SQLite from walking all rows of a noun to find the few behind a seq: 60 ms among 57,900.
      const named = nouns === undefined ? behind : behind.where(sql`+noun`, 'in', nouns);
      return (await (limit === undefined ? named : named.limit(limit)).execute()).map(toEntry);
    },
    async all(documentId) {
      return (await ofDocument(documentId).orderBy('seq').execute()).map(toEntry);
    },
    async page(documentId, after, limit) {
      const found = ofDocument(documentId).where('seq', '>', after).orderBy('seq').limit(limit);
      return (await found.execute()).map(toEntry);
    },
    async append(documentId, noun, id, content, at) {
      const before = await row(documentId, noun, id).limit(1).executeTakeFirst();
      const stored = follow(before, { documentId, seq: (await head(documentId)) + 1, noun, id, at }, content);
      await db.insertInto('register').values(stored).execute();
      return { documentId, seq: stored.seq, noun, id, revision: stored.revision, at, row: content };
    },
    async appendAll(documentId, noun, contents, at) {
      const before = await stand(
        documentId,
        noun,
        contents.map(({ id }) => id),
      );
      let seq = await head(documentId);
      const stored = contents.map((content) => {
        seq += 1;
        const { id } = content;
        return follow(before.get(id), { documentId, seq, noun, id, at }, content);
      });
      await insertAll(db, 'register', COLUMNS, stored);
      return stored.map(({ made: _, row: __, ...entry }, k) => ({ ...entry, row: contents[k] }) as never);
    },
  };
}
