import type { WebSocket } from 'ws';

/** A dead line is noticed after one to two of these. */
const EVERY = 30_000;

/** Pings all sockets and cuts those that did not answer the last ping. Answers a function that ends it. */
export function startHeartbeat(sockets: () => Iterable<WebSocket>, every = EVERY): () => void {
  const silent = new WeakSet<WebSocket>();
  const heard = new WeakSet<WebSocket>();
  const timer = setInterval(() => {
    for (const socket of sockets()) {
      if (!heard.has(socket)) {
        heard.add(socket);
        socket.on('pong', () => silent.delete(socket));
      } else if (silent.has(socket)) {
        socket.terminate();
        continue;
      }
      silent.add(socket);
      if (socket.readyState === socket.OPEN) socket.ping();
    }
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}
