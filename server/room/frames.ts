import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import {
  type AttendanceMessage,
  type EventMessage,
  MESSAGE,
  type PermissionsMessage,
  type RefusedMessage,
  SYNC,
} from '../../shared/api/socket.ts';
import { readSafeUint } from './safe-number.ts';

/** What a client may say. The byte arrays are views into the frame. */
export type Incoming =
  | { readonly kind: 'sync-step-1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'sync-step-2'; readonly update: Uint8Array }
  | { readonly kind: 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'query-awareness' }
  | { readonly kind: 'barrier'; readonly number: number };

/**
 * Null for anything that is not exactly one message a client may send. lib0 reads past the end of a view into
 * its underlying buffer, so a frame counts only if reading ends exactly where the frame does.
 */
export function decodeFrame(frame: Uint8Array): Incoming | null {
  try {
    const decoder = decoding.createDecoder(frame);
    const incoming = readMessage(decoder);
    return decoder.pos === frame.length ? incoming : null;
  } catch {
    return null;
  }
}

function readMessage(decoder: decoding.Decoder): Incoming | null {
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.sync:
      return readSync(decoder);
    case MESSAGE.awareness:
      return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) };
    case MESSAGE.queryAwareness:
      return { kind: 'query-awareness' };
    case MESSAGE.barrier:
      return { kind: 'barrier', number: readSafeUint(decoder) };
    default:
      return null;
  }
}

function readSync(decoder: decoding.Decoder): Incoming | null {
  switch (decoding.readVarUint(decoder)) {
    case SYNC.step1:
      return { kind: 'sync-step-1', stateVector: decoding.readVarUint8Array(decoder) };
    case SYNC.step2:
      return { kind: 'sync-step-2', update: decoding.readVarUint8Array(decoder) };
    case SYNC.update:
      return { kind: 'update', update: decoding.readVarUint8Array(decoder) };
    default:
      return null;
  }
}

/** Written without lib0's encoder: one for every key typed would be most of what a quiet room allocates. */
function syncFrame(step: number, payload: Uint8Array): Uint8Array {
  let at = 2;
  for (let rest = payload.length; rest > 0x7f; rest >>>= 7) at += 1;
  const frame = new Uint8Array(at + 1 + payload.length);
  frame[0] = MESSAGE.sync;
  frame[1] = step;
  let rest = payload.length;
  for (at = 2; rest > 0x7f; at += 1) {
    frame[at] = 0x80 | (rest & 0x7f);
    rest >>>= 7;
  }
  frame[at] = rest;
  frame.set(payload, at + 1);
  return frame;
}

export const syncStep1Frame = (stateVector: Uint8Array): Uint8Array => syncFrame(SYNC.step1, stateVector);
export const syncStep2Frame = (update: Uint8Array): Uint8Array => syncFrame(SYNC.step2, update);
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(SYNC.update, update);

/** The payload needs no length: it is all the rest of the frame. */
export function packedStateFrame(deflated: Uint8Array): Uint8Array {
  const frame = new Uint8Array(1 + deflated.length);
  frame[0] = MESSAGE.packedState;
  frame.set(deflated, 1);
  return frame;
}

/** One presence state as it goes out: `state` is JSON, `null` for somebody who left. */
export interface PresenceEntry {
  readonly client: number;
  readonly clock: number;
  readonly state: string;
}

/** An entry as it stands in an awareness update. */
export function presenceBytes({ client, clock, state }: PresenceEntry): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, state);
  return encoding.toUint8Array(encoder);
}

/** One message of entries that are encoded already. */
export function presenceFrame(entries: readonly Uint8Array[]): Uint8Array {
  const count = encoding.createEncoder();
  encoding.writeVarUint(count, entries.length);
  const length = entries.reduce((sum, entry) => sum + entry.length, encoding.length(count));
  const head = encoding.createEncoder();
  encoding.writeVarUint(head, MESSAGE.awareness);
  encoding.writeVarUint(head, length);
  encoding.writeUint8Array(head, encoding.toUint8Array(count));
  let at = encoding.length(head);
  const frame = new Uint8Array(at - encoding.length(count) + length);
  frame.set(encoding.toUint8Array(head));
  for (const entry of entries) {
    frame.set(entry, at);
    at += entry.length;
  }
  return frame;
}

/** A message every client understands and nobody minds: stock providers take silence for a dead line. */
export const KEEP_ALIVE: Uint8Array = presenceFrame([]);

export function acknowledgedFrame(barrier: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.acknowledged);
  encoding.writeVarUint(encoder, barrier);
  return encoding.toUint8Array(encoder);
}

function jsonFrame(type: number, payload: unknown): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  encoding.writeVarString(encoder, JSON.stringify(payload));
  return encoding.toUint8Array(encoder);
}

export const permissionsFrame = (payload: PermissionsMessage): Uint8Array =>
  jsonFrame(MESSAGE.permissions, payload);
export const eventFrame = (payload: EventMessage): Uint8Array => jsonFrame(MESSAGE.event, payload);
export const attendanceFrame = (payload: AttendanceMessage): Uint8Array =>
  jsonFrame(MESSAGE.attendance, payload);
export const refusedFrame = (payload: RefusedMessage): Uint8Array => jsonFrame(MESSAGE.refused, payload);
