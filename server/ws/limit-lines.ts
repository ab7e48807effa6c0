import type { Server } from 'node:http';

/**
 * Cuts TCP connections of a peer that holds too many already, before it has said anything (R34). Where `keyOf`
 * answers null, nobody is counted.
 */
export function limitLines(server: Server, most: number, keyOf: (address: string) => string | null): void {
  const lines = new Map<string, number>();
  server.on('connection', (line) => {
    const peer = line.remoteAddress;
    const address = peer === undefined ? null : keyOf(peer);
    if (address === null) return;
    const count = (lines.get(address) ?? 0) + 1;
    if (count > most) {
      line.destroy();
      return;
    }
    lines.set(address, count);
    line.on('close', () => {
      const left = (lines.get(address) ?? 1) - 1;
      if (left === 0) lines.delete(address);
      else lines.set(address, left);
    });
  });
}
