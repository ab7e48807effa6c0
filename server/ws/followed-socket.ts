import { WebSocket } from 'ws';

/** How the server closes a socket. */
export interface Begun {
  readonly code: number;
  readonly reason: string;
}

/** A socket that remembers how the server began to close it. Reasons that a client sends are its own words: not kept. */
export class FollowedSocket extends WebSocket {
  begun: Begun | null = null;
  /** Called once, when the server begins to close it. */
  whenBegun: (begun: Begun) => void = () => undefined;

  override close(code?: number, data?: string | Buffer): void {
    // ws answers a client's closing through this method as well: without a code, or with the client's reason as bytes.
    const ours = code !== undefined && !(data instanceof Uint8Array);
    if (ours && this.begun === null && this.readyState === this.OPEN) {
      this.begun = { code, reason: data ?? 'protocol' };
      this.whenBegun(this.begun);
    }
    super.close(code, data);
  }
}
