import { openSqliteStore } from '../../../../server/store/sqlite/store.ts';
import type { DocumentId, IsoTime } from '../../../../shared/model/ids.ts';
import { createDialect } from '../core/dialect.ts';
import type { RoomAddress, RunningServer, ServerName } from '../servers/server.ts';
import { ADMIN_TOKEN } from '../servers/sounding-board.ts';

const BEGUN = '2026-01-05T00:00:00.000Z' as IsoTime;
const idOf = (number: number): DocumentId => `document-${number}` as DocumentId;

/** Puts so many documents into the product's store: nobody may make them so fast by asking for them. */
export async function makeDocuments(server: ServerName, folder: string, count: number): Promise<void> {
  if (server !== 'sounding-board') return;
  const store = openSqliteStore(folder, BEGUN);
  await store.transact(async (rows) => {
    for (let number = 0; number < count; number += 1)
      await rows.documents.insert({
        id: idOf(number),
        title: 'Outcome document',
        phase: 'drafting',
        phaseSince: BEGUN,
        closesAt: null,
        workingText: 'participants',
        register: 'participants',
        createdAt: BEGUN,
        sample: false,
      });
  });
  await store.close();
}

/** One of them: its owner writes, in as many windows as there are writers. */
export async function roomNumbered(server: RunningServer, number: number): Promise<RoomAddress> {
  if (server.name !== 'sounding-board') return server.openRoom(1, 0);
  const id = idOf(number);
  const address = { port: server.port, path: `/sync/${id}`, token: ADMIN_TOKEN };
  return { id, dialect: createDialect(null), writer: () => address, reader: () => address };
}
