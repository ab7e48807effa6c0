import type { WebSocket } from 'ws';
import { CLOSE } from '../../shared/api/socket.ts';
import type { Timers } from '../room/timers.ts';

/** Time for sockets to answer the closing handshake when the server stops, before they are cut. */
const CLOSING_TIME = 2_000;

/** Closes sockets because the server stops. Resolves when all are gone. */
export async function closeAll(sockets: readonly WebSocket[], timers: Pick<Timers, 'after'>): Promise<void> {
  const gone = sockets
    .filter((socket) => socket.readyState !== socket.CLOSED)
    .map((socket) => new Promise((resolve) => socket.once('close', resolve)));
  for (const socket of sockets) socket.close(CLOSE.goingAway, 'stopping');
  const cancel = timers.after(CLOSING_TIME, () => {
    for (const socket of sockets) socket.terminate();
  });
  await Promise.all(gone);
  cancel();
}
