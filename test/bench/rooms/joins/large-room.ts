import { join } from 'node:path';
import { openSqliteStore } from '../../../../server/store/sqlite/store.ts';
import type { DocumentId, IsoTime } from '../../../../shared/model/ids.ts';
import { fillDocumentsTable, fillLevel, fillTextLog } from '../load-text.ts';
import type { LongText } from '../long-text.ts';
import type { RoomAddress, RunningServer } from '../servers/server.ts';

/** Opens a room, ends the server, puts the long text into its store, and starts it again. */
export async function openLargeRoom(
  server: RunningServer,
  text: LongText,
  readers: number,
): Promise<RoomAddress> {
  const room = await server.openRoom(text.typists, readers);
  await server.stop();
  if (server.name === 'sounding-board') await fillProduct(server.folder, room.id as DocumentId, text);
  else if (server.name === 'hocuspocus')
    fillDocumentsTable(join(server.folder, 'hocuspocus.sqlite'), room.id, text);
  else if (server.name === 'y-websocket') await fillLevel(server.folder, room.id, text);
  else throw new Error(`${server.name} keeps no text`);
  await server.start();
  return room;
}

/** Typed by the document's drafters, so that its record verifies. */
async function fillProduct(folder: string, documentId: DocumentId, text: LongText): Promise<void> {
  const store = openSqliteStore(folder, new Date(0).toISOString() as IsoTime);
  const participants = await store.rows.participants.ofDocument(documentId);
  const drafters = participants.filter(({ role }) => role === 'drafter').map(({ id }) => id);
  await fillTextLog(store.textLog, documentId, drafters, text);
  await store.close();
}
