import { type CloseCode, DEFLATE_PARAMETER } from '../../../shared/api/socket.ts';
import { DOCUMENT, type House } from '../../client/editor/connection/house.ts';

/** The lines of all people: a person whose line is cut has no open socket and gets none. */
export interface Lines {
  readonly cut: Set<string>;
  /** Breaks what a person has open. */
  drop(name: string): void;
  /** A `WebSocket` class that leads straight into the room, frame by frame in order, without a network. */
  socketOf(name: string): typeof WebSocket;
}

const BROKEN = 1006;

export function directLines(house: House): Lines {
  const cut = new Set<string>();
  const open = new Map<DirectSocket, string>();

  class DirectSocket {
    static readonly OPEN = 1;
    readonly OPEN = 1;
    readyState = 0;
    bufferedAmount = 0;
    binaryType = 'arraybuffer';
    onopen: ((event: unknown) => void) | null = null;
    onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
    onclose: ((event: { code: number; reason: string }) => void) | null = null;
    onerror: ((event: unknown) => void) | null = null;
    private toRoom: { receive(frame: Uint8Array): void; closed(): void } | null = null;

    private readonly readsPacked: boolean;

    constructor(name: string, url: string) {
      this.readsPacked = new URL(url).searchParams.get(DEFLATE_PARAMETER) === '1';
      open.set(this, name);
      setImmediate(() => void this.enter(name));
    }

    private async enter(name: string): Promise<void> {
      const judgement = await house.judge(name);
      if (cut.has(name)) this.end(BROKEN);
      if (this.readyState !== 0) return;
      this.readyState = 1;
      this.onopen?.({});
      if (!judgement.admitted) {
        this.end(judgement.code);
        return;
      }
      const send = (frame: Uint8Array): void => {
        const data = frame.slice().buffer;
        setImmediate(() => {
          if (this.readyState === 1) this.onmessage?.({ data });
        });
      };
      this.toRoom = house.rooms.connect(DOCUMENT, judgement.visitor, {
        send,
        sendAll: (frames) => {
          for (const frame of frames) send(frame);
        },
        buffered: () => 0,
        readsPacked: this.readsPacked,
        close: (code: CloseCode) => setImmediate(() => this.end(code)),
      });
    }

    send(frame: Uint8Array): void {
      const copy = frame.slice();
      setImmediate(() => {
        if (this.readyState === 1) this.toRoom?.receive(copy);
      });
    }

    close(): void {
      this.end(BROKEN);
    }

    end(code: number): void {
      if (this.readyState === 3) return;
      this.readyState = 3;
      open.delete(this);
      this.toRoom?.closed();
      this.onclose?.({ code, reason: '' });
    }
  }

  return {
    cut,
    drop: (name) => {
      for (const [socket, owner] of open) if (owner === name) socket.end(BROKEN);
    },
    socketOf: (name) =>
      class extends DirectSocket {
        constructor(url: string) {
          super(name, url);
        }
      } as unknown as typeof WebSocket,
  };
}
