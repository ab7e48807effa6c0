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

function syncFrame(step: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}

export const syncStep1Frame = (stateVector: Uint8Array): Uint8Array => syncFrame(SYNC.step1, stateVector);
export const syncStep2Frame = (update: Uint8Array): Uint8Array => syncFrame(SYNC.step2, update);
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(SYNC.update, update);

/** One presence state as it goes out: `state` is JSON, `null` for somebody who left. */
export interface PresenceEntry {
  readonly client: number;
  readonly clock: number;
  readonly state: string;
}

export function awarenessFrame(entries: readonly PresenceEntry[]): Uint8Array {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, entries.length);
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(inner, client);
    encoding.writeVarUint(inner, clock);
    encoding.writeVarString(inner, state);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  return encoding.toUint8Array(encoder);
}

/** A message every client understands and nobody minds: stock providers take silence for a dead line. */
export const KEEP_ALIVE: Uint8Array = awarenessFrame([]);

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
