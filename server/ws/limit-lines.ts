import type { Server } from 'node:http';
import { addressKey } from './address-key.ts';

/**
 * Cuts TCP connections of a peer that holds too many already, before it has said anything (R34). A trusted proxy is not
 * counted, for it holds everybody's.
 */
export function limitLines(
  server: Server,
  most: number,
  isProxy: (address: string) => boolean,
  keyOf: (address: string) => string | null = addressKey,
): void {
  const lines = new Map<string, number>();
  server.on('connection', (line) => {
    const peer = line.remoteAddress;
    const address = peer === undefined || isProxy(peer) ? null : keyOf(peer);
    if (address === null) return;
    const count = (lines.get(address) ?? 0) + 1;
    if (count > most) {
      line.destroy();
      return;
    }
    lines.set(address, count);
    line.once('close', () => {
      const left = (lines.get(address) ?? 1) - 1;
      if (left === 0) lines.delete(address);
      else lines.set(address, left);
    });
  });
}
