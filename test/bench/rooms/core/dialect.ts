import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** One presence state as it goes over the line; `state` is JSON. */
export interface PresenceState {
  readonly client: number;
  readonly clock: number;
  readonly state: string;
}

/** What a server says, in either dialect. Byte arrays are views into the message. */
export type Heard =
  | { readonly kind: 'asks'; readonly stateVector: Uint8Array }
  /** `whole`: the answer to what was asked (sync step 2), else an update as it happens. */
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly whole: boolean }
  | { readonly kind: 'presence'; readonly states: readonly PresenceState[] }
  | { readonly kind: 'acknowledged'; readonly barrier: number }
  | { readonly kind: 'other' };

/** How a client of a server speaks. All methods answer whole messages. */
export interface Dialect {
  /** What is sent as soon as the line is open: who one is, where that is said here, and what one has. */
  hello(stateVector: Uint8Array): readonly Uint8Array[];
  update(update: Uint8Array): Uint8Array;
  /** The answer to `asks`. */
  whole(update: Uint8Array): Uint8Array;
  presence(states: readonly PresenceState[]): Uint8Array;
  hear(message: Uint8Array): Heard;
}

/** y-protocols numbers, in both dialects. */
const [SYNC, AWARENESS] = [0, 1];
const [STEP_1, STEP_2, UPDATE] = [0, 1, 2];
/** A hocuspocus answer to a sync step 1, which asks in turn. */
const SYNC_REPLY = 4;
const AUTH = 2;
const AUTH_TOKEN = 0;
/** Sounding Board's acknowledgement of a barrier; others do not say it. */
const ACKNOWLEDGED = 100;

/** State vector and update of an empty document. */
export const NOTHING_KNOWN = Uint8Array.of(0);
export const NOTHING_NEW = Uint8Array.of(0, 0);

const writing = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
};

/** y-websocket's own dialect when `documentName` is null; hocuspocus puts the name before every message. */
export function createDialect(documentName: string | null): Dialect {
  const address = (encoder: encoding.Encoder): void => {
    if (documentName !== null) encoding.writeVarString(encoder, documentName);
  };
  const sync = (step: number, payload: Uint8Array): Uint8Array =>
    writing((encoder) => {
      address(encoder);
      encoding.writeVarUint(encoder, SYNC);
      encoding.writeVarUint(encoder, step);
      encoding.writeVarUint8Array(encoder, payload);
    });
  const enter = writing((encoder) => {
    address(encoder);
    encoding.writeVarUint(encoder, AUTH);
    encoding.writeVarUint(encoder, AUTH_TOKEN);
    encoding.writeVarString(encoder, '');
  });
  return {
    hello: (stateVector) =>
      documentName === null ? [sync(STEP_1, stateVector)] : [enter, sync(STEP_1, stateVector)],
    update: (update) => sync(UPDATE, update),
    whole: (update) => sync(STEP_2, update),
    presence: (states) =>
      writing((encoder) => {
        address(encoder);
        encoding.writeVarUint(encoder, AWARENESS);
        encoding.writeVarUint8Array(
          encoder,
          writing((inner) => {
            encoding.writeVarUint(inner, states.length);
            for (const { client, clock, state } of states) {
              encoding.writeVarUint(inner, client);
              encoding.writeVarUint(inner, clock);
              encoding.writeVarString(inner, state);
            }
          }),
        );
      }),
    hear(message) {
      const decoder = decoding.createDecoder(message);
      if (documentName !== null) decoding.readVarString(decoder);
      return hear(decoder);
    },
  };
}

function hear(decoder: decoding.Decoder): Heard {
  const type = decoding.readVarUint(decoder);
  if (type === SYNC || type === SYNC_REPLY) {
    const step = decoding.readVarUint(decoder);
    const payload = decoding.readVarUint8Array(decoder);
    return step === STEP_1
      ? { kind: 'asks', stateVector: payload }
      : { kind: 'update', update: payload, whole: step === STEP_2 };
  }
  if (type === AWARENESS) {
    const inner = decoding.createDecoder(decoding.readVarUint8Array(decoder));
    const states: PresenceState[] = [];
    for (let rest = decoding.readVarUint(inner); rest > 0; rest -= 1)
      states.push({
        client: decoding.readVarUint(inner),
        clock: decoding.readVarUint(inner),
        state: decoding.readVarString(inner),
      });
    return { kind: 'presence', states };
  }
  if (type === ACKNOWLEDGED) return { kind: 'acknowledged', barrier: decoding.readVarUint(decoder) };
  return { kind: 'other' };
}
