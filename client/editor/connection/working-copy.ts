import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { leaveFormatting } from '../../../shared/text/leave-formatting.ts';
import { TEXT_NAME } from '../../../shared/text/marker.ts';
import type { Beat } from './beat.ts';
import type { LiveText } from './connection.ts';

/** One generation of the local copy: a Yjs document, what it says, and who hears of changes made here. */
export interface WorkingCopy extends LiveText {
  /** Applies what did not come from here (server, device) with the next beat: not counted as a change of one's own. */
  receive(update: Uint8Array): void;
  /** Applies at once what waits for the beat. */
  catchUp(): void;
  /** Ends presence and stops telling of changes. The document itself stays readable for whoever still shows it. */
  retire(): void;
}

export interface WorkingCopyOptions {
  readonly generation: number;
  readonly doc: Y.Doc;
  readonly beat: Beat;
  /** Called with every update made here. */
  readonly changed: (update: Uint8Array) => void;
  /** Something received stands in the text now. */
  readonly received: () => void;
}

/**
 * Formats that look doubled after a remote change are left alone: tidied by each peer for itself, they would one day
 * read differently here than on the server. What arrives between two beats is applied as one transaction, so that
 * whoever shows the text works once (R59).
 */
export function workingCopy({ generation, doc, beat, changed, received }: WorkingCopyOptions): WorkingCopy {
  leaveFormatting(doc);
  const text = doc.getText(TEXT_NAME);
  const awareness = new Awareness(doc);
  let receiving = false;
  let retired = false;
  let waiting: Uint8Array[] = [];
  const listen = (update: Uint8Array): void => {
    if (!receiving) changed(update);
  };
  doc.on('update', listen);
  const catchUp = (): void => {
    if (waiting.length === 0 || retired) return;
    const updates = waiting;
    waiting = [];
    receiving = true;
    try {
      // Not local: a transaction of one's own must not meet one's clientID in others' words unnoticed.
      Y.transact(
        doc,
        () => {
          for (const update of updates) Y.applyUpdate(doc, update, RECEIVED);
        },
        RECEIVED,
        false,
      );
    } finally {
      receiving = false;
    }
    received();
  };
  return {
    generation,
    doc,
    text,
    awareness,
    receive: (update) => {
      waiting.push(update);
      beat.soon(catchUp);
    },
    catchUp,
    retire: () => {
      retired = true;
      doc.off('update', listen);
      awareness.destroy();
    },
  };
}

/** Origin of transactions that bring in what others wrote, or what the device kept. */
export const RECEIVED = 'received';
