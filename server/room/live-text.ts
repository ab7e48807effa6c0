import * as Y from 'yjs';
import type { ParticipantId } from '../../shared/model/ids.ts';
import type { ClientId } from '../ports/text-log.ts';
import type { AdmissionState } from './admission.ts';
import { syncStep1Frame, syncStep2Frame, updateFrame } from './frames.ts';

/**
 * The server's copy of one working text: exactly what the log holds up to `seq`, never more, so that what is shown
 * is durable. `frontier` and `owners` run ahead of it by the updates that are on their way into the log.
 *
 * The document's `Y.Text` is deliberately never opened here: an opened one drops doubled formatting after remote
 * changes, and the room would then write what nobody wrote.
 */
export interface LiveText extends AdmissionState {
  readonly doc: Y.Doc;
  readonly frontier: Map<ClientId, number>;
  readonly owners: Map<ClientId, ParticipantId>;
  readonly unbound: Set<ClientId>;
  /** Last update in the log that `doc` contains. */
  seq: number;
  /** The newest snapshot: its last update and its bytes; 0 without one. */
  snapshot: { readonly seq: number; readonly bytes: number };
  /** Bytes of the updates behind it. */
  tailBytes: number;
  /** The whole state, encoded at some time since loading, and the frames broadcast since. */
  initial: { readonly state: Uint8Array; readonly tail: Uint8Array[]; tailBytes: number } | null;
}

/** Whether anything was ever written: an empty log. */
export const isUnwritten = (text: LiveText): boolean => text.seq === 0;

/**
 * Admission lets nothing through that Yjs cannot integrate. Should it err, the update stands in the log, and live
 * and after a restart the same part of it is shown; throwing here would take every other room down with it.
 */
export function integrate(
  text: Pick<LiveText, 'doc'>,
  update: Uint8Array,
  report: (error: unknown) => void,
): void {
  try {
    Y.applyUpdate(text.doc, update);
  } catch (error) {
    report(error);
  }
}

/**
 * Applies durable updates, in one transaction, and answers the one frame that brings a receiver up to date,
 * or null when they brought nothing (two people deleted the same words).
 */
export function applyDurable(
  text: LiveText,
  updates: readonly Uint8Array[],
  seq: number,
  tailLimit: number,
  report: (error: unknown) => void,
): Uint8Array | null {
  let emitted: Uint8Array | null = null;
  const keep = (update: Uint8Array): void => {
    emitted ??= update;
  };
  text.doc.on('update', keep);
  try {
    text.doc.transact(() => {
      for (const update of updates) {
        integrate(text, update, report);
        text.tailBytes += update.length;
      }
    });
  } finally {
    text.doc.off('update', keep);
  }
  text.seq = seq;
  if (emitted === null) return null;
  const frame = updateFrame(emitted);
  if (text.initial !== null) {
    text.initial.tail.push(frame);
    text.initial.tailBytes += frame.length;
    if (text.initial.tailBytes > tailLimit) text.initial = null;
  }
  return frame;
}

/**
 * The room's sync step 1. It tells what is durable, not what is on its way: should that fail, a client that was not
 * asked for it would never bring it again.
 */
export const askFrame = (text: LiveText): Uint8Array => syncStep1Frame(Y.encodeStateVector(text.doc));

/** Frames that bring somebody with an empty document up to date; many joiners share one encoding. */
export function initialFrames(text: LiveText): readonly Uint8Array[] {
  text.initial ??= { state: syncStep2Frame(Y.encodeStateAsUpdate(text.doc)), tail: [], tailBytes: 0 };
  return [text.initial.state, ...text.initial.tail];
}

/** Forgets what was on its way into the log: the frontier is that of the durable text again. */
export function resetFrontier(text: LiveText, claims: readonly ClientId[]): void {
  text.frontier.clear();
  for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(text.doc)))
    text.frontier.set(client, clock);
  for (const client of claims) {
    if (!text.unbound.delete(client)) continue;
    text.owners.delete(client);
  }
}
