import type { ClientId } from '../ports/text-log.ts';
import type { Connection } from './connection.ts';
import { createBucket } from './rate.ts';
import type { RoomState } from './room-state.ts';
import type { ReadUpdate } from './update-reader.ts';

/** R68: looks at what an update brings before Yjs does, whether it can be taken now or waits. */
export function mayBind(room: RoomState, { seat }: Connection, { sections }: ReadUpdate): boolean {
  const { participant } = seat;
  if (participant === null || sections.every(({ client }) => room.text.owners.has(client))) return true;
  const strange = new Set<ClientId>();
  for (const { client } of sections) if (!room.text.owners.has(client)) strange.add(client);
  let bucket = room.newClients.get(participant.id);
  if (bucket === undefined) {
    bucket = createBucket(room.deps.limits.clientIds);
    room.newClients.set(participant.id, bucket);
  }
  return bucket.take(strange.size, room.deps.timers.now());
}
