import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as Y from 'yjs';

/** MB of heap that Yjs takes for a document, by loading it: what a server that holds it cannot do without. */
export function heapOfText(state: Uint8Array): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const before = process.memoryUsage().heapUsed;
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  collect();
  const taken = process.memoryUsage().heapUsed - before;
  doc.destroy();
  return taken / 1e6;
}
