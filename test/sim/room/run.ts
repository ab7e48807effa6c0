import * as Y from 'yjs';
import type { Rooms } from '../../../server/room/rooms.ts';
import { SYNC } from '../../../shared/api/socket.ts';
import type { ParagraphId } from '../../../shared/model/ids.ts';
import type { Role } from '../../../shared/model/participant.ts';
import { leaveFormatting } from '../../../shared/text/leave-formatting.ts';
import { createMarker } from '../../../shared/text/marker.ts';
import { visitorNamed } from '../../server/room/cast.ts';
import { createStage, type Stage } from '../../server/room/stage.ts';
import { barrierMessage, connectClient, type TestClient } from '../../server/room/test-client.ts';
import { createRandom, type Random } from '../random.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { createPlainLog, type PlainLog } from './plain-log.ts';

/** A person at a device whose document outlives its lines. */
export interface Device {
  readonly name: string;
  readonly role: Role;
  readonly doc: Y.Doc;
  line: TestClient | null;
  /** Frames on their way to the server. They are lost when the line drops. */
  outbox: Uint8Array[];
  /** Own clock when each barrier was sent, by its number. */
  readonly barriers: Map<number, number>;
}

export interface Outcome {
  readonly stage: Stage;
  readonly log: PlainLog;
  readonly ledger: Ledger;
  readonly devices: readonly Device[];
  readonly counts: { readonly drops: number; readonly restarts: number; readonly failures: number };
}

/** Six devices of five writers (Anna has two) and one reader. */
const CAST: readonly (readonly [string, Role])[] = [
  ['Anna', 'drafter'],
  ['Anna', 'drafter'],
  ['Ben', 'drafter'],
  ['Cem', 'facilitator'],
  ['Dana', 'drafter'],
  ['Eli', 'drafter'],
  ['Olu', 'observer'],
];

/** Random edits, slow and broken lines, a log that stalls and fails, restarts and crashes; then all is delivered. */
export async function runRoom(seed: number, steps: number): Promise<Outcome> {
  const random = createRandom(seed);
  const log = createPlainLog();
  const ledger = createLedger();
  const limits = { snapshotEvery: 50, heldBytes: 1_000_000 };
  let stage = createStage({ log, limits });
  let held = false;
  let markers = 0;
  const counts = { drops: 0, restarts: 0, failures: 0 };
  const devices = CAST.map(([name, role], k): Device => {
    const doc = new Y.Doc();
    doc.clientID = 10 + ((k * 7919 + seed * 31) % 1000);
    // Readers must leave formatting alone: a stock reader's tidying is not taken, and could read differently one day.
    // Writers of both kinds stand side by side.
    if (role === 'observer' || k % 2 === 1) leaveFormatting(doc);
    return { name, role, doc, line: null, outbox: [], barriers: new Map() };
  });

  const connect = (device: Device): void => {
    device.outbox = [];
    device.line = connectClient(
      slowly(stage.rooms, device),
      visitorNamed(device.name, device.role),
      device.doc,
    );
  };
  const drop = (device: Device): void => {
    if (device.line === null) return;
    counts.drops += 1;
    device.line.drop();
    device.line = null;
  };
  /** Hands over up to `most` frames in each direction. */
  const carry = (device: Device, most?: number): boolean => {
    const { line } = device;
    if (line === null) return false;
    if (line.socket.closedWith !== null) {
      drop(device);
      return true;
    }
    const frames = device.outbox.splice(0, most ?? device.outbox.length);
    for (const frame of frames) listeners.get(device)?.(frame);
    const arrived = line.deliver(most);
    checkPromise(device, log);
    return arrived || frames.length > 0;
  };
  /** Asks to be told when everything so far is durable: once all there is was sent on this line. */
  const ask = (device: Device): void => {
    if (!device.line?.received.some((one) => one.type === 'sync' && one.step === SYNC.step1)) return;
    const { barriers, doc } = device;
    barriers.set(barriers.size + 1, Y.getState(doc.store, doc.clientID));
    device.line.send(barrierMessage(barriers.size));
  };
  const crash = async (): Promise<void> => {
    counts.restarts += 1;
    for (const device of devices) {
      device.line?.drop();
      device.line = null;
    }
    // An append under way ends before the next process starts; the old one's timers never run again.
    log.release();
    held = false;
    await new Promise((resolve) => setImmediate(resolve));
    stage = createStage({ log, limits, firstClientId: 900_000_000 + counts.restarts * 1000 });
  };

  const act = async (): Promise<void> => {
    const device = random.pick(devices);
    if (device.line === null && random.chance(0.15)) connect(device);
    const dice = random.next();
    if (dice < 0.45) edit(random, device, ledger, () => `m${seed}-${markers++}`);
    else if (dice < 0.5) ask(device);
    else if (dice < 0.75) carry(device, 1 + random.below(4));
    else if (dice < 0.9) await stage.timers.advance(random.below(30));
    else if (dice < 0.93) carry(device);
    else if (dice < 0.95) drop(device);
    else if (dice < 0.99) {
      if (held) log.release();
      else log.hold();
      held = !held;
    } else if (dice < 0.995) {
      log.failNext();
      counts.failures += 1;
    } else if (dice < 0.998) await crash();
  };

  for (const device of devices) connect(device);
  // Nobody writes before the first paragraph is there, as no editor is shown before.
  await deliverAll(stage, devices, carry);
  for (let step = 0; step < steps; step += 1) await act();

  log.release();
  for (let round = 0; round < 8; round += 1) {
    for (const device of devices) if (device.line === null) connect(device);
    await deliverAll(stage, devices, carry);
    if (devices.every((device) => device.line !== null && device.line.socket.closedWith === null)) break;
  }
  return { stage, log, ledger, devices, counts };
}

/** Rule R11: what is called durable is in the log. */
function checkPromise({ name, doc, line, barriers }: Device, log: PlainLog): void {
  const promised = barriers.get(line?.acknowledged ?? -1) ?? 0;
  const logged = Math.max(
    0,
    ...log.rows.map(({ update }) => Y.parseUpdateMeta(update).to.get(doc.clientID) ?? 0),
  );
  if (promised > logged) throw new Error(`${name} was promised clock ${promised}, the log has ${logged}`);
}

const listeners = new WeakMap<Device, (frame: Uint8Array) => void>();

/** Rooms behind a slow network: what the device sends waits in its outbox. */
const slowly = (rooms: Rooms, device: Device): Pick<Rooms, 'connect'> => ({
  connect(documentId, visitor, socket) {
    const listener = rooms.connect(documentId, visitor, socket);
    listeners.set(device, (frame) => listener.receive(frame));
    return {
      receive: (frame) => device.outbox.push(frame),
      closed: () => listener.closed(),
    };
  },
});

async function deliverAll(
  stage: Stage,
  devices: readonly Device[],
  carry: (device: Device) => boolean,
): Promise<void> {
  for (let moved = true; moved; ) {
    await stage.timers.advance(200);
    moved = false;
    for (const device of devices) moved = carry(device) || moved;
  }
}

function edit(random: Random, device: Device, ledger: Ledger, markerId: () => string): void {
  if (device.role === 'observer') return;
  const text = device.doc.getText('text');
  if (text.length === 0) return;
  const index = 1 + random.below(text.length);
  const dice = random.next();
  device.doc.transact(() => {
    if (dice < 0.6) ledger.insert(device.name, text, index, 1 + random.below(3));
    else if (dice < 0.85)
      ledger.remove(device.name, text, index, Math.min(1 + random.below(4), text.length - index));
    else if (dice < 0.93)
      text.format(index, Math.min(1 + random.below(6), text.length - index), {
        [random.pick(['bold', 'italic'])]: random.pick([true, null]),
      });
    else
      text.insertEmbed(
        index,
        createMarker({
          id: markerId() as ParagraphId,
          kind: 'operative',
          level: 0,
          dir: 'auto',
          from: [],
          pinned: null,
        }),
      );
  });
}
