import WebSocket from 'ws';
import * as Y from 'yjs';
import { SYNC } from '../../../shared/api/socket.ts';
import { TEXT_NAME } from '../../../shared/text/marker.ts';
import {
  barrierMessage,
  decodeFromServer,
  syncMessage,
  updateMessage,
} from '../../server/room/test-client.ts';
import type { Random } from '../random.ts';

/** Somebody who types over a real socket as fast as what was typed is acknowledged, and notes what is promised. */
export interface Typist {
  readonly name: string;
  readonly doc: Y.Doc;
  /** What the server has sent or acknowledged: what this person has seen of the others, and what that builds on. */
  readonly seen: Y.Doc;
  /** State at the barrier that was acknowledged last. */
  readonly promised: Y.Snapshot;
  /** Close codes of the lines that the server has ended, in order. */
  readonly closes: readonly number[];
  /** Resolves with the first of them. */
  readonly ended: Promise<number>;
  connect(url: string, token: string): void;
  /** Types as many keys at once, without waiting for anything, each in a way that shares no row of the log. */
  hurry(keys: number): void;
  /** Sends nothing more, so that all that is under way can be waited for. */
  rest(): void;
  /** Resolves when everything so far is acknowledged on the line that is open now. */
  sayAll(): Promise<void>;
  disconnect(): void;
}

/** How far somebody's text had come: what each clientID had written, how many deletions were made, and how many updates. */
interface Reached {
  readonly sv: Map<number, number>;
  readonly deletions: number;
  readonly updates: number;
}

export function createTypist(name: string, clientID: number, random: Random, onPromise: () => void): Typist {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  const text = doc.getText(TEXT_NAME);
  let socket: WebSocket | null = null;
  let barriers = 0;
  let resting = false;
  const atBarrier = new Map<number, Reached>();
  let safe: Reached = { sv: new Map(), deletions: 0, updates: 0 };
  /** As they were made: to take a snapshot of the whole text at each barrier took longer than all else. */
  const deletions: Y.Transaction['deleteSet'][] = [];
  doc.on('afterTransaction', ({ deleteSet }: Y.Transaction) => {
    if (deleteSet.clients.size > 0) deletions.push(deleteSet);
  });
  let told: { readonly barrier: number; readonly done: () => void }[] = [];

  const send = (frame: Uint8Array): void => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(frame);
  };
  const type = (): void => {
    for (let keys = 1 + random.below(4); keys > 0; keys -= 1) {
      const index = 1 + random.below(Math.max(1, text.length));
      if (random.chance(0.25) && text.length > 5) text.delete(Math.min(index, text.length - 1), 1);
      else text.insert(Math.min(index, text.length), random.pick([...`${name} `]));
    }
    askIfSafe();
  };
  const askIfSafe = (): void => {
    barriers += 1;
    const { store } = doc;
    const sv = new Map([...store.clients.keys()].map((client) => [client, Y.getState(store, client)]));
    atBarrier.set(barriers, { sv, deletions: deletions.length, updates: own.length });
    send(barrierMessage(barriers));
  };
  const own: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'server') return;
    own.push(update);
    send(updateMessage(update));
  });
  /** What others build on it is not kept waiting for ever: then it would not be looked at, and waiting takes ever longer. */
  const see = (reached: Reached): void => {
    for (const update of own.slice(safe.updates, reached.updates)) Y.applyUpdate(typist.seen, update);
    safe = reached;
  };

  const closes: number[] = [];
  let end: (code: number) => void = () => undefined;
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });
  const typist: Typist = {
    name,
    closes,
    ended,
    doc,
    seen: new Y.Doc(),
    get promised() {
      return Y.createSnapshot(Y.mergeDeleteSets(deletions.slice(0, safe.deletions)), safe.sv);
    },
    connect(url, token) {
      resting = false;
      atBarrier.clear();
      const line = new WebSocket(url, { headers: { authorization: `Bearer ${token}` } });
      socket = line;
      line.on('error', () => undefined);
      line.on('close', (code) => {
        if (socket !== line) return;
        closes.push(code);
        end(code);
      });
      line.on('open', () => line.send(syncMessage(SYNC.step1, Y.encodeStateVector(doc))));
      line.on('message', (data: Buffer) => {
        // After a kill, frames that had arrived are read still; those of another life are not.
        if (socket !== line) return;
        const message = decodeFromServer(new Uint8Array(data));
        if (message.type === 'acknowledged') {
          see(atBarrier.get(message.number) ?? safe);
          atBarrier.delete(message.number);
          onPromise();
          for (const { done } of told.filter(({ barrier }) => barrier <= message.number)) done();
          told = told.filter(({ barrier }) => barrier > message.number);
          if (!resting) type();
        }
        if (message.type !== 'sync') return;
        if (message.step === SYNC.step1) {
          line.send(syncMessage(SYNC.step2, Y.encodeStateAsUpdate(doc, message.payload)));
          return;
        }
        Y.applyUpdate(typist.seen, message.payload);
        Y.applyUpdate(doc, message.payload, 'server');
        if (message.step === SYNC.step2 && !resting) type();
      });
    },
    hurry(keys) {
      for (let k = 0; k < keys; k += 1)
        text.insert(text.length, name[k % name.length] as string, { bold: k % 2 === 0 ? true : null });
    },
    rest() {
      resting = true;
    },
    sayAll() {
      askIfSafe();
      const barrier = barriers;
      return new Promise((done) => told.push({ barrier, done }));
    },
    disconnect() {
      socket?.terminate();
      socket = null;
    },
  };
  return typist;
}

/** Whether `whole` holds every struct and every deletion of `part`. */
export function holds(whole: Y.Snapshot, part: Y.Snapshot): boolean {
  for (const [client, clock] of part.sv) if ((whole.sv.get(client) ?? 0) < clock) return false;
  for (const [client, ranges] of part.ds.clients) {
    // Snapshots have their ranges in order and apart.
    const deleted = whole.ds.clients.get(client) ?? [];
    let k = 0;
    for (const { clock, len } of ranges)
      for (let at = clock; at < clock + len; ) {
        while (k < deleted.length && endOf(deleted[k] as Range) <= at) k += 1;
        const range = deleted[k];
        if (range === undefined || range.clock > at) return false;
        at = endOf(range);
      }
  }
  return true;
}

type Range = { readonly clock: number; readonly len: number };
const endOf = ({ clock, len }: Range): number => clock + len;
