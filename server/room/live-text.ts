import * as Y from 'yjs';
import type { DocumentId, ParticipantId } from '../../shared/model/ids.ts';
import type { ClientId, TextLog } from '../ports/text-log.ts';
import type { AdmissionState } from './admission.ts';
import { syncStep1Frame, syncStep2Frame, updateFrame } from './frames.ts';
import { readUpdate } from './update-reader.ts';

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
  /** Last update in the newest snapshot. */
  snapshotSeq: number;
  /** The whole state, encoded at some time since loading, and the frames broadcast since. */
  initial: { readonly state: Uint8Array; readonly tail: Uint8Array[]; tailBytes: number } | null;
}

/** Loads snapshot and tail. Throws when the log cannot be read or holds something that is no update. */
export async function loadLiveText(
  log: TextLog,
  documentId: DocumentId,
  report: (error: unknown) => void,
): Promise<LiveText> {
  const [stored, owners] = await Promise.all([log.load(documentId), log.owners(documentId)]);
  const { snapshot, tail } = await orWholeLog(log, documentId, stored, report);
  const doc = new Y.Doc();
  if (snapshot !== null) Y.applyUpdate(doc, snapshot.state);
  doc.transact(() => {
    for (const { seq, update } of tail) {
      if (readUpdate(update) === null) throw new Error(`update ${seq} of ${documentId} is damaged`);
      integrate({ doc }, update, report);
    }
  });
  // The log holds nothing whose foundations are not before it; a gap means that something of it is lost.
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
    throw new Error(`the log of ${documentId} has a gap before update ${tail.at(-1)?.seq}`);
  const snapshotSeq = snapshot?.seq ?? 0;
  return {
    doc,
    frontier: Y.decodeStateVector(Y.encodeStateVector(doc)),
    owners: new Map(owners),
    unbound: new Set(),
    seq: tail.at(-1)?.seq ?? snapshotSeq,
    snapshotSeq,
    initial: null,
  };
}

type Stored = Awaited<ReturnType<TextLog['load']>>;

/** A damaged snapshot costs time and nothing else: the log behind it has everything. */
async function orWholeLog(
  log: TextLog,
  documentId: DocumentId,
  stored: Stored,
  report: (error: unknown) => void,
): Promise<Stored> {
  if (stored.snapshot === null || readUpdate(stored.snapshot.state) !== null) return stored;
  report(new Error(`the snapshot of ${documentId} is damaged`));
  return { snapshot: null, tail: await log.read(documentId, 0, Number.MAX_SAFE_INTEGER) };
}

/** Whether anything was ever written: an empty log. */
export const isUnwritten = (text: LiveText): boolean => text.seq === 0;

/**
 * Admission lets nothing through that Yjs cannot integrate. Should it err, the update stands in the log, and live
 * and after a restart the same part of it is shown; throwing here would take every other room down with it.
 */
function integrate(text: Pick<LiveText, 'doc'>, update: Uint8Array, report: (error: unknown) => void): void {
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
      for (const update of updates) integrate(text, update, report);
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
