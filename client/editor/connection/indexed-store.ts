import type { PermissionsMessage } from '../../../shared/api/socket.ts';
import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import type { DeviceStore, StoredWords, UnsentChange } from './device-store.ts';

/** Rises when the object stores below change shape. */
const DATABASE_VERSION = 1;
export const DATABASE_PREFIX = 'sounding-board';
/** Above this many server updates, loading folds them into fewer rows. 500 rows load in a few milliseconds. */
const FOLD_ABOVE = 500;

/** One database for each document and participant: two people on one computer never share one. */
export const databaseName = (documentId: DocumentId, participantId: ParticipantId): string =>
  [DATABASE_PREFIX, documentId, participantId].join('/');

export const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const done = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
  });

function open(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  const request = factory.open(name, DATABASE_VERSION);
  request.onupgradeneeded = () => {
    const database = request.result;
    database.createObjectStore('server', { autoIncrement: true });
    database.createObjectStore('unsent', { keyPath: 'key' });
    database.createObjectStore('kept', { keyPath: 'id' });
    database.createObjectStore('facts');
  };
  return settled(request);
}

/**
 * Opens the store in IndexedDB. Rejects where the browser refuses one.
 * `fold` joins updates into one (Yjs, passed in so that this file knows nothing of texts).
 */
export async function indexedStore(
  factory: IDBFactory,
  name: string,
  fold: (updates: readonly Uint8Array[]) => Uint8Array,
): Promise<DeviceStore> {
  const database = await open(factory, name);
  // Another window deletes this database (words cleared on signing out): do not stand in the way.
  database.onversionchange = () => database.close();

  const write = async (
    stores: readonly string[],
    act: (store: (name: string) => IDBObjectStore) => unknown,
    // `strict` waits for the disk where the browser offers it: own words must outlive a battery that runs out.
    durability: IDBTransactionDurability = 'strict',
  ): Promise<void> => {
    const transaction = database.transaction(stores, 'readwrite', { durability });
    const finished = done(transaction);
    await act((store) => transaction.objectStore(store));
    await finished;
  };

  return {
    survives: true,
    load: async () => {
      const transaction = database.transaction(['server', 'unsent', 'kept', 'facts'], 'readwrite');
      const finished = done(transaction);
      const store = (name: string): IDBObjectStore => transaction.objectStore(name);
      const [rows, keys, unsent, kept, permissions] = await Promise.all([
        settled(store('server').getAll() as IDBRequest<Uint8Array[]>),
        settled(store('server').getAllKeys()),
        settled(store('unsent').getAll() as IDBRequest<UnsentChange[]>),
        settled(store('kept').getAll() as IDBRequest<StoredWords[]>),
        settled(store('facts').get('permissions') as IDBRequest<PermissionsMessage | undefined>),
      ]);
      let server = rows;
      if (rows.length > FOLD_ABOVE) {
        server = [fold(rows)];
        for (const key of keys) store('server').delete(key);
        store('server').add(server[0]);
      }
      await finished;
      return { server, unsent, kept, permissions: permissions ?? null };
    },
    addServer: (updates) =>
      write(
        ['server'],
        (store) => {
          for (const update of updates) store('server').add(update);
        },
        'relaxed',
      ),
    addUnsent: (changes, updates) =>
      write(['server', 'unsent'], (store) => {
        for (const update of updates) store('server').add(update);
        for (const change of changes) store('unsent').put(change);
      }),
    acknowledge: (keys) =>
      write(['server', 'unsent'], async (store) => {
        for (const key of keys) {
          const row = await settled(store('unsent').get(key) as IDBRequest<UnsentChange | undefined>);
          if (row !== undefined) store('server').add(row.update);
          store('unsent').delete(key);
        }
      }),
    replaceUnsent: (keys, changes) =>
      write(['unsent'], (store) => {
        for (const key of keys) store('unsent').delete(key);
        for (const change of changes) store('unsent').put(change);
      }),
    keep: async (keys, words) => {
      let mine = keys.length === 0;
      await write(['unsent', 'kept'], async (store) => {
        for (const key of keys) {
          const row = await settled(store('unsent').get(key));
          if (row !== undefined) mine = true;
          store('unsent').delete(key);
        }
        if (mine && words !== null) store('kept').put(words);
      });
      return mine;
    },
    dropKept: (id) => write(['kept'], (store) => store('kept').delete(id)),
    forgetServer: () => write(['server'], (store) => store('server').clear()),
    rememberPermissions: (permissions) =>
      write(['facts'], (store) => store('facts').put(permissions, 'permissions'), 'relaxed'),
    close: () => database.close(),
  };
}
