import type { DocumentId, ParticipantId } from '../../../shared/model/ids.ts';
import { countChanges } from './change-count.ts';
import { DATABASE_PREFIX, settled } from './indexed-store.ts';

/** What this device keeps of one text for one participant, for the question on signing out. */
export interface DeviceCopy {
  readonly documentId: DocumentId;
  readonly participantId: ParticipantId;
  /** Changes that the server has not acknowledged, as the save line counts them. */
  readonly unsent: number;
  /** Pieces of kept words. */
  readonly kept: number;
}

const nameOf = ({ documentId, participantId }: Pick<DeviceCopy, 'documentId' | 'participantId'>): string =>
  [DATABASE_PREFIX, documentId, participantId].join('/');

/** Everything kept on this device. Empty where the browser cannot tell (Firefox before 126) or keeps nothing. */
export async function deviceCopies(
  factory: IDBFactory | undefined = globalThis.indexedDB,
): Promise<DeviceCopy[]> {
  if (factory?.databases === undefined) return [];
  const names = (await factory.databases()).flatMap(({ name }) => name ?? []);
  const copies = names.flatMap((name) => {
    const [prefix, documentId, participantId] = name.split('/');
    return prefix === DATABASE_PREFIX && participantId !== undefined
      ? [{ documentId: documentId as DocumentId, participantId: participantId as ParticipantId }]
      : [];
  });
  return Promise.all(copies.map((copy) => count(factory, copy)));
}

async function count(
  factory: IDBFactory,
  copy: Pick<DeviceCopy, 'documentId' | 'participantId'>,
): Promise<DeviceCopy> {
  const database = await settled(factory.open(nameOf(copy)));
  try {
    const transaction = database.transaction(['unsent', 'kept'], 'readonly');
    const [unsent, kept] = await Promise.all([
      settled(transaction.objectStore('unsent').getAll() as IDBRequest<{ readonly at: number }[]>),
      settled(transaction.objectStore('kept').count()),
    ]);
    return { ...copy, unsent: countChanges(unsent.map((change) => change.at)), kept };
  } finally {
    database.close();
  }
}

/** Deletes a copy for good, unsent and kept words included: only when its owner has said so. */
export const clearDeviceCopy = (
  copy: Pick<DeviceCopy, 'documentId' | 'participantId'>,
  factory: IDBFactory = globalThis.indexedDB,
): Promise<unknown> => settled(factory.deleteDatabase(nameOf(copy)));
