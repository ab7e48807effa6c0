import * as Y from 'yjs';
import { deletesNothingNew } from './deletions.ts';
import { type Deleted, deletedIn, encodeDeleted, encodeDifference } from './difference.ts';
import { syncStep1Frame, syncStep2Frame, updateFrame } from './frames.ts';
import type { Frontier } from './frontier.ts';

/**
 * What a room tells those who come, come back or fell behind. Whatever two of them are told alike is encoded once and
 * handed out as the same frame, which then is put into its wire form once as well.
 */
export interface Answers {
  /** Call it after every window that changed the document, with what the window deleted and the size of its frame. */
  moved(deleted: Y.Transaction['deleteSet'], bytes: number): void;
  /** Rises with every `moved`. */
  version(): number;
  stateVector(): Uint8Array;
  /** The room's sync step 1. */
  ask(): Uint8Array;
  /** R26: frames that bring somebody with an empty document up to date. */
  initial(): readonly Uint8Array[];
  /** R27: the sync step 2 for a state vector, with the whole delete set: what its holder has deleted is not known. */
  toReturner(stateVector: Uint8Array, known: Frontier): Uint8Array;
  /** R13: an update for somebody who had everything at a version, and at that version this state vector. */
  toSkipped(stateVector: Uint8Array, version: number): Uint8Array;
  /** R27: whether an update only repeats deletions, as everybody does who comes back with no words of their own. */
  bringsNothing(update: Uint8Array): boolean;
}

/** A state of the text that was encoded whole. */
export interface Start {
  /** Yjs state as an update, encoding version 1. */
  readonly state: Uint8Array;
  /** How far it reaches. */
  readonly known: Frontier;
}

/** Windows whose deletions are remembered one by one: ten seconds of a busy room. */
const WINDOWS = 256;
/** Bytes of answers kept for one version. */
const ANSWER_BYTES = 4 * 1024 * 1024;
/** Replies that are remembered, and bytes above which that pays: a crowd that lost its line has few different ones. */
const REPLIES = 24;
const QUICKLY_READ = 512;

const NOTHING_KNOWN: Frontier = new Map();
const NO_DELETIONS = encodeDeleted(new Map());
/** Most windows delete nothing, and remembering that costs nothing. */
const DELETED_NOTHING = Y.createDeleteSet();

/**
 * `tailBytes`: bytes of windows after which the initial state is encoded anew rather than sent with what came since,
 * at the latest when they are as many as those of the state.
 * `start`: a state that the document had when this was made, or had before windows that are told with `moved`.
 */
export function createAnswers(doc: Y.Doc, tailBytes: number, start: Start | null): Answers {
  let version = 0;
  let initial =
    start === null
      ? null
      : { frame: syncStep2Frame(start.state), known: start.known, version, bytesSince: 0 };
  /** What the windows up to `version` deleted, the newest last. */
  const windows: Y.Transaction['deleteSet'][] = [];
  const once = createOnce();
  /** Replies that brought nothing. What is deleted stays deleted, so they never will. */
  const replies: Uint8Array[] = [];

  const stateVector = (): Uint8Array => once('state vector', () => Y.encodeStateVector(doc));
  const deletions = (): Uint8Array => once('deletions', () => encodeDeleted(deletedIn(doc)));
  /** Null: further back than is remembered. */
  const deletionsSince = (then: number): Uint8Array | null => {
    const count = version - then;
    if (count > windows.length) return null;
    if (count === 0) return NO_DELETIONS;
    const deleted: Deleted = Y.mergeDeleteSets(windows.slice(-count)).clients;
    return encodeDeleted(deleted);
  };

  /** For somebody who had everything at a version. */
  const since = (known: Frontier, then: number): Uint8Array =>
    updateFrame(encodeDifference(doc, known, deletionsSince(then) ?? deletions()));

  return {
    moved(deleted, bytes) {
      version += 1;
      once.forget();
      windows.push(deleted.clients.size === 0 ? DELETED_NOTHING : deleted);
      if (windows.length > 2 * WINDOWS) windows.splice(0, WINDOWS);
      if (initial === null) return;
      initial.bytesSince += bytes;
      const most = Math.min(tailBytes, initial.frame.length);
      if (initial.bytesSince > most || version - initial.version > WINDOWS) initial = null;
    },
    version: () => version,
    stateVector,
    ask: () => once('ask', () => syncStep1Frame(stateVector())),
    initial() {
      initial ??= {
        frame: syncStep2Frame(encodeDifference(doc, NOTHING_KNOWN, deletions())),
        known: Y.decodeStateVector(stateVector()),
        version,
        bytesSince: 0,
      };
      const { frame, known, version: then } = initial;
      return then === version ? [frame] : [frame, once('tail', () => since(known, then))];
    },
    toReturner: (vector, known) =>
      once(`returner ${latin1(vector)}`, () => syncStep2Frame(encodeDifference(doc, known, deletions()))),
    toSkipped: (vector, then) =>
      once(`skipped ${then} ${latin1(vector)}`, () => since(Y.decodeStateVector(vector), then)),
    bringsNothing(update) {
      if (update[0] !== 0) return false;
      if (replies.some((reply) => Buffer.compare(reply, update) === 0)) return true;
      if (!deletesNothingNew(doc, update)) return false;
      if (update.length > QUICKLY_READ) replies.unshift(update.slice());
      replies.length = Math.min(replies.length, REPLIES);
      return true;
    },
  };
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** Works out each thing once until `forget`. */
interface Once {
  (key: string, make: () => Uint8Array): Uint8Array;
  forget(): void;
}

function createOnce(): Once {
  const made = new Map<string, Uint8Array>();
  let bytesMade = 0;
  const forget = (): void => {
    made.clear();
    bytesMade = 0;
  };
  const once = (key: string, make: () => Uint8Array): Uint8Array => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const bytes = make();
    bytesMade += bytes.length + key.length;
    if (bytesMade > ANSWER_BYTES) forget();
    made.set(key, bytes);
    return bytes;
  };
  return Object.assign(once, { forget });
}
