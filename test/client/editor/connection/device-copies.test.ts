import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { clearDeviceCopy, deviceCopies } from '../../../../client/editor/connection/device-copies.ts';
import { databaseName, indexedStore } from '../../../../client/editor/connection/indexed-store.ts';
import type { DocumentId, ParticipantId } from '../../../../shared/model/ids.ts';

const documentId = 'document' as DocumentId;
const kenya = 'Kenya' as ParticipantId;
const chile = 'Chile' as ParticipantId;
const store = (factory: IDBFactory, participantId: ParticipantId) =>
  indexedStore(factory, databaseName(documentId, participantId), () => new Uint8Array());
const change = (key: string, at: number) => ({ key, at, update: new Uint8Array() });

describe('R54: what the device keeps, on signing out', () => {
  it('R54: is listed with what is unsent, and cleared one by one', async () => {
    const factory = new IDBFactory();
    const mine = await store(factory, kenya);
    await mine.addUnsent([change('a', 0), change('b', 10), change('c', 9_000)], []);
    await store(factory, chile);
    expect(await deviceCopies(factory)).toEqual([
      { documentId, participantId: kenya, unsent: 2, kept: 0 },
      { documentId, participantId: chile, unsent: 0, kept: 0 },
    ]);
    // An open window does not stand in the way.
    await clearDeviceCopy({ documentId, participantId: kenya }, factory);
    expect((await deviceCopies(factory)).map((copy) => copy.participantId)).toEqual([chile]);
  });

  it('R54: is nothing where the browser cannot tell', async () => {
    expect(await deviceCopies({} as IDBFactory)).toEqual([]);
  });
});
