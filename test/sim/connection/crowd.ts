import * as encoding from 'lib0/encoding';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createEventHub } from '../../../client/api/events/event-hub.ts';
import { openWire, type Wire } from '../../../client/editor/connection/wire.ts';
import { MESSAGE, SYNC } from '../../../shared/api/socket.ts';
import type { Random } from '../random.ts';

/** How a server answers who comes: it stands, nothing listens, or it lets people in and sends writers away. */
export type Standing = { readonly is: 'up' } | { readonly is: 'down' } | { readonly closesWith: number };

export interface Crowd {
  /** What the server does from now on. */
  stand(now: Standing): void;
  /** Ends every line that stands, as a server that stops or falls does. */
  dismiss(code: number): void;
  /** When somebody knocked, in ms of the clock that runs, since the last call. */
  knocks(): number[];
  /** How many lines stand now. */
  standing(): number;
  /** Every browser is told at this moment that its network is back. */
  networkBack(): void;
  close(): void;
}

/** The half of a `WebSocket` that our code uses, opened and ended by the trial. */
class TrialSocket {
  readonly OPEN = 1;
  readyState = 0;
  binaryType = '';
  bufferedAmount = 0;
  onopen: ((event: object) => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onerror: ((event: object) => void) | null = null;
  send(_frame: Uint8Array): void {}
  open(): void {
    this.readyState = 1;
    this.onopen?.({});
  }
  close(): void {
    this.end(1005);
  }
  end(code: number): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.onclose?.({ code });
  }
}

const BROKEN = 1006;
/** How long a knock takes to be answered, in ms. */
const ANSWER = 20;

/** `count` browsers with a line each, by the real code of one kind; only sockets and chance are the trial's. */
export function openCrowd(kind: 'sync' | 'events', count: number, random: Random): Crowd {
  let now: Standing = { is: 'up' };
  let knocked: number[] = [];
  const lines = new Set<TrialSocket>();
  const backOnline: (() => void)[] = [];
  const closing: (() => void)[] = [];

  class Line extends TrialSocket {
    constructor() {
      super();
      knocked.push(Date.now());
      lines.add(this);
      setTimeout(() => this.answer(), ANSWER);
    }
    private answer(): void {
      if (this.readyState !== 0) return;
      if ('is' in now && now.is === 'down') {
        this.end(BROKEN);
        return;
      }
      this.open();
      if (kind === 'sync') this.onmessage?.({ data: answerToStep1().buffer });
      if ('closesWith' in now) this.end(now.closesWith);
    }
    override end(code: number): void {
      lines.delete(this);
      super.end(code);
    }
  }

  // Outside a browser each line listens for the end of the process.
  process.setMaxListeners(count + process.getMaxListeners());
  for (let k = 0; k < count; k += 1) {
    if (kind === 'sync') {
      const doc = new Y.Doc();
      const awareness = new Awareness(doc);
      const webSocket = Line as unknown as typeof WebSocket;
      const wire = openWire(
        { origin: 'ws://trial', documentId: 'd', doc, awareness, webSocket, random: random.next },
        SILENT,
      );
      backOnline.push(wire.wake);
      closing.push(() => end(wire, awareness));
    } else {
      const hub = createEventHub({
        open: () => new Line() as unknown as WebSocket,
        random: random.next,
        setTimer: (act, ms) => setTimeout(act, ms),
        clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
        hidden: () => false,
        watch: (_, online) => {
          backOnline.push(online);
          return () => undefined;
        },
      });
      closing.push(hub.listen(() => undefined));
    }
  }
  return {
    stand: (standing) => {
      now = standing;
    },
    dismiss: (code) => {
      for (const line of [...lines]) line.end(code);
    },
    knocks: () => {
      const since = knocked;
      knocked = [];
      return since;
    },
    standing: () => [...lines].filter((line) => line.readyState === 1).length,
    networkBack: () => {
      for (const tell of backOnline) tell();
    },
    close: () => {
      for (const act of closing) act();
    },
  };
}

const SILENT: Parameters<typeof openWire>[1] = {
  opened: () => undefined,
  permissions: () => undefined,
  serverHolds: () => undefined,
  update: () => undefined,
  acknowledged: () => undefined,
  event: () => undefined,
  attendance: () => undefined,
  refused: () => undefined,
  closed: () => 'again',
};

function end(wire: Wire, awareness: Awareness): void {
  wire.close();
  awareness.destroy();
}

/** A sync step 2 with nothing in it. */
function answerToStep1(): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, SYNC.step2);
  encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(new Y.Doc()));
  return encoding.toUint8Array(encoder).slice() as Uint8Array<ArrayBuffer>;
}

/** The largest share of `count` that knocks within any `span` ms. `knocks` in ms, rising. */
export function busiest(knocks: readonly number[], span: number, count: number): number {
  let most = 0;
  let first = 0;
  for (const [last, at] of knocks.entries()) {
    while ((knocks[first] as number) <= at - span) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most / count;
}
