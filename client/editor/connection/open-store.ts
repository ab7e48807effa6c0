import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { type DeviceContents, type DeviceStore, memoryStore } from './device-store.ts';
import { databaseName, indexedStore } from './indexed-store.ts';
import { fold } from './server-copy.ts';

/** Browsers have been seen never to answer; the text is then shown without the device's help. Milliseconds. */
const OPENING_LIMIT = 4_000;

/** The device's store for one participant, or one that lasts as long as the page where the browser has none. */
export async function openStore(
  documentId: DocumentId,
  participantId: ParticipantId | null,
  factory: IDBFactory | null,
): Promise<{ readonly store: DeviceStore; readonly held: DeviceContents }> {
  if (participantId !== null && factory !== null) {
    const opened = readStore(factory, databaseName(documentId, participantId));
    const limit = new Promise<null>((resolve) => setTimeout(resolve, OPENING_LIMIT, null));
    try {
      const first = await Promise.race([opened, limit]);
      if (first !== null) return first;
      opened.then(({ store }) => store.close()).catch(() => undefined);
    } catch {
      // No IndexedDB in this window (private browsing, blocked storage): the save line says that nothing is kept.
    }
  }
  const store = memoryStore();
  return { store, held: await store.load() };
}

async function readStore(factory: IDBFactory, name: string) {
  const store = await indexedStore(factory, name, fold);
  return { store, held: await store.load() };
}
