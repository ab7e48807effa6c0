import * as Y from 'yjs';
import type { ParticipantId } from '../../shared/model/ids.ts';
import type { ClientId } from '../ports/text-log.ts';
import type { AdmissionState } from './admission.ts';
import type { Answers } from './answers.ts';
import { updateFrame } from './frames.ts';
import type { Frontier } from './frontier.ts';

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
  readonly answers: Answers;
}

/** Whether anything was ever written: an empty log. */
export const isUnwritten = (text: LiveText): boolean => text.seq === 0;

/**
 * Admission lets nothing through that Yjs cannot integrate. Should it err, the update stands in the log, and live
 * and after a restart the same part of it is shown; throwing here would take every other room down with it.
 */
export function integrate(doc: Y.Doc, update: Uint8Array, report: (error: unknown) => void): void {
  try {
    Y.applyUpdate(doc, update);
  } catch (error) {
    report(error);
  }
}

/** What a window brought. */
export interface Shown {
  /** The one frame that brings a receiver up to date. */
  readonly frame: Uint8Array;
  /** What a receiver had that was up to date before it. */
  readonly before: { readonly known: Frontier; readonly version: number };
}

/**
 * Applies durable updates, in one transaction. Null when they brought nothing (two people deleted the same words).
 */
export function applyDurable(
  text: LiveText,
  updates: readonly Uint8Array[],
  seq: number,
  report: (error: unknown) => void,
): Shown | null {
  const version = text.answers.version();
  const emitted = inOneStep(text.doc, text.answers, () => {
    for (const update of updates) {
      integrate(text.doc, update, report);
      text.tailBytes += update.length;
    }
  });
  text.seq = seq;
  if (emitted === null) return null;
  return { frame: updateFrame(emitted.update), before: { known: emitted.before, version } };
}

/**
 * One transaction, of which the answers are told. Answers the update that Yjs makes of it and how far the document
 * reached before, or null without one.
 */
export function inOneStep(
  doc: Y.Doc,
  answers: Answers,
  act: () => void,
): { readonly update: Uint8Array; readonly before: Frontier } | null {
  let emitted: ReturnType<typeof inOneStep> = null;
  const keep = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    emitted = { update, before: transaction.beforeState };
    answers.moved(transaction.deleteSet, update.length);
  };
  doc.on('update', keep);
  try {
    doc.transact(act);
  } finally {
    doc.off('update', keep);
  }
  return emitted;
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
