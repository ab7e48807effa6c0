import * as Y from 'yjs';
import { INFLATED_BYTES } from '../../shared/api/socket.ts';
import { packedStateFrame } from './frames.ts';
import type { Frontier } from './frontier.ts';

/** A state of the text as it goes out, and how far it reaches. */
export interface State {
  readonly frame: Uint8Array;
  readonly known: Frontier;
  /** The version of the answers it was encoded at. */
  readonly version: number;
  /** Bytes of the windows since. */
  bytesSince: number;
}

/** Compresses without holding up anybody (deflate-raw). Null when that failed. */
export type Deflate = (bytes: Uint8Array) => Promise<Uint8Array | null>;

/** How and from which size on states are packed. */
export interface Packing {
  readonly deflate: Deflate;
  /** Bytes of a plain state below which it is not packed. */
  readonly packFrom: number;
}

/**
 * The packed form of the initial state (R62), made beside the room: whoever asks while there is none gets the plain
 * one. There is at most one, and at most one in the making.
 */
export interface PackedState {
  /** Call it for every window that changed the document, with the size of its frame. */
  moved(bytes: number): void;
  /** `now`: how far the document reaches. `plain`: the plain state that has to do while there is no packed one. */
  ask(now: () => Pick<State, 'known' | 'version'>, plain: () => State): State | null;
}

/** Bytes that are sent for one of a packed state at most: it serves until as many have come since as it has itself. */
const WORTH_SENDING = 2;

export function createPackedState(doc: Y.Doc, { deflate, packFrom }: Packing): PackedState {
  let packed: State | null = null;
  /** What is being packed: windows go on meanwhile. */
  let making: Omit<State, 'frame'> | null = null;
  /** The version of a plain state that was not worth it: not tried again at every join. */
  let notWorth = -1;

  const make = (next: Omit<State, 'frame'>, onFailure: () => void): void => {
    const bytes = Y.encodeStateAsUpdateV2(doc);
    if (bytes.length > INFLATED_BYTES) {
      onFailure();
      return;
    }
    making = next;
    void deflate(bytes).then((deflated) => {
      making = null;
      if (deflated === null || deflated.length * WORTH_SENDING > bytes.length) onFailure();
      else packed = { ...next, frame: packedStateFrame(deflated) };
    });
  };

  return {
    moved(bytes) {
      if (making !== null) making.bytesSince += bytes;
      if (packed === null) return;
      packed.bytesSince += bytes;
      if (packed.bytesSince > packed.frame.length) packed = null;
    },
    ask(now, plain) {
      if (making !== null) return packed;
      if (packed === null) {
        const { frame, version } = plain();
        if (frame.length >= packFrom && version !== notWorth)
          make({ ...now(), bytesSince: 0 }, () => {
            notWorth = version;
          });
      } else if (packed.bytesSince > packed.frame.length / 2)
        // It serves on until the next is made.
        make({ ...now(), bytesSince: 0 }, () => undefined);
      return packed;
    },
  };
}
