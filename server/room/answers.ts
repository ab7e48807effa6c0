import * as Y from 'yjs';
import { deletesNothingNew } from './deletions.ts';
import { type Deleted, deletedIn, encodeDeleted, encodeDifference } from './difference.ts';
import { emptied } from './emptied.ts';
import { syncStep1Frame, syncStep2Frame, updateFrame } from './frames.ts';
import type { Frontier } from './frontier.ts';
import { createPackedState, type Packing, type State } from './packed-state.ts';

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
  /** R62: the same for who reads the packed form, if that is ready; null: the plain one has to do. */
  packed(): readonly Uint8Array[] | null;
  /**
   * R27: the sync step 2 for a state vector, with the whole delete set: what its holder has deleted is not known. Null: it
   * cannot be read.
   */
  toReturner(stateVector: Uint8Array): Uint8Array | null;
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

/** How initial states are made. */
export interface Encoding extends Packing {
  /**
   * Bytes of windows after which the plain state is encoded anew rather than sent with what came since, at the latest
   * when they are as many as those of the state.
   */
  readonly tailBytes: number;
}

/**
 * `start`: a state that the document had when this was made, or had before windows that are told with `moved`.
 */
export function createAnswers(doc: Y.Doc, encoding: Encoding, start: Start | null): Answers {
  let version = 0;
  let initial: State | null =
    start === null
      ? null
      : { frame: syncStep2Frame(start.state), known: start.known, version, bytesSince: 0 };
  const packed = createPackedState(doc, encoding);
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

  const now = (): Pick<State, 'known' | 'version'> => ({
    known: Y.decodeStateVector(stateVector()),
    version,
  });
  const plain = (): State => {
    initial ??= {
      frame: syncStep2Frame(encodeDifference(doc, NOTHING_KNOWN, deletions())),
      ...now(),
      bytesSince: 0,
    };
    return initial;
  };
  /** A state and what came since. */
  const upToDate = ({ frame, known, version: then }: State): Uint8Array[] =>
    then === version ? [frame] : [frame, once(`tail ${then}`, () => since(known, then))];

  return {
    moved(deleted, bytes) {
      version += 1;
      once.forget();
      windows.push(deleted.clients.size === 0 ? DELETED_NOTHING : deleted);
      if (windows.length > 2 * WINDOWS) windows.splice(0, WINDOWS);
      packed.moved(bytes);
      if (initial === null) return;
      initial.bytesSince += bytes;
      const most = Math.min(encoding.tailBytes, initial.frame.length);
      if (initial.bytesSince > most || version - initial.version > WINDOWS) initial = null;
    },
    version: () => version,
    stateVector,
    ask: () => once('ask', () => syncStep1Frame(stateVector())),
    initial: () => upToDate(plain()),
    packed() {
      const state = packed.ask(now, plain);
      return state === null ? null : upToDate(state);
    },
    toReturner(vector) {
      const key = `returner ${latin1(vector)}`;
      // A crowd that comes back has few different ones: each is read once.
      const known = once.has(key) ? NOTHING_KNOWN : readStateVector(vector);
      if (known === null) return null;
      return once(key, () => syncStep2Frame(encodeDifference(doc, known, deletions())));
    },
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

function readStateVector(vector: Uint8Array): Frontier | null {
  try {
    return Y.decodeStateVector(vector);
  } catch {
    return null;
  }
}

/** Works out each thing once until `forget`. */
interface Once {
  (key: string, make: () => Uint8Array): Uint8Array;
  has(key: string): boolean;
  forget(): void;
}

function createOnce(): Once {
  let made = new Map<string, Uint8Array>();
  let bytesMade = 0;
  const forget = (): void => {
    made = emptied(made);
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
  return Object.assign(once, { forget, has: (key: string) => made.has(key) });
}
