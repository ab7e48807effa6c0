import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDialect } from '../core/dialect.ts';
import { BUILT } from './built.ts';
import { freePort } from './free-port.ts';
import { type RoomAddress, type RunningServer, startProcess } from './server.ts';

export const ADMIN_TOKEN = 'bench-rooms-'.padEnd(40, '0');

/** Connections a person opens here: below the product's limit (server/room/limits.ts). */
const CONNECTIONS_EACH = 25;

/** What `npm start` tells Node: the product is measured as it is started. */
function startFlags(): string[] {
  const manifest = readFileSync(join(process.cwd(), 'package.json'), 'utf8');
  const { scripts } = JSON.parse(manifest) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

/** The whole product as it is built for production, on its own database. */
export async function startSoundingBoard(folder: string): Promise<RunningServer> {
  const port = await freePort();
  const process = await startProcess(
    [...startFlags(), join(BUILT, 'product', 'main.js')],
    {
      DATA_DIR: folder,
      PORT: String(port),
      HOST: '127.0.0.1',
      DEMO: 'off',
      ADMIN_TOKEN,
      LOG_LEVEL: 'warn',
    },
    /ready at (\S+)/,
  );
  return {
    name: 'sounding-board',
    get pid() {
      return process.pid;
    },
    port,
    folder,
    holdsText: true,
    openRoom: (writers, readers) => openRoom(port, writers, readers),
    stop: process.stop,
    start: process.start,
  };
}

async function openRoom(port: number, writers: number, readers: number): Promise<RoomAddress> {
  const api = `http://127.0.0.1:${port}/api/documents`;
  const { id } = await post<{ id: string }>(api, {
    title: 'Outcome document',
    workingText: 'participants',
  });
  const invite = async (role: 'drafter' | 'observer', count: number): Promise<string[]> => {
    const tokens: string[] = [];
    for (let k = 0; k < count; k += 1) {
      const delegation = { name: `Delegation of ${role} ${k}`, constituency: 'government' };
      const invitation = { name: `${role} ${k}`, role, delegation };
      tokens.push((await post<{ token: string }>(`${api}/${id}/invitations`, invitation)).token);
    }
    return tokens;
  };
  const path = `/sync/${id}`;
  // Few writers are a person each; of many, as of readers, each person has several windows open.
  const windows = writers > 100 ? CONNECTIONS_EACH : 1;
  const drafters = await invite('drafter', Math.ceil(writers / windows));
  const observers = await invite('observer', Math.ceil(readers / CONNECTIONS_EACH));
  return {
    id,
    dialect: createDialect(null),
    writer: (number) => ({ port, path, token: drafters[Math.floor(number / windows)] as string }),
    reader: (number) => ({ port, path, token: observers[Math.floor(number / CONNECTIONS_EACH)] as string }),
  };
}

async function post<Answer>(url: string, body: unknown): Promise<Answer> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${ADMIN_TOKEN}` },
    body: JSON.stringify(body),
  });
  if (answer.status !== 201) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
