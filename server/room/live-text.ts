import * as Y from 'yjs';
import type { ParticipantId } from '../../shared/model/ids.ts';
import type { ClientId } from '../ports/text-log.ts';
import type { AdmissionState } from './admission.ts';
import type { Answers } from './answers.ts';
import { updateFrame } from './frames.ts';
import { closeRow, type Row } from './row.ts';

/**
 * The server's copy of one working text: exactly what the log holds up to `seq`, never more, so that what is shown
 * is durable. `frontier` and `owners` run ahead of it by the updates that are on their way into the log.
 *
 * The document's `Y.Text` is deliberately never opened here: an opened one drops doubled formatting after remote
 * changes, and the room would then write what nobody wrote.
 */
export interface LiveText extends AdmissionState {
  /** Asking for it integrates what waits: what is typed in a quiet room needs no document until somebody comes. */
  readonly doc: Y.Doc;
  /** The document without what waits. */
  readonly integrated: Y.Doc;
  /** Whether anything waits to be integrated. */
  readonly isBehind: boolean;
  /** As `doc`. */
  readonly answers: Answers;
  /** How far the durable text reaches. */
  readonly shown: Map<ClientId, number>;
  readonly frontier: Map<ClientId, number>;
  readonly owners: Map<ClientId, ParticipantId>;
  readonly unbound: Set<ClientId>;
  /** Last update in the log that `doc` contains. */
  seq: number;
  /** The newest snapshot: its last update and its bytes; 0 without one. */
  snapshot: { readonly seq: number; readonly bytes: number };
  /** Bytes of the updates behind it. */
  tailBytes: number;
  /** `answers.version()`, without asking for the document. */
  version(): number;
  /** A durable update that is integrated when the document is asked for, or with the next that are. */
  defer(update: Uint8Array): void;
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
  readonly before: {
    readonly version: number;
    /** How far it reached, where that has moved: each time it did, in that order. */
    readonly reached: readonly (readonly [ClientId, number])[];
  };
}

/**
 * Shows rows that are durable now: one that came alone as it came, several as the one update that Yjs makes of them in one
 * transaction. Null when they brought nothing (two people deleted the same words).
 */
export function applyDurable(
  text: LiveText,
  window: readonly { readonly row: Row }[],
  seq: number,
  report: (error: unknown) => void,
): Shown | null {
  const before = { version: text.version(), reached: moveTo(text, window) };
  text.seq = seq;
  const [first] = window;
  // Who brings words brings something new; who only deletes may have been too late.
  if (window.length === 1 && first !== undefined && first.row.reach.length > 0) {
    const update = closeRow(first.row);
    text.defer(update);
    return { frame: updateFrame(update), before };
  }
  const emitted = inOneStep(text.doc, text.answers, () => {
    for (const { row } of window) integrate(text.doc, closeRow(row), report);
  });
  return emitted === null ? null : { frame: updateFrame(emitted), before };
}

/** Notes how far the text reaches with these rows; answers how far it did. */
function moveTo(text: LiveText, window: readonly { readonly row: Row }[]): [ClientId, number][] {
  const reached: [ClientId, number][] = [];
  for (const { row } of window) {
    text.tailBytes += closeRow(row).length;
    for (const [client, clock] of row.reach) {
      reached.push([client, text.shown.get(client) ?? 0]);
      text.shown.set(client, clock);
    }
  }
  return reached;
}

/** One transaction, of which the answers are told. Answers the update that Yjs makes of it, or null without one. */
export function inOneStep(doc: Y.Doc, answers: Answers, act: () => void): Uint8Array | null {
  let emitted: Uint8Array | null = null;
  const keep = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    emitted = update;
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
  for (const [client, clock] of text.shown) text.frontier.set(client, clock);
  for (const client of claims) {
    if (!text.unbound.delete(client)) continue;
    text.owners.delete(client);
  }
}
