import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { leaveFormatting } from '../../../shared/text/leave-formatting.ts';
import { TEXT_NAME } from '../../../shared/text/marker.ts';
import type { LiveText } from './connection.ts';

/** One generation of the local copy: a Yjs document, what it says, and who hears of changes made here. */
export interface WorkingCopy extends LiveText {
  /** Applies what did not come from here (server, device): not counted as a change of one's own. */
  receive(update: Uint8Array): void;
  /** Ends presence and stops telling of changes. The document itself stays readable for whoever still shows it. */
  retire(): void;
}

/**
 * `changed` is called with every update made here. Formats that look doubled after a remote change are left alone:
 * tidied by each peer for itself, they would one day read differently here than on the server.
 */
export function workingCopy(
  generation: number,
  doc: Y.Doc,
  changed: (update: Uint8Array) => void,
): WorkingCopy {
  leaveFormatting(doc);
  const text = doc.getText(TEXT_NAME);
  const awareness = new Awareness(doc);
  let receiving = false;
  const listen = (update: Uint8Array): void => {
    if (!receiving) changed(update);
  };
  doc.on('update', listen);
  return {
    generation,
    doc,
    text,
    awareness,
    receive: (update) => {
      receiving = true;
      try {
        Y.applyUpdate(doc, update, RECEIVED);
      } finally {
        receiving = false;
      }
    },
    retire: () => {
      doc.off('update', listen);
      awareness.destroy();
    },
  };
}

/** Origin of transactions that bring in what others wrote, or what the device kept. */
export const RECEIVED = 'received';
