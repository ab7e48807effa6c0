import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import {
  type DeviceStore,
  memoryStore,
  type StoredWords,
} from '../../../../client/editor/connection/device-store.ts';
import { databaseName, indexedStore } from '../../../../client/editor/connection/indexed-store.ts';
import { openStore } from '../../../../client/editor/connection/open-store.ts';
import type { DocumentId, IsoTime, ParticipantId } from '../../../../shared/model/ids.ts';

const bytes = (...numbers: number[]) => Uint8Array.from(numbers);
const change = (key: string) => ({ key, at: 1, update: bytes(key.charCodeAt(0)) });
const WORDS: StoredWords = {
  id: 'w',
  at: '2030-01-01T00:00:00.000Z' as IsoTime,
  reason: 'read-only',
  paragraphs: [],
  update: bytes(9),
};
const DOCUMENT = 'document' as DocumentId;
const person = (name: string) => name as ParticipantId;

const adapters: readonly [string, () => Promise<DeviceStore>][] = [
  ['memory', async () => memoryStore()],
  ['IndexedDB', () => indexedStore(new IDBFactory(), 'test', () => bytes(0))],
];

for (const [name, open] of adapters)
  describe(`device store: ${name}`, () => {
    it('R43: holds unsent changes until they are acknowledged, then counts them as the server’s', async () => {
      const store = await open();
      await store.addServer([bytes(1)]);
      await store.addUnsent([change('a'), change('b')], [bytes(2)]);
      await store.acknowledge(['a', 'unknown']);
      const held = await store.load();
      expect(held.unsent).toEqual([change('b')]);
      expect(held.server).toEqual([bytes(1), bytes(2), bytes(97)]);
    });

    it('R49: replaces unsent changes by others', async () => {
      const store = await open();
      await store.addUnsent([change('a'), change('b')], []);
      await store.replaceUnsent(['a', 'b'], [change('c')]);
      expect((await store.load()).unsent).toEqual([change('c')]);
    });

    it('R48: keeps words in place of changes, once, whoever comes second', async () => {
      const store = await open();
      await store.addUnsent([change('a'), change('b')], []);
      expect(await store.keep(['a', 'b'], WORDS)).toBe(true);
      expect(await store.keep(['a', 'b'], { ...WORDS, id: 'again' })).toBe(false);
      const held = await store.load();
      expect([held.unsent, held.kept]).toEqual([[], [WORDS]]);
      await store.dropKept('w');
      expect((await store.load()).kept).toEqual([]);
    });

    it('R43: forgets the server’s state without touching one’s own', async () => {
      const store = await open();
      await store.addUnsent([change('a')], [bytes(1)]);
      await store.forgetServer();
      const held = await store.load();
      expect([held.server, held.unsent]).toEqual([[], [change('a')]]);
    });
  });

describe('device store of a participant', () => {
  it('R41: two people on one computer never share one', async () => {
    const factory = new IDBFactory();
    const mine = (await openStore(DOCUMENT, person('me'), factory)).store;
    await mine.addUnsent([change('a')], []);
    mine.close();
    expect((await openStore(DOCUMENT, person('you'), factory)).held.unsent).toEqual([]);
    expect((await openStore(DOCUMENT, person('me'), factory)).held.unsent).toEqual([change('a')]);
    expect(databaseName(DOCUMENT, person('me'))).not.toBe(databaseName(DOCUMENT, person('you')));
  });

  it('R41: says that nothing survives where the browser refuses', async () => {
    const refusing = {
      open: () => {
        throw new Error('denied');
      },
    } as unknown as IDBFactory;
    expect((await openStore(DOCUMENT, person('me'), refusing)).store.survives).toBe(false);
    expect((await openStore(DOCUMENT, null, new IDBFactory())).store.survives).toBe(false);
  });

  it('R43: folds a long history into few rows when it is read', async () => {
    const factory = new IDBFactory();
    const store = await indexedStore(factory, 'long', (updates) => bytes(updates.length & 255));
    await store.addServer(Array.from({ length: 600 }, () => bytes(1)));
    expect((await store.load()).server).toEqual([bytes(600 & 255)]);
    expect((await store.load()).server).toEqual([bytes(600 & 255)]);
  });
});
