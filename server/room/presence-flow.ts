import type { Connection } from './connection.ts';
import { type PresenceEntry, presenceFrame } from './frames.ts';
import { type Outbox, post } from './outbox.ts';
import { FEW_STATES, type PresenceChange } from './presence.ts';
import { pump } from './pump.ts';
import type { RoomState } from './room-state.ts';

/** ClientIDs that one connection may bind by announcing them: one a document, and a few for reloads of it. */
const ANNOUNCEMENTS = 8;

/** Timers are exact to a millisecond: what is due within one is due. */
const EARLY = 1;

/** R14: takes what a writer shows of itself; echoes of others and what readers show are passed over. */
export function takePresence(
  room: RoomState,
  connection: Connection,
  entries: readonly PresenceEntry[],
): void {
  const { participant, canWrite } = connection.seat;
  if (!canWrite || participant === null) return;
  for (const entry of entries) {
    const owner = room.text.owners.get(entry.client);
    if (owner === participant.id) show(room, connection, entry);
    else if (owner === undefined && entry.state !== 'null' && connection.announced < ANNOUNCEMENTS)
      announce(room, connection, entry);
  }
}

function show(room: RoomState, connection: Connection, entry: PresenceEntry): void {
  room.presence.show(connection, entry.client, entry.clock, entry.state, room.deps.clock.now());
  schedulePresence(room);
}

/** R7: an announced clientID is bound before it is first shown, so that nobody else can write under it. */
function announce(room: RoomState, connection: Connection, entry: PresenceEntry): void {
  const { participant } = connection.seat;
  if (participant === null) return;
  connection.announced += 1;
  room.text.owners.set(entry.client, participant.id);
  room.text.unbound.add(entry.client);
  const claim = { documentId: room.documentId, clientId: entry.client, participantId: participant.id };
  room.deps.claims.claim(claim).then(
    (owner) => {
      room.text.owners.set(entry.client, owner);
      room.text.unbound.delete(entry.client);
      if (owner === participant.id) room.deps.counters.claims += 1;
      if (owner === participant.id && connection.open) show(room, connection, entry);
    },
    (error: unknown) => room.deps.report('a clientID could not be bound', error),
  );
}

/** Sees to it that what is new is told in time; whatever goes out meanwhile takes it along. */
export function schedulePresence(room: RoomState): void {
  const { timers } = room.deps;
  const news = room.presence.news();
  if (news === null || room.presenceScheduled || (news === 'renewed' && room.renewalScheduled)) return;
  if (news === 'changed') room.presenceScheduled = true;
  else room.renewalScheduled = true;
  const go = (): void => {
    if (news === 'changed') room.presenceScheduled = false;
    else room.renewalScheduled = false;
    pump(room);
  };
  const pause = dueAt(room, news) - timers.now();
  if (pause > 0) timers.after(pause, go);
  else timers.soon(go);
}

/** When presence may go out next: in a quiet room at once. A state that is only renewed lapses after 30 s. */
function dueAt({ presenceAt, deps: { limits } }: RoomState, news: 'changed' | 'renewed'): number {
  return presenceAt + (news === 'changed' ? limits.presenceEvery : limits.renewEvery);
}

/**
 * Posts what is new, if it is time. Each state is encoded once. Many at a time are one frame for everybody; those that do
 * not go back to their own clients are in chunks, of which these get a form without theirs.
 */
export function postPresence(room: RoomState): void {
  const { presence, outbox, connections, deps } = room;
  const news = presence.news();
  if (news === null) return;
  const now = deps.timers.now();
  if (dueAt(room, news) - now >= EARLY) {
    schedulePresence(room);
    return;
  }
  room.presenceAt = now;
  const changes = presence.takeChanges();
  const forAll = changes.length > FEW_STATES ? changes.filter(({ mayReturn }) => mayReturn) : [];
  const forOthers = forAll.length === 0 ? changes : changes.filter(({ mayReturn }) => !mayReturn);
  if (forAll.length > 0) post(outbox, 'presence', frameOf(forAll));
  for (let first = 0; first < forOthers.length; first += FEW_STATES)
    postForOthers(outbox, forOthers.slice(first, first + FEW_STATES));
  deps.counters.presenceFrames +=
    connections.size * (Math.sign(forAll.length) + Math.ceil(forOthers.length / FEW_STATES));
}

function postForOthers(outbox: Outbox, chunk: readonly PresenceChange[]): void {
  const instead = new Map<Connection, Uint8Array | null>();
  for (const { from } of chunk)
    if (from !== null && !instead.has(from)) instead.set(from, frameWithout(chunk, from));
  post(outbox, 'presence', frameOf(chunk), { instead });
}

const frameOf = (changes: readonly PresenceChange[]): Uint8Array =>
  presenceFrame(changes.map(({ bytes }) => bytes));

function frameWithout(chunk: readonly PresenceChange[], connection: Connection): Uint8Array | null {
  const others = chunk.filter(({ from }) => from !== connection);
  return others.length === 0 ? null : frameOf(others);
}
