import * as Y from 'yjs';
import { SYNC } from '../../shared/api/socket.ts';
import { TEXT_NAME } from '../../shared/text/marker.ts';
import { awarenessMessage, barrierMessage, syncMessage, updateMessage } from '../server/room/test-client.ts';
import { closeCodeIn, OPCODE, type RawLine, rawLine } from '../server/ws/raw-line.ts';
import type { Random } from '../sim/random.ts';
import { inFragments, nonsense, rawFrame } from './raw-frames.ts';
import { handshake } from './raw-handshake.ts';

/** How the server took a session of bytes. */
export interface Taken {
  /** Status of its answer to the handshake; null when it said nothing. */
  readonly status: number | null;
  /** Code by which it closed, of what it had said when we left; null without one. */
  readonly code: number | null;
}

const ping = (random: Random): Buffer => rawFrame(random, Buffer.from('here'), { opcode: OPCODE.ping });

/** What a client would say: the state it has, some words, a caret, a barrier. */
function payloads(random: Random): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = 1_000_000 + random.below(1_000_000_000);
  doc.getText(TEXT_NAME).insert(0, 'words');
  return [
    syncMessage(SYNC.step1, Y.encodeStateVector(new Y.Doc())),
    updateMessage(Y.encodeStateAsUpdate(doc)),
    awarenessMessage(doc.clientID, 1, { cursor: null }),
    barrierMessage(1 + random.below(100)),
  ];
}

/** Bytes of a session: a handshake, sound in two of three, then traffic that is sound but for some of it. */
function bytesOf(random: Random, path: string, headers: Readonly<Record<string, string>>): Buffer {
  const chunks = [handshake(random, path, headers, random.chance(0.67))];
  const said = payloads(random);
  const share = random.pick([0.05, 0.3, 1]);
  for (let frames = random.below(25); frames > 0; frames -= 1) {
    const payload = random.pick(said);
    if (random.chance(share)) chunks.push(nonsense(random, payload));
    else if (random.chance(0.3))
      chunks.push(...inFragments(random, payload, () => (random.chance(0.5) ? [ping(random)] : [])));
    else if (random.chance(0.2)) chunks.push(ping(random));
    else chunks.push(rawFrame(random, payload, { opcode: OPCODE.binary }));
  }
  return Buffer.concat(chunks);
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Sends a session in pieces cut anywhere, and leaves in one of the ways in which lines end; `meanwhile` may come before. */
export async function sendRaw(
  random: Random,
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
  meanwhile: () => Promise<unknown>,
): Promise<Taken> {
  const bytes = bytesOf(random, path, headers);
  const line = await rawLine(port, random.chance(0.3));
  line.socket.setNoDelay(true);
  const most = random.pick([3, 60, 5_000, bytes.length]);
  for (let at = 0, pieces = 0; at < bytes.length; pieces += 1) {
    // Single bytes take a turn each: some hundred of them show what there is to see.
    const length = pieces > 200 ? bytes.length : 1 + random.below(most);
    line.write(bytes.subarray(at, at + length));
    at += length;
    if (random.chance(0.5)) await nextTurn();
  }
  await leave(random, line, meanwhile);
  const received = line.received();
  const status = /^HTTP\/1\.1 (\d{3})/.exec(received.toString('latin1', 0, 20))?.[1];
  return {
    status: status === undefined ? null : Number(status),
    code: status === '101' ? closeCodeIn(received) : null,
  };
}

async function leave(random: Random, line: RawLine, meanwhile: () => Promise<unknown>): Promise<void> {
  if (line.socket.destroyed) return;
  switch (random.below(3)) {
    case 0:
      line.socket.resetAndDestroy();
      break;
    case 1:
      // Whatever was begun ends here: the server has to.
      line.socket.end();
      await line.ended;
      line.socket.destroy();
      break;
    default:
      await meanwhile();
      line.socket.destroy();
  }
}
