import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createDialect } from '../core/dialect.ts';
import { BUILT } from './built.ts';
import { freePort } from './free-port.ts';
import { type RunningServer, type ServerName, startProcess } from './server.ts';

interface Peer {
  readonly program: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly ready: RegExp;
  /** Whether the document's name stands before every message. */
  readonly named: boolean;
  readonly holdsText: boolean;
}

let rooms = 0;

/** A server that knows no people: whoever asks for a document is in it. */
async function startPeer(name: ServerName, folder: string, peer: Peer): Promise<RunningServer> {
  const port = await freePort();
  const process = await startProcess(
    peer.program,
    { ...peer.environment, HOST: '127.0.0.1', PORT: String(port) },
    peer.ready,
  );
  return {
    name,
    get pid() {
      return process.pid;
    },
    port,
    folder,
    holdsText: peer.holdsText,
    async openRoom() {
      rooms += 1;
      const id = `document-${rooms}`;
      const address = { port, path: `/${id}` };
      return {
        id,
        dialect: createDialect(peer.named ? id : null),
        writer: () => address,
        reader: () => address,
      };
    },
    stop: process.stop,
    start: process.start,
  };
}

/** hocuspocus with its defaults and the table of its SQLite extension (hocuspocus-process.ts). */
export const startHocuspocus = (folder: string): Promise<RunningServer> =>
  startPeer('hocuspocus', folder, {
    program: [join(BUILT, 'peers', 'hocuspocus-process.js')],
    environment: { DATA_DIR: folder },
    ready: /listening/,
    named: true,
    holdsText: true,
  });

/** The server of y-websocket as it is published, with its LevelDB persistence on. */
export const startYWebsocket = (folder: string): Promise<RunningServer> =>
  startPeer('y-websocket', folder, {
    program: [
      join(
        dirname(createRequire(import.meta.url).resolve('@y/websocket-server/package.json')),
        'src/server.js',
      ),
    ],
    environment: { YPERSISTENCE: folder },
    ready: /running at/,
    named: false,
    holdsText: true,
  });

export const startRelay = (folder: string): Promise<RunningServer> =>
  startPeer('relay', folder, {
    program: [join(BUILT, 'peers', 'relay-process.js')],
    environment: {},
    ready: /listening/,
    named: false,
    holdsText: false,
  });
