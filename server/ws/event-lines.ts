import type { WebSocket } from 'ws';
import { CLOSE } from '../../shared/api/socket.ts';
import type { DocumentEvent } from '../../shared/model/event.ts';
import type { DocumentId } from '../../shared/model/ids.ts';
import { accessChanged, asToldTo, type Listener } from '../../shared/policy/told.ts';
import type { Bus } from '../ports/bus.ts';
import type { Counters } from '../ports/counters.ts';
import type { Visitor } from '../ports/gatekeeper.ts';

/** Bytes that may wait for a slow network, some 300 events. Past them the line closes; the client asks anew. */
const WAITING_BYTES = 64 * 1024;

/** An open socket, or one whose visitor is still being judged. */
interface Line {
  listener: Listener | null;
  socket: WebSocket | null;
  /** Access changed while its visitor was being judged: the judgement may be out of date. */
  stale: boolean;
}

/** A place among those who are told, taken before its visitor is judged, so that no change of access slips between. */
export interface Reserved {
  /** Tells the socket what happens from now on. */
  open(socket: WebSocket, visitor: Visitor): void;
  leave(): void;
}

export interface EventLines {
  reserve(documentId: DocumentId): Reserved;
  close(): void;
}

/** Everybody who listens to the events of a document without having its working text open. */
export function createEventLines(bus: Bus, counters: Counters): EventLines {
  const lines = new Map<DocumentId, Set<Line>>();

  const endSubscription = bus.subscribe((event) => {
    const told = new Map<DocumentEvent, string>();
    for (const line of [...(lines.get(event.documentId) ?? [])]) {
      const { listener, socket } = line;
      const access = accessChanged(event);
      if (listener === null || socket === null) {
        if (access !== null) line.stale = true;
        continue;
      }
      const heard = asToldTo(event, listener);
      if (heard !== null) {
        const text = told.get(heard) ?? JSON.stringify(heard);
        told.set(heard, text);
        tell(socket, text);
      }
      if (access === 'everybody' || (access !== null && access === listener.participant))
        socket.close(CLOSE.reauthorise, 'access changed');
    }
  });

  return {
    reserve(documentId) {
      const line: Line = { listener: null, socket: null, stale: false };
      const ofDocument = lines.get(documentId) ?? new Set();
      lines.set(documentId, ofDocument.add(line));
      return {
        open(socket, { participant, abilities }) {
          if (line.stale) {
            socket.close(CLOSE.reauthorise, 'access changed');
            return;
          }
          counters.opened.listener += 1;
          line.socket = socket;
          line.listener = { participant: participant?.id ?? null, abilities };
        },
        leave() {
          if (ofDocument.delete(line) && line.socket !== null) counters.closed.listener += 1;
          if (ofDocument.size === 0 && lines.get(documentId) === ofDocument) lines.delete(documentId);
        },
      };
    },
    close: endSubscription,
  };
}

function tell(socket: WebSocket, text: string): void {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > WAITING_BYTES)
    socket.close(CLOSE.tryAgain, 'too slow: ask for what is missing');
  else socket.send(text);
}
