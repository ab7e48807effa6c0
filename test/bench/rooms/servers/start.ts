import { startHocuspocus, startRelay, startYWebsocket } from './peers.ts';
import type { ServerName, StartServer } from './server.ts';
import { startSoundingBoard } from './sounding-board.ts';

export const START: Readonly<Record<ServerName, StartServer>> = {
  'sounding-board': startSoundingBoard,
  hocuspocus: startHocuspocus,
  'y-websocket': startYWebsocket,
  relay: startRelay,
};
