import type { Phase } from '../model/document.ts';
import type { DocumentEvent } from '../model/event.ts';
import type { IsoTime, ParticipantId } from '../model/ids.ts';
import type { Role } from '../model/participant.ts';
import type { Refusal } from '../policy/can.ts';

/**
 * The socket `/sync/<documentId>`: message numbers, close codes and payloads (docs/protocol.md, Socket).
 * Every frame is binary: a varuint message type, then the payload. 0–3 are y-websocket's own.
 */
export const MESSAGE = {
  /** y-protocols sync: step 1 (0), step 2 (1), update (2). */
  sync: 0,
  /** y-protocols awareness: a length-prefixed awareness update. */
  awareness: 1,
  /** y-protocols auth. The server does not send it: close codes say more. */
  auth: 2,
  /** Asks for all presence states; empty payload. */
  queryAwareness: 3,
  /** Server → client, varuint n: everything received on this connection before barrier n is durable. */
  acknowledged: 100,
  /** Client → server, varuint n, rising. */
  barrier: 101,
  /** Server → client, JSON `PermissionsMessage`; the first message of every connection. */
  permissions: 102,
  /** Server → client, JSON `DocumentEvent`. */
  event: 103,
  /** Server → client, JSON `AttendanceMessage`. */
  attendance: 104,
  /** Server → client, JSON `RefusedMessage`, just before a refusing close. */
  refused: 105,
  /**
   * Server → client, instead of the sync step 2 for an empty state vector, to who asked for it (`DEFLATE_PARAMETER`):
   * a Yjs update in encoding version 2, deflated (RFC 1951, no header). Its payload is the rest of the frame.
   */
  packedState: 106,
} as const;
export type MessageType = (typeof MESSAGE)[keyof typeof MESSAGE];

/** Sub-types of `MESSAGE.sync` (y-protocols/sync). */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/**
 * Close codes. Stock y-websocket providers come back by themselves after any code outside 4400–4499;
 * inside that range something must change first.
 */
export const CLOSE = {
  /** The server is stopping; come back, with jitter. */
  goingAway: 1001,
  /** Not a frame of this protocol. */
  garbage: 1003,
  /** A frame above the size limit. */
  oversized: 1009,
  /** Something broke on the server's side; nothing unacknowledged was kept. */
  internal: 1011,
  /** The server could not store (disk full, store away): nothing unacknowledged was kept. Come back later. */
  tryAgain: 1013,
  /** Access or phase changed: come back at once and be judged anew. */
  reauthorise: 4205,
  notSignedIn: 4401,
  /** May not read, or wrote without being allowed to. */
  notPermitted: 4403,
  noDocument: 4404,
  /** New words under a clientID of another participant: take a new clientID and bring the words again. */
  forged: 4409,
  /** The client speaks another SCHEMA_VERSION: reload. */
  otherSchema: 4426,
  flooding: 4429,
} as const;
export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** Name of the query parameter that tells the client's SCHEMA_VERSION (`?schema=1`); it may be absent. */
export const SCHEMA_PARAMETER = 'schema';

/** Name of the query parameter (`?deflate=1`) by which a client says that it reads `MESSAGE.packedState`. */
export const DEFLATE_PARAMETER = 'deflate';

/**
 * Bytes that a packed state may inflate to. Deflate grows up to a thousandfold, so a few faulty bytes could take all
 * memory of a page; this much is 200 times a text of 15,000 words with the history of 100,000 keystrokes.
 */
export const INFLATED_BYTES = 64 * 1024 * 1024;

/** Name of the session cookie that the upgrade may carry; `Authorization: Bearer` serves as well. */
export const SESSION_COOKIE = 'sb_session';

/** Largest frame in bytes, either way in is closed with 1009. 4 MiB is over 1,000 pages of newly typed text. */
export const MAX_FRAME_BYTES = 4 * 1024 * 1024;

/** Largest presence state of one client, as JSON in UTF-16 units; larger ones are not shown to others. */
export const MAX_PRESENCE_LENGTH = 4096;

/** Number of presence colours; `user.color` is 0 to this minus 1. */
export const PRESENCE_COLORS = 12;

/** Payload of `MESSAGE.permissions`. */
export interface PermissionsMessage {
  /** Null for somebody who reads along without being a participant. */
  readonly participant: {
    readonly id: ParticipantId;
    readonly name: string;
    readonly delegation: string;
  } | null;
  readonly canWrite: boolean;
  /** Why not, when `canWrite` is false. */
  readonly reason: Refusal | null;
  readonly phase: Phase;
  readonly closesAt: IsoTime | null;
  /** The server's SCHEMA_VERSION. */
  readonly schema: number;
}

/** Payload of `MESSAGE.event`. */
export type EventMessage = DocumentEvent;

/** Payload of `MESSAGE.attendance`: people connected who may write, and all the others. */
export interface AttendanceMessage {
  readonly drafting: number;
  readonly reading: number;
}

/** Why a connection is closed. Each has a sentence in the message catalogue under `refused.<reason>`. */
export type RefusedReason =
  | 'forged'
  | 'read-only'
  | 'may-not-read'
  | 'not-signed-in'
  | 'no-document'
  | 'other-schema'
  | 'rate'
  /** New words stand between two that cannot have stood beside each other, or too far apart: write them anew. */
  | 'misplaced'
  /** Too many connections of one address, or of one participant. */
  | 'crowded'
  | 'oversized'
  | 'garbage'
  | 'store-unavailable'
  | 'slow';

/** Payload of `MESSAGE.refused`. Nothing of the frame in question was taken; `detail` is for developers. */
export interface RefusedMessage {
  readonly reason: RefusedReason;
  readonly detail: string;
}

/** Who a presence state belongs to: stamped by the server over whatever the client says. */
export interface PresenceUser {
  readonly participant: ParticipantId;
  readonly name: string;
  /** The delegation's name. */
  readonly delegation: string;
  readonly role: Role;
  /** 0 to PRESENCE_COLORS - 1, stable while the participant is in the room. */
  readonly color: number;
}

/** An awareness state as others see it. Only those who may write are shown. */
export interface PresenceState {
  readonly user: PresenceUser;
  /** Yjs relative positions as JSON (`Y.relativePositionToJSON`), or null without a selection. */
  readonly cursor?: { readonly anchor: unknown; readonly head: unknown } | null;
  /** When the state last changed, stamped by the server. */
  readonly at: IsoTime;
}
